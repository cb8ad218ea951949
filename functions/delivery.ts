import { TicketEvent } from '../schemas/events.ts';
import { push } from './gateways/sockets.ts';
import { now, pause, random } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { list as listAgents } from './stores/agents.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { forget, list } from './stores/connections.ts';
import { readEpoch } from './stores/epoch.ts';
import { latest } from './stores/settings.ts';
import { get, listWaiting } from './stores/tickets.ts';
import { hotIncident } from './use-cases/hot-settings.ts';
import { keptEpoch } from './use-cases/epoch.ts';
import { pushRun } from './use-cases/push-run.ts';

const pushAgain = pushRun({
  tickets: { get, listWaiting },
  agents: { list: listAgents },
  capacity: { get: getCapacity },
  incident: hotIncident({ settings: { latest }, now, log }),
  connections: { list, forget },
  epoch: keptEpoch({ readEpoch, now }),
  push,
  pause,
  random,
  now,
});

/** Pushes what could not be pushed at once, and where they stand now to those who wait. */
export const handler = consume(TicketEvent, (event) => pushAgain([event]));
