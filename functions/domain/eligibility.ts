import type { Agent, Tier } from '../../schemas/agent.ts';
import type { RouteStep } from '../../schemas/route.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { ladder } from './escalation.ts';

const TIER_RANK: Record<Tier, number> = { outsource: 0, basic: 1, expert: 2, lead: 3 };
const SENIOR_LEVEL = ladder.indexOf('raise-level') + 1;
const STANDBY_LEVEL = ladder.indexOf('open-standby') + 1;

/** Offers of one ticket an agent may let pass until the next rung; then it waits for others, or for being picked by hand. */
const MOST_OFFERS = 2;

/** What an unrouted ticket asks for: somebody of its queue who speaks the language. */
const ANYBODY_OF_THE_QUEUE: RouteStep = { afterSeconds: 0, skills: ['queue', 'language'] };

/** How things stand at the desk at one moment. */
export interface Desk {
  now: Date;
  standbyOpen: boolean;
  /** Seconds before the end of a shift in which nothing more is offered. */
  lastCallSeconds?: number;
}

/** Why an agent may not be given a ticket; the first word tells the kind. */
export type Obstacle =
  | 'not available'
  | 'not reachable'
  | 'shift ends'
  | 'no free seat'
  | 'no free seat in the channel'
  | 'standby pool closed'
  | 'let it pass twice'
  | 'lacks the queue'
  | 'lacks the topic'
  | 'lacks the language'
  | 'lacks the segment'
  | 'tier too low'
  | 'clearance too low'
  | `exam not passed: ${string}`;

/** Whether the agent may be given the ticket now. */
export function isEligible(agent: Agent, ticket: Ticket, desk: Desk): boolean {
  return obstacles(agent, ticket, desk).length === 0;
}

/** Whether the agent is at work and may be given the ticket once a seat is free. */
export function couldServe(agent: Agent, ticket: Ticket, desk: Desk): boolean {
  return isEligible({ ...agent, seats: [], busy: {} }, { ...ticket, passedBy: [] }, desk);
}

/** Everything that keeps the agent from being given the ticket now; nothing when they may have it. */
export function obstacles(agent: Agent, ticket: Ticket, desk: Desk): Obstacle[] {
  const time = desk.now.getTime();
  const shiftEnds = agent.until !== undefined && endsWithin(agent.until, desk.lastCallSeconds ?? 0, time);
  const poolOpen = agent.pool === 'regular' || desk.standbyOpen || ticket.escalationLevel >= STANDBY_LEVEL;
  const passed = timesPassed(agent, ticket);
  const found: Obstacle[] = [];
  const add: Add = (holds, obstacle) => {
    if (holds) found.push(obstacle);
  };
  add(agent.availability !== 'available', 'not available');
  add(Date.parse(agent.leaseUntil) <= time, 'not reachable');
  add(shiftEnds, 'shift ends');
  add(!poolOpen, 'standby pool closed');
  addGates(agent, ticket, add);
  addSkills(agent, ticket, add);
  add(passed >= MOST_OFFERS, 'let it pass twice');
  addSeats(agent, ticket, add);
  return found;
}

/** Notes an obstacle where it holds. All agents are looked at for every ticket, so this makes no lists on the way. */
type Add = (holds: boolean, obstacle: Obstacle) => void;

/** What the queue demands and the agent has not passed: no step and no rung of the ladder does without it. */
export function gateObstacles(agent: Agent, ticket: Ticket): Obstacle[] {
  const found: Obstacle[] = [];
  addGates(agent, ticket, (holds, obstacle) => {
    if (holds) found.push(obstacle);
  });
  return found;
}

function addGates({ exams, clearance = 0 }: Agent, { route }: Ticket, add: Add): void {
  for (const exam of route?.exams ?? []) add(!exams?.includes(exam), `exam not passed: ${exam}`);
  add(clearance < (route?.clearance ?? 0), 'clearance too low');
}

/** Whether routing would rather have this agent than others. */
export function isPreferred(agent: Agent, { route }: Ticket): boolean {
  const tier = route?.steps[route.step]?.preferredTier;
  return tier === undefined || TIER_RANK[agent.tier] >= TIER_RANK[tier];
}

/** What the step in force asks for. From the senior rung on, anybody senior will do, and anybody of the queue in any language. */
function addSkills(agent: Agent, ticket: Ticket, add: Add): void {
  const { route, escalationLevel: level } = ticket;
  const { skills, minimumTier } = route?.steps[route.step] ?? ANYBODY_OF_THE_QUEUE;
  const rank = TIER_RANK[agent.tier];
  const raised = level >= SENIOR_LEVEL;
  const seniorHelps = raised && rank >= TIER_RANK.expert;
  const asks = (skill: RouteStep['skills'][number]) => skills.includes(skill);
  add(rank < TIER_RANK[ticket.minimumTier ?? 'outsource'], 'tier too low');
  add(!raised && minimumTier !== undefined && rank < TIER_RANK[minimumTier], 'tier too low');
  add(asks('queue') && !seniorHelps && !agent.queues.includes(ticket.queueId), 'lacks the queue');
  add(asks('topic') && !raised && !knowsTopic(agent, ticket), 'lacks the topic');
  add(asks('language') && !raised && !speaks(agent, ticket), 'lacks the language');
  add(asks('segment') && !raised && !knowsSegment(agent, ticket), 'lacks the segment');
}

function addSeats({ seats, capacity, limits, busy }: Agent, { channel }: Ticket, add: Add): void {
  const limit = limits?.[channel];
  add(seats.length >= capacity, 'no free seat');
  add(limit !== undefined && (busy?.[channel] ?? 0) >= limit, 'no free seat in the channel');
}

function timesPassed({ agentId }: Agent, { passedBy }: Ticket): number {
  return passedBy.length === 0 ? 0 : passedBy.filter((by) => by === agentId).length;
}

function knowsTopic({ topics }: Agent, { intentId }: Ticket): boolean {
  return !topics || intentId === undefined || topics.some((topic) => isWithin(intentId, topic));
}

function knowsSegment({ segments }: Agent, { segment }: Ticket): boolean {
  return !segments || segments.includes(segment);
}

function speaks({ languages }: Agent, { language }: Ticket): boolean {
  return isReadByAll(language) || languages.includes(language);
}

/** Everybody at the desk reads Chinese; any other language is a skill. */
export function isReadByAll(language: string): boolean {
  return /^(?:zh|zh-Hant|mixed|und)$/.test(language);
}

/** Whether an intent is a node of the taxonomy or lies under it. */
export function isWithin(intentId: string, node: string): boolean {
  return intentId === node || intentId.startsWith(`${node}.`);
}

function endsWithin(until: string, seconds: number, time: number): boolean {
  return Date.parse(until) - time <= seconds * 1000;
}
