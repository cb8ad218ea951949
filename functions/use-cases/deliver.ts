import type { TicketEvent } from '../../schemas/events.ts';
import { watchersOf } from '../../schemas/participant.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { ladder } from '../domain/escalation.ts';
import { agentOf } from '../domain/ticket.ts';
import { deskEvent, sightOnSockets } from '../domain/desk-views.ts';
import { customerEvents } from '../domain/views.ts';
import type { Platform, Uses } from './platform.ts';
import { pusher, type Pushing } from './push.ts';

type Needs = Uses<{ tickets: 'get'; agents: 'list' }> & Pushing & Pick<Platform, 'epoch'>;

const LEAD_LEVEL = ladder.indexOf('notify-lead') + 1;

/**
 * Pushes an event to everyone it concerns, on every device, and to who watches; sockets that are gone are forgotten. Returns the ticket
 * as it was read for it.
 */
export const deliver = (platform: Needs) => {
  const pushTo = pusher(platform);

  return async (event: TicketEvent): Promise<Ticket> => {
    const [{ ticket }, epoch] = await Promise.all([platform.tickets.get(event.ticketId), platform.epoch()]);
    const agents = await agentsConcerned(platform, ticket, event);
    const { ticketId, number } = event;
    const range = { type: 'events', epoch, ticketId, after: number - 1, number } as const;
    const toDesk = (agentId: string) => () => ({
      ...range,
      events: [deskEvent(event, sightOnSockets(agentId))],
    });
    const reached = new Set<string>();
    await Promise.all([
      pushTo(`customer:${ticket.customerId}`, () => ({ ...range, events: customerEvents([event]) })),
      ...agents.map((agentId) => pushTo(`agent:${agentId}`, toDesk(agentId), { reached })),
    ]);
    // After the agents: a socket that watches what it now has in hand gets it once.
    await pushTo(watchersOf(ticketId), toDesk(''), { reached });
    return ticket;
  };
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
  if (type !== 'TicketEscalated') return false;
  return body.rung === 'notify-lead' || body.level >= LEAD_LEVEL || actor.kind === 'agent';
}
