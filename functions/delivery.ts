import { TicketEvent } from '../schemas/events.ts';
import { push } from './gateways/sockets.ts';
import { consume } from './runtime/queue.ts';
import { list as listAgents } from './stores/agents.ts';
import { list, remove } from './stores/connections.ts';
import { get } from './stores/tickets.ts';
import { deliver } from './use-cases/deliver.ts';

/** Pushes what happened to the sockets of everyone it concerns. */
export const handler = consume(
  TicketEvent,
  deliver({ tickets: { get }, agents: { list: listAgents }, connections: { list, remove }, push }),
);
