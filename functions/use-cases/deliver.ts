import type { TicketEvent } from '../../schemas/events.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { ladder } from '../domain/escalation.ts';
import { agentOf } from '../domain/ticket.ts';
import { deskEvent, sightOnSockets } from '../domain/desk-views.ts';
import { customerEvents } from '../domain/views.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ tickets: 'get'; agents: 'list'; connections: 'list' | 'remove' }> &
  Pick<Platform, 'push'>;

const LEAD_LEVEL = ladder.indexOf('lead') + 1;

/** Pushes an event to everyone it concerns, on every device; sockets that are gone are forgotten. */
export const deliver = (platform: Needs) => async (event: TicketEvent) => {
  const { ticket } = await platform.tickets.get(event.ticketId);
  const agents = await agentsConcerned(platform, ticket, event);
  const { ticketId, number } = event;
  const range = { type: 'events', ticketId, after: number - 1, number } as const;
  await Promise.all([
    pushTo(platform, `customer:${ticket.customerId}`, { ...range, events: customerEvents([event]) }),
    ...agents.map((agentId) =>
      pushTo(platform, `agent:${agentId}`, {
        ...range,
        events: [deskEvent(event, sightOnSockets(agentId))],
      }),
    ),
  ]);
};

/** Who has the ticket, who has just lost it, and the leads where they are to know. */
async function agentsConcerned({ agents }: Needs, ticket: Ticket, event: TicketEvent): Promise<string[]> {
  const concerned = new Set<string>();
  const holder = agentOf(ticket);
  if (holder) concerned.add(holder);
  if ('agentId' in event.body && event.body.agentId) concerned.add(event.body.agentId);
  if (event.type === 'TicketTransferred' && event.body.fromAgentId) concerned.add(event.body.fromAgentId);
  if (concernsLeads(event)) {
    for (const { agentId, tier } of await agents.list()) if (tier === 'lead') concerned.add(agentId);
  }
  return [...concerned];
}

/** It has climbed to them, an agent asks for help, or a customer loses patience with an agent. */
function concernsLeads({ type, body, actor }: TicketEvent): boolean {
  if (type === 'MoodChanged') return body.warning !== undefined;
  return type === 'TicketEscalated' && (body.level >= LEAD_LEVEL || actor.kind === 'agent');
}

async function pushTo(
  { connections, push }: Needs,
  participant: string,
  message: SocketMessage,
): Promise<void> {
  const open = await connections.list(participant);
  await Promise.all(
    open.map(async (connectionId) => {
      if ((await push(connectionId, message)) === 'gone') await connections.remove(participant, connectionId);
    }),
  );
}
