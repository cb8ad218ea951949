import type { TicketEvent } from '../../schemas/events.ts';
import { watchersOf } from '../../schemas/participant.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { deskEvent, sightOnSockets } from '../domain/desk-views.ts';
import { ladder } from '../domain/escalation.ts';
import type { Run } from '../domain/runs.ts';
import { agentOf } from '../domain/ticket.ts';
import { customerEvents } from '../domain/views.ts';
import type { Platform, Uses } from './platform.ts';
import { pusher, type Pushing } from './push.ts';

type Needs = Uses<{ tickets: 'get'; agents: 'list' }> & Pushing & Pick<Platform, 'epoch'>;

const LEAD_LEVEL = ladder.indexOf('notify-lead') + 1;

/**
 * Pushes events to everyone they concern, on every device, and to who watches: one message for all that concern somebody. Sockets that are
 * gone are forgotten. Returns the ticket as it was read for it.
 */
export const deliver = (platform: Needs) => {
  const pushTo = pusher(platform);

  return async (run: Run): Promise<Ticket> => {
    const { ticketId, number } = run[0];
    const [{ ticket }, epoch] = await Promise.all([platform.tickets.get(ticketId), platform.epoch()]);
    const agents = await agentsConcerned(platform, ticket, run);
    const before = number - 1;
    const rangeOf = ({ first, last }: Part) =>
      ({ type: 'events', epoch, ticketId, after: before + first, number: before + last + 1 }) as const;
    const toDesk = (part: Part, agentId: string) => () => ({
      ...rangeOf(part),
      events: run.slice(part.first, part.last + 1).map((event) => deskEvent(event, sightOnSockets(agentId))),
    });
    const all = { first: 0, last: run.length - 1 };
    const reached = new Set<string>();
    await Promise.all([
      pushTo(`customer:${ticket.customerId}`, () => ({ ...rangeOf(all), events: customerEvents(run) })),
      ...[...agents].map(([agentId, part]) => pushTo(`agent:${agentId}`, toDesk(part, agentId), { reached })),
    ]);
    // After the agents: a socket that watches what it now has in hand gets it once.
    await pushTo(watchersOf(ticketId), toDesk(all, ''), { reached });
    return ticket;
  };
};

/** Events of a run, by the places of the first and the last. */
interface Part {
  first: number;
  last: number;
}

/**
 * Who has the ticket, who has just lost it, and the leads where they are to know; each with the events from the first to the last that
 * concern them.
 */
async function agentsConcerned({ agents }: Needs, ticket: Ticket, run: Run): Promise<Map<string, Part>> {
  const holder = agentOf(ticket);
  const leads = run.some(concernsLeads)
    ? (await agents.list()).flatMap(({ agentId, tier }) => (tier === 'lead' ? [agentId] : []))
    : [];
  const concerned = new Map<string, Part>();
  for (const [index, event] of run.entries()) {
    const named = [holder, ...namedIn(event), ...(concernsLeads(event) ? leads : [])];
    for (const agentId of named)
      if (agentId) concerned.set(agentId, { first: concerned.get(agentId)?.first ?? index, last: index });
  }
  return concerned;
}

function namedIn({ type, body }: TicketEvent): (string | undefined)[] {
  return [
    'agentId' in body ? body.agentId : undefined,
    type === 'TicketTransferred' ? body.fromAgentId : undefined,
  ];
}

/** It has climbed to them, an agent asks for help, or a customer loses patience with an agent. */
function concernsLeads({ type, body, actor }: TicketEvent): boolean {
  if (type === 'MoodChanged') return body.warning !== undefined;
  if (type !== 'TicketEscalated') return false;
  return body.rung === 'notify-lead' || body.level >= LEAD_LEVEL || actor.kind === 'agent';
}
