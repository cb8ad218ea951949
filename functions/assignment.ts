import { TicketEvent } from '../schemas/events.ts';
import { now, pause, random } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { consume } from './runtime/queue.ts';
import { get as getAgent, list } from './stores/agents.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { latest } from './stores/settings.ts';
import { get, listOfCustomer, listWaiting, save } from './stores/tickets.ts';
import { hotIncident, hotPolicy, hotRouting } from './use-cases/hot-settings.ts';
import { assignAfter } from './use-cases/assign.ts';

/** Brings waiting tickets and free seats together. */
export const handler = consume(
  TicketEvent,
  assignAfter({
    tickets: { get, save, listWaiting, listOfCustomer },
    agents: { get: getAgent, list },
    capacity: { get: getCapacity },
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    incident: hotIncident({ settings: { latest }, now, log }),
    routing: hotRouting({ settings: { latest }, now, log }),
    now,
    pause,
    random,
  }),
);
