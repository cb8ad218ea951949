import { TicketEvent } from '../schemas/events.ts';
import { push } from './gateways/sockets.ts';
import { now, pause, random } from './runtime/clock.ts';
import { consume } from './runtime/queue.ts';
import { list as listAgents } from './stores/agents.ts';
import { forget, list } from './stores/connections.ts';
import { readEpoch } from './stores/epoch.ts';
import { get } from './stores/tickets.ts';
import { keptEpoch } from './use-cases/epoch.ts';
import { deliver } from './use-cases/deliver.ts';

/** Pushes what happened to the sockets of everyone it concerns. */
export const handler = consume(
  TicketEvent,
  deliver({
    tickets: { get },
    agents: { list: listAgents },
    connections: { list, forget },
    epoch: keptEpoch({ readEpoch, now }),
    push,
    pause,
    random,
    now,
  }),
);
