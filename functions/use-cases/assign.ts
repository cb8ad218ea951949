import type { Agent } from '../../schemas/agent.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { offerTicket, pickAgent, queueOrder } from '../domain/assignment.ts';
import { type Desk, isEligible } from '../domain/eligibility.ts';
import { SeatUnavailableError, VersionConflictError } from '../domain/errors.ts';
import { routeTicket } from '../domain/routing.ts';
import { allows } from '../domain/ticket.ts';
import { queueIds } from '../domain/understanding/taxonomy.ts';
import { decide } from './decide.ts';
import { findAgent } from './find-agent.ts';
import type { Platform, Uses } from './platform.ts';

/** What bringing tickets and seats together takes. */
export type Assigning = Uses<{
  tickets: 'get' | 'save' | 'listWaiting' | 'listOfCustomer';
  agents: 'get' | 'list';
  capacity: 'get';
}> &
  Pick<Platform, 'policy' | 'routing' | 'incident' | 'now' | 'random'>;

/** What following events takes beyond that. */
type Following = Assigning & Pick<Platform, 'pause'>;

/** How many waiting tickets one look at a queue considers. */
const LOOK_AHEAD = 10;
/** How many looks a free seat is worth when nobody before in the queue is for this agent. */
const LOOKS = 5;
/** What changed within so many seconds is still in somebody's hands. */
const GRACE_SECONDS = 3;
/** A ticket that was routed within so many milliseconds is being offered by whoever routed it. */
const FIRST_HANDS_MS = 300;
/** How often an offer is tried while the ticket goes on waiting and others write to it. */
const TRIES = 4;
/** Tickets of a customer that are looked through for who helped them last. */
const LOOK_BACK = 3;

/** Brings tickets and free seats together after an event: a ticket began to wait, or an agent has room again. */
export const assignAfter = (platform: Following) => async (event: TicketEvent) => {
  const freed = freedBy(event);
  if (event.type !== 'TicketAccepted') {
    const { ticket } = await platform.tickets.get(event.ticketId);
    if (ticket.holder.kind === 'queue') await seat(platform, ticket.ticketId);
  }
  if (freed !== undefined) await refill(platform, freed);
};

/**
 * Fills a seat that has just become free. Whoever routed a ticket a moment ago is looking for a seat for it: such a ticket is tried only
 * when it still waits after that moment, and one that came later will have seen the seat by itself.
 */
async function refill(platform: Following, agentId: string): Promise<void> {
  const now = platform.now();
  const left = await fill(platform, agentId, new Date(now.getTime() - FIRST_HANDS_MS));
  if (!left) return;
  await platform.pause(FIRST_HANDS_MS);
  await fill(platform, agentId, now);
}

/**
 * Routes a waiting ticket and offers it. What waits before it and could have a seat that has been free for a while was missed, and goes
 * first; what has just changed, and who has just got room, is being looked after already: so routers do not get into each other's way.
 */
async function seat(platform: Assigning, ticketId: string): Promise<void> {
  const routing = await platform.routing();
  await decide(platform, ticketId, (history) => routeTicket(history, routing, platform.now()));
  const { ticket } = await platform.tickets.get(ticketId);
  if (ticket.holder.kind !== 'queue' || (await platform.incident()).botOnly) return;
  const { rows } = await platform.tickets.listWaiting(ticket.queueId, LOOK_AHEAD);
  const at = rows.findIndex((one) => one.ticketId === ticketId);
  const before = at < 0 ? rows : rows.slice(0, at);
  const desk = await deskNow(platform);
  const restedSince = new Date(desk.now.getTime() - GRACE_SECONDS * 1000).toISOString();
  let agents = await platform.agents.list();
  const missed = before.filter(({ updatedAt }) => updatedAt < restedSince);
  for (const one of missed) {
    const rested = agents.filter(({ idleSince }) => idleSince < restedSince);
    const left = await offerToAny(platform, one, rested);
    agents = agents.flatMap((agent) => left.find(({ agentId }) => agentId === agent.agentId) ?? agent);
  }
  const free = agents.filter(
    (agent) =>
      agent.idleSince < restedSince ||
      missed.filter((one) => isEligible(agent, one, desk)).length < agent.capacity - agent.seats.length,
  );
  await offerToAny(platform, ticket, free);
}

/** Offers an agent with room the first waiting tickets: those of their queues, then what other queues have opened to everybody. */
export const fillSeats = (platform: Assigning) => (agentId: string) => fill(platform, agentId);

/** Fills an agent's free seats, with `routedBefore` only with tickets that old; says whether it left younger ones. */
async function fill(platform: Assigning, agentId: string, routedBefore?: Date): Promise<boolean> {
  const agent = await findAgent(platform, agentId);
  if (!agent || agent.availability !== 'available' || (await platform.incident()).botOnly) return false;
  const others = queueIds.filter((queueId) => !agent.queues.includes(queueId));
  const until = routedBefore?.toISOString();
  let now: Agent | undefined = agent;
  let left = false;
  for (const queues of [agent.queues, others]) {
    for (let look = 1; now && look <= LOOKS; look += 1) {
      const wanted = await waitingFor(platform, now, queues);
      const ripe = until
        ? wanted.filter(({ route, updatedAt }) => (route?.startedAt ?? updatedAt) < until)
        : wanted;
      left ||= ripe.length < wanted.length;
      if (ripe.length === 0) break;
      for (const ticket of ripe) [now] = now ? await offerToAny(platform, ticket, [now]) : [];
    }
  }
  return left;
}

/** The first waiting tickets of these queues that the agent may have, one for each free seat. */
async function waitingFor(platform: Assigning, agent: Agent, queues: readonly string[]): Promise<Ticket[]> {
  const free = agent.capacity - agent.seats.length;
  if (free <= 0) return [];
  const desk = await deskNow(platform);
  const pages = await Promise.all(
    queues.map((queueId) => fitting(platform, queueId, free, (ticket) => isEligible(agent, ticket, desk))),
  );
  return pages.flat().sort(byOrder).slice(0, free);
}

/** The first tickets of a queue that fit, looking no further than needed. */
async function fitting(
  { tickets }: Assigning,
  queueId: string,
  wanted: number,
  fits: (ticket: Ticket) => boolean,
): Promise<Ticket[]> {
  const found: Ticket[] = [];
  let cursor: string | undefined;
  for (let look = 1; look <= LOOKS; look += 1) {
    const page = await tickets.listWaiting(queueId, LOOK_AHEAD, cursor);
    found.push(...page.rows.filter(fits));
    cursor = page.cursor;
    if (found.length >= wanted || cursor === undefined) break;
  }
  return found.slice(0, wanted);
}

/** Offers a ticket to the best of these agents; returns them with their seats as they are now known. */
async function offerToAny(platform: Assigning, ticket: Ticket, agents: readonly Agent[]): Promise<Agent[]> {
  const desk = await deskNow(platform);
  let candidates = [...agents];
  if (!candidates.some((agent) => isEligible(agent, ticket, desk))) return candidates;
  const known = candidates.length > 1 ? await whoHelped(platform, ticket) : [];
  for (let races = 0; ; races += 1) {
    const agent = pickAgent(candidates, ticket, { ...desk, random: platform.random, known, races });
    if (!agent) return candidates;
    const outcome = await offerTo(platform, ticket.ticketId, agent, known);
    if (outcome === 'gone') return candidates;
    const seated = { ...agent, seats: [...agent.seats, ticket.ticketId] };
    candidates = candidates.flatMap((one) =>
      one !== agent ? one : outcome === 'offered' ? withSeat(seated, ticket) : [],
    );
    if (outcome === 'offered') return candidates;
  }
}

/** One conditioned write over ticket and seat: nobody is assigned twice, no agent beyond capacity. */
async function offerTo(
  platform: Assigning,
  ticketId: string,
  agent: Agent,
  known: readonly string[],
): Promise<'offered' | 'gone' | 'no seat'> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const history = await platform.tickets.get(ticketId);
    const { ticket } = history;
    const now = platform.now();
    if (!allows('offer', ticket) || !isEligible(agent, ticket, { now, standbyOpen: true })) return 'gone';
    try {
      const situation = { now, policy: await platform.policy() };
      await platform.tickets.save(offerTicket(history, agent, situation, known));
      return 'offered';
    } catch (error) {
      if (error instanceof SeatUnavailableError) return 'no seat';
      // Somebody wrote to the ticket; if it still waits, it is still to be offered.
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
  return 'gone';
}

/** The desk as it is now, for whoever asks who may take a ticket. */
export async function deskNow(platform: Pick<Assigning, 'capacity' | 'routing' | 'now'>): Promise<Desk> {
  const [{ standbyOpen }, { settings }] = await Promise.all([platform.capacity.get(), platform.routing()]);
  return { now: platform.now(), standbyOpen, lastCallSeconds: settings.lastCallSeconds };
}

/** The last agents of the customer's other tickets, latest first: for a ticket that nobody has had yet. */
async function whoHelped({ tickets }: Assigning, ticket: Ticket): Promise<string[]> {
  if (ticket.ownerId !== undefined) return [];
  const { rows } = await tickets.listOfCustomer(ticket.customerId, LOOK_BACK);
  return rows.flatMap((other) => (other.ticketId === ticket.ticketId ? [] : (other.lastAgentId ?? [])));
}

function withSeat(agent: Agent, { channel }: Ticket): Agent {
  return { ...agent, busy: { ...agent.busy, [channel]: (agent.busy?.[channel] ?? 0) + 1 } };
}

function byOrder(a: Ticket, b: Ticket): number {
  return (queueOrder(a) ?? '') < (queueOrder(b) ?? '') ? -1 : 1;
}

/** The agent whose seat an event has freed. */
function freedBy(event: TicketEvent): string | undefined {
  switch (event.type) {
    case 'TicketResolved':
    case 'TicketPended':
    case 'OfferPassed':
      return event.body.agentId;
    case 'TicketTransferred':
    case 'TicketAccepted':
      return event.body.fromAgentId;
    default:
      return undefined;
  }
}
