import type { Agent } from '../../schemas/agent.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { isEligible, offerTicket, pickAgent, queueOrder } from '../domain/assignment.ts';
import { NotFoundError, SeatUnavailableError, VersionConflictError } from '../domain/errors.ts';
import { allows } from '../domain/ticket.ts';
import type { Platform, Uses } from './platform.ts';

/** What bringing tickets and seats together takes. */
export type Assigning = Uses<{
  tickets: 'get' | 'save' | 'listWaiting';
  agents: 'get' | 'list';
  capacity: 'get';
}> &
  Pick<Platform, 'policy' | 'now' | 'random'>;

/** How many waiting tickets one look at a queue considers. */
const LOOK_AHEAD = 10;

/** Brings tickets and free seats together after an event: a ticket began to wait, or an agent has room again. */
export const assignAfter = (platform: Assigning) => async (event: TicketEvent) => {
  const { ticket } = await platform.tickets.get(event.ticketId);
  if (ticket.holder.kind === 'queue') await fillQueue(platform)(ticket.queueId);
  const freed = freedBy(event);
  if (freed !== undefined) await fillSeats(platform)(freed);
};

/** Offers the tickets at the head of a queue, most urgent and oldest first, to agents with room. */
export const fillQueue = (platform: Assigning) => async (queueId: string) => {
  const { rows } = await platform.tickets.listWaiting(queueId, LOOK_AHEAD);
  let agents = await platform.agents.list();
  for (const ticket of rows) agents = await offerToAny(platform, ticket, agents);
};

/** Offers an agent with room the first waiting tickets of their queues. */
export const fillSeats = (platform: Assigning) => async (agentId: string) => {
  const agent = await findAgent(platform, agentId);
  if (!agent || agent.availability !== 'available') return;
  const pages = await Promise.all(
    agent.queues.map((queueId) => platform.tickets.listWaiting(queueId, LOOK_AHEAD)),
  );
  const waiting = pages
    .flatMap(({ rows }) => rows)
    .sort((a, b) => ((queueOrder(a) ?? '') < (queueOrder(b) ?? '') ? -1 : 1));
  let alone = [agent];
  for (const ticket of waiting) alone = await offerToAny(platform, ticket, alone);
};

/** Offers a ticket to the best of these agents; returns them with their seats as they are now known. */
async function offerToAny(platform: Assigning, ticket: Ticket, agents: readonly Agent[]): Promise<Agent[]> {
  const { standbyOpen } = await platform.capacity.get();
  const floor = { now: platform.now(), standbyOpen, random: platform.random };
  let candidates = [...agents];
  for (;;) {
    const agent = pickAgent(candidates, ticket, floor);
    if (!agent) return candidates;
    const outcome = await offerTo(platform, ticket.ticketId, agent);
    const seats = outcome === 'offered' ? [...agent.seats, ticket.ticketId] : agent.seats;
    const full = outcome === 'no seat';
    candidates = candidates.flatMap((one) => (one !== agent ? one : full ? [] : { ...one, seats }));
    if (!full) return candidates;
  }
}

/** One conditioned write over ticket and seat: nobody is assigned twice, no agent beyond capacity. */
async function offerTo(
  platform: Assigning,
  ticketId: string,
  agent: Agent,
): Promise<'offered' | 'gone' | 'no seat'> {
  const history = await platform.tickets.get(ticketId, 0);
  const { ticket } = history;
  const floor = { now: platform.now(), standbyOpen: true };
  if (!allows('offer', ticket) || !isEligible(agent, ticket, floor)) return 'gone';
  try {
    await platform.tickets.save(
      offerTicket(history, agent, { now: platform.now(), policy: await platform.policy() }),
    );
    return 'offered';
  } catch (error) {
    if (error instanceof SeatUnavailableError) return 'no seat';
    if (error instanceof VersionConflictError) return 'gone';
    throw error;
  }
}

async function findAgent({ agents }: Assigning, agentId: string): Promise<Agent | undefined> {
  try {
    return await agents.get(agentId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** The agent whose seat an event has freed. */
function freedBy(event: TicketEvent): string | undefined {
  switch (event.type) {
    case 'TicketResolved':
    case 'TicketPended':
    case 'OfferPassed':
      return event.body.agentId;
    case 'TicketTransferred':
      return event.body.fromAgentId;
    default:
      return undefined;
  }
}
