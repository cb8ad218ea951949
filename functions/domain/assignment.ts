import type { Agent, Tier } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import { changeOf, type History, type TicketChange } from './change.ts';
import { ladder } from './escalation.ts';
import { after, type Situation } from './sla.ts';
import { requireAllowed } from './ticket.ts';

const TIER_RANK: Record<Tier, number> = { basic: 0, senior: 1, lead: 2 };
const SENIOR_LEVEL = ladder.indexOf('raise-level') + 1;
const STANDBY_LEVEL = ladder.indexOf('open-standby') + 1;

/** Seconds a priority is put forward in its queue, and per rung of escalation. Nobody starves: the head start is finite. */
const HEAD_START: Record<Priority, number> = { urgent: 3600, high: 900, normal: 0, low: -900 };
const HEAD_START_PER_LEVEL = 600;

export interface Floor {
  now: Date;
  standbyOpen: boolean;
  /** Uniform in [0, 1). */
  random: () => number;
}

/** Offers of one ticket an agent may let pass until the next rung; then it waits for others, or for being picked by hand. */
const MOST_OFFERS = 2;

/** Whether the agent may be given the ticket now. */
export function isEligible(
  agent: Agent,
  ticket: Ticket,
  { now, standbyOpen }: Omit<Floor, 'random'>,
): boolean {
  const level = ticket.escalationLevel;
  const inReach = agent.availability === 'available' && Date.parse(agent.leaseUntil) > now.getTime();
  const poolOpen = agent.pool === 'regular' || standbyOpen || level >= STANDBY_LEVEL;
  const senior = TIER_RANK[agent.tier] >= TIER_RANK.senior;
  const skilled = agent.queues.includes(ticket.queueId) || (level >= SENIOR_LEVEL && senior);
  const highEnough = TIER_RANK[agent.tier] >= TIER_RANK[ticket.minimumTier ?? 'basic'];
  const speaks = !needsSpeaker(ticket) || agent.languages.includes(ticket.language) || level >= SENIOR_LEVEL;
  const passed = ticket.passedBy.filter((agentId) => agentId === agent.agentId).length;
  const asked = passed < MOST_OFFERS;
  return (
    inReach && poolOpen && skilled && highEnough && speaks && asked && agent.seats.length < agent.capacity
  );
}

/** Everybody at the desk reads Chinese; any other language is a skill. */
function needsSpeaker({ language }: Ticket): boolean {
  return !/^(?:zh|zh-Hant|mixed|und)$/.test(language);
}

/**
 * The agent to offer the ticket to: its owner if free (first asked stays responsible), else the better of two drawn at
 * random (power of two choices: lower load, then longest idle), those who let it pass only when nobody else is left.
 */
export function pickAgent(agents: readonly Agent[], ticket: Ticket, floor: Floor): Agent | undefined {
  const eligible = agents.filter((agent) => isEligible(agent, ticket, floor));
  const fresh = eligible.filter((agent) => !ticket.passedBy.includes(agent.agentId));
  const candidates = fresh.length > 0 ? fresh : eligible;
  const owner = candidates.find((agent) => agent.agentId === ticket.ownerId);
  if (owner) return owner;
  const [first, second] = drawTwo(candidates, floor.random);
  if (!first || !second) return first;
  return isBetter(second, first) ? second : first;
}

/** Offers the ticket to an agent; the offer expires by itself. */
export function offerTicket(history: History, agent: Agent, { now, policy }: Situation): TicketChange {
  const { ticket } = history;
  requireAllowed('offer', ticket);
  const reason =
    agent.agentId === ticket.ownerId
      ? 'had it before'
      : `${agent.seats.length} of ${agent.capacity} seats taken`;
  return changeOf(
    history,
    [
      {
        type: 'TicketOffered',
        actor: { kind: 'system', id: 'kefu' },
        body: { agentId: agent.agentId, reason },
        timers: { 'offer-due': after(now, policy.offer[ticket.priority]) },
      },
    ],
    now,
  );
}

/** Where a waiting ticket stands in its queue: earlier is first. Waiting time counts, with a head start for priority. */
export function queueOrder(ticket: Ticket): string | undefined {
  if (ticket.holder.kind !== 'queue') return undefined;
  const headStart = HEAD_START[ticket.priority] + ticket.escalationLevel * HEAD_START_PER_LEVEL;
  return after(ticket.holder.since, -headStart);
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
