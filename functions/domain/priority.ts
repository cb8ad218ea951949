import type { PriorityPart, Route } from '../../schemas/route.ts';
import type { PriorityWeights } from '../../schemas/routing.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { isWithin } from './eligibility.ts';
import { ladder } from './escalation.ts';

/**
 * What makes a ticket come earlier, part by part, before waiting counts. Together with the time waited they make one number:
 * `points + ageing × seconds waited`; who has more goes first. As all numbers grow alike, the order of two waiting tickets never
 * changes by waiting: it is that of `since − points / ageing`, the virtual start, which is written once.
 */
export function partsOf(ticket: Ticket, weights: PriorityWeights): PriorityPart[] {
  const { priority, mood, segment, intentId, contacts = 1, escalationLevel: level } = ticket;
  const { money, repeat } = weights;
  const feeling = mood?.sentiment ?? 'neutral';
  const again = Math.min(Math.max(0, contacts - 1), repeat.most);
  const stake = intentId === undefined ? undefined : money.intents.find((node) => isWithin(intentId, node));
  const parts: PriorityPart[] = [
    { part: 'urgency', points: weights.urgency[priority], reason: priority },
    { part: 'sentiment', points: weights.sentiment[feeling] ?? 0, reason: `the customer is ${feeling}` },
    { part: 'segment', points: weights.segment[segment] ?? 0, reason: segment },
    {
      part: 'money',
      points: stake === undefined ? 0 : money.points,
      reason: `money at stake: ${stake ?? ''}`,
    },
    { part: 'repeat', points: again * repeat.points, reason: `contact number ${contacts} about it` },
    { part: 'level', points: level * weights.level, reason: `escalated to level ${level}` },
  ];
  return parts.filter(({ part, points }) => part === 'urgency' || points !== 0);
}

/** The one number: points, and what waiting has added. Undefined for a ticket that does not wait, or is not routed yet. */
export function priorityNumber({ holder, route }: Ticket, now: Date): number | undefined {
  if (!route || (holder.kind !== 'queue' && holder.kind !== 'offer')) return undefined;
  return Math.round(
    route.points + route.ageing * Math.max(0, (now.getTime() - Date.parse(holder.since)) / 1000),
  );
}

/** Seconds a ticket is put forward in its queue. */
export function headStartOf({ points, ageing }: Pick<Route, 'points' | 'ageing'>): number {
  return points / ageing;
}

/**
 * The bound of waiting, in seconds: a ticket is never overtaken by one that began to wait more than this later. It is the
 * difference between the greatest and the least head start there can be: (most points − fewest points) / ageing. So a ticket waits
 * at most this long plus the time that those take who were before it by then.
 */
export function starvationBound(weights: PriorityWeights): number {
  const { urgency, sentiment, segment, money, repeat, level, ageing } = weights;
  const choices = [
    Object.values(urgency),
    [0, ...Object.values(sentiment)],
    [0, ...Object.values(segment)],
    [0, money.points],
    [0, repeat.points * repeat.most],
    [0, level * ladder.length],
  ];
  const most = choices.reduce((sum, points) => sum + Math.max(...points), 0);
  const fewest = choices.reduce((sum, points) => sum + Math.min(...points), 0);
  return (most - fewest) / ageing;
}
