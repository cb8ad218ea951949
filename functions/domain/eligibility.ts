import type { Agent, Tier } from '../../schemas/agent.ts';
import type { RouteStep } from '../../schemas/route.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { isoTime } from './iso-time.ts';
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
  return obstaclesTo(ticket, desk)(agent);
}

/** The same as a question to one agent after another: times are compared as they are written, and the ticket is looked at once. */
export function obstaclesTo(ticket: Ticket, desk: Desk): (agent: Agent) => Obstacle[] {
  const { escalationLevel, passedBy, route, channel } = ticket;
  const { now, standbyOpen, lastCallSeconds = 0 } = desk;
  const time = isoTime(now.getTime());
  const lastCall = isoTime(now.getTime() + lastCallSeconds * 1000);
  const poolIsClosed = !standbyOpen && escalationLevel < STANDBY_LEVEL;
  const isGated = Boolean(route?.exams ?? route?.clearance);
  return (agent) => {
    const { availability, leaseUntil, until, pool, seats, capacity, limits, busy } = agent;
    const found: Obstacle[] = [];
    if (availability !== 'available') found.push('not available');
    if (leaseUntil <= time) found.push('not reachable');
    if (until !== undefined && until <= lastCall) found.push('shift ends');
    if (pool !== 'regular' && poolIsClosed) found.push('standby pool closed');
    if (isGated) found.push(...gateObstacles(agent, ticket));
    addSkillObstacles(found, agent, ticket);
    if (passedBy.length > 0 && passesOf(agent, ticket) >= MOST_OFFERS) found.push('let it pass twice');
    if (seats.length >= capacity) found.push('no free seat');
    const limit = limits?.[channel];
    if (limit !== undefined && (busy?.[channel] ?? 0) >= limit) found.push('no free seat in the channel');
    return found;
  };
}

/** What the queue demands and the agent has not passed: no step and no rung of the ladder does without it. */
export function gateObstacles(agent: Agent, { route }: Ticket): Obstacle[] {
  const missing = (route?.exams ?? []).filter((exam) => !agent.exams?.includes(exam));
  const cleared = (agent.clearance ?? 0) >= (route?.clearance ?? 0);
  return [
    ...missing.map((exam): Obstacle => `exam not passed: ${exam}`),
    ...(cleared ? [] : (['clearance too low'] as const)),
  ];
}

/** Whether routing would rather have this agent than others. */
export function isPreferred(agent: Agent, { route }: Ticket): boolean {
  const tier = route?.steps[route.step]?.preferredTier;
  return tier === undefined || TIER_RANK[agent.tier] >= TIER_RANK[tier];
}

/** What the step in force asks for. From the senior rung on, anybody senior will do, and anybody of the queue in any language. */
function addSkillObstacles(found: Obstacle[], agent: Agent, ticket: Ticket): void {
  const { route, escalationLevel: level } = ticket;
  const { skills, minimumTier } = route?.steps[route.step] ?? ANYBODY_OF_THE_QUEUE;
  const rank = TIER_RANK[agent.tier];
  const raised = level >= SENIOR_LEVEL;
  const seniorHelps = raised && rank >= TIER_RANK.expert;
  if (rank < TIER_RANK[ticket.minimumTier ?? 'outsource']) found.push('tier too low');
  if (!raised && minimumTier !== undefined && rank < TIER_RANK[minimumTier]) found.push('tier too low');
  if (skills.includes('queue') && !seniorHelps && !agent.queues.includes(ticket.queueId))
    found.push('lacks the queue');
  if (raised) return;
  if (skills.includes('topic') && !knowsTopic(agent, ticket)) found.push('lacks the topic');
  if (skills.includes('language') && !speaks(agent, ticket)) found.push('lacks the language');
  if (skills.includes('segment') && !knowsSegment(agent, ticket)) found.push('lacks the segment');
}

function passesOf({ agentId }: Agent, { passedBy }: Ticket): number {
  return passedBy.filter((one) => one === agentId).length;
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

const READ_BY_ALL = new Set(['zh', 'zh-Hant', 'mixed', 'und']);

/** Everybody at the desk reads Chinese; any other language is a skill. */
export function isReadByAll(language: string): boolean {
  return READ_BY_ALL.has(language);
}

/** Whether an intent is a node of the taxonomy or lies under it. */
export function isWithin(intentId: string, node: string): boolean {
  return intentId === node || intentId.startsWith(`${node}.`);
}
