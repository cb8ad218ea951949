import type { Agent } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import { changeOf, type History, type TicketChange } from './change.ts';
import { type Desk, isPreferred, obstaclesTo } from './eligibility.ts';
import { headStartOf } from './priority.ts';
import { after, type Situation } from './sla.ts';
import { requireAllowed } from './ticket.ts';

/** Seconds a ticket is put forward in its queue until routing has weighed it. */
const HEAD_START: Record<Priority, number> = { urgent: 3600, high: 900, normal: 0, low: -900 };
const HEAD_START_PER_LEVEL = 600;

/** After a lost race the choice is among so many of the least loaded. */
const LEAST_LOADED = 8;

export interface Floor extends Desk {
  /** Uniform in [0, 1). */
  random: () => number;
  /** Who helped this customer before; the first of them who is free is asked. */
  known?: readonly string[];
  /** How often somebody else was faster: then chance spreads those who choose at the same time. */
  races?: number;
}

/**
 * The agent to offer the ticket to: its owner, else who helped the customer last, if free (first asked stays responsible), else the
 * better of two drawn at random (power of two choices: lower load, then longest idle), after a lost race any of the least loaded. Those
 * of the tier that routing prefers come first, those who let it pass only when nobody else is left.
 */
export function pickAgent(agents: readonly Agent[], ticket: Ticket, floor: Floor): Agent | undefined {
  const obstaclesOf = obstaclesTo(ticket, floor);
  const eligible = agents.filter((agent) => obstaclesOf(agent).length === 0);
  const { passedBy, ownerId } = ticket;
  const fresh =
    passedBy.length === 0 ? eligible : eligible.filter(({ agentId }) => !passedBy.includes(agentId));
  const asked = fresh.length > 0 ? fresh : eligible;
  for (const known of [...(ownerId === undefined ? [] : [ownerId]), ...(floor.known ?? [])]) {
    const one = asked.find(({ agentId }) => agentId === known);
    if (one) return one;
  }
  const preferred = asked.filter((agent) => isPreferred(agent, ticket));
  const candidates = preferred.length > 0 ? preferred : asked;
  if (floor.races) return drawLeastLoaded(candidates, floor.random);
  const [first, second] = drawTwo(candidates, floor.random);
  if (!first || !second) return first;
  return isBetter(second, first) ? second : first;
}

/** Offers the ticket to an agent; the offer expires by itself. */
export function offerTicket(
  history: History,
  agent: Agent,
  { now, policy }: Situation,
  known: readonly string[] = [],
): TicketChange {
  const { ticket } = history;
  requireAllowed('offer', ticket);
  return changeOf(
    history,
    [
      {
        type: 'TicketOffered',
        actor: { kind: 'system', id: 'kefu' },
        body: { agentId: agent.agentId, reason: reasonFor(agent, ticket, known) },
        timers: { 'offer-due': after(now, policy.offer[ticket.priority]) },
      },
    ],
    now,
  );
}

/**
 * Where a waiting ticket stands in its queue: earlier is first. It is a virtual start, the beginning of its wait less its head start,
 * so waiting changes nothing about it.
 */
export function queueOrder(ticket: Ticket): string | undefined {
  const { holder, route, priority, escalationLevel } = ticket;
  if (holder.kind !== 'queue') return undefined;
  const headStart = route
    ? headStartOf(route)
    : HEAD_START[priority] + escalationLevel * HEAD_START_PER_LEVEL;
  return after(holder.since, -headStart);
}

/**
 * Seconds until a person is free for the customer at this position (1 is next): one handling time for every `seats`
 * tickets ahead, assuming seats free up evenly. Undefined when nobody is at work.
 */
export function expectedWait(
  position: number,
  seats: number,
  freeSeats: number,
  handlingSeconds: number,
): number | undefined {
  if (seats === 0) return undefined;
  return Math.ceil((Math.max(0, position - freeSeats) * handlingSeconds) / seats);
}

function reasonFor(
  { agentId, seats, capacity }: Agent,
  { ownerId }: Ticket,
  known: readonly string[],
): string {
  if (agentId === ownerId) return 'had it before';
  return known.includes(agentId)
    ? 'helped this customer before'
    : `${seats.length} of ${capacity} seats taken`;
}

function drawLeastLoaded(agents: readonly Agent[], random: () => number): Agent | undefined {
  const least = agents.toSorted((a, b) => (isBetter(a, b) ? -1 : 1)).slice(0, LEAST_LOADED);
  return least[Math.floor(random() * least.length)];
}

function drawTwo(agents: readonly Agent[], random: () => number): [Agent?, Agent?] {
  if (agents.length < 2) return [agents[0]];
  const one = Math.floor(random() * agents.length);
  const other = (one + 1 + Math.floor(random() * (agents.length - 1))) % agents.length;
  return [agents[one], agents[other]];
}

function isBetter(a: Agent, b: Agent): boolean {
  const loadA = a.seats.length / a.capacity;
  const loadB = b.seats.length / b.capacity;
  return loadA === loadB ? a.idleSince < b.idleSince : loadA < loadB;
}
