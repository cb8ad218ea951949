import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { Budget } from './budget.ts';
import { Burst } from './burst.ts';
import { Dollars } from './cost.ts';
import { FactTime, Speaker } from './facts.ts';
import { IsoTime } from './ids.ts';
import type { Contract } from './operation.ts';
import { Findings, QualityReview, ReviewId } from './quality-review.ts';
import { Day } from './reply-rate.ts';
import { Dimension } from './roll-up.ts';
import { Target } from './target.ts';
import { IntentId } from './understanding.ts';

const readers: readonly Role[] = ['lead', 'supervisor', 'admin'];

const Count = z.int().check(z.nonnegative());
const TimeZone = z.string().check(z.minLength(1), z.maxLength(64));

/** Shares that are made of the tickets’ figures; docs/insights.md says what of what. */
export const RateName = z.enum([
  'coverage',
  'containment',
  'resolution',
  'deflection',
  'asked',
  'reached',
  'abandonment',
  'human',
  'transfer',
  'reopening',
  'repeat',
  'response',
  'satisfaction',
  'badReview',
  'complaint',
  'complaintClosed',
  'complaintRepeat',
]);
export type RateName = z.infer<typeof RateName>;

/** A share with what it is made of; `rate` is absent where there is nothing to divide by. */
export const Rate = z.strictObject({
  numerator: Count,
  denominator: Count,
  rate: z.optional(z.number().check(z.gte(0), z.lte(1))),
});
export type Rate = z.infer<typeof Rate>;

const Seconds = z.number().check(z.nonnegative());

/** How long something took, in seconds. Percentiles are at most 0.5 % off. */
export const Spread = z.strictObject({
  count: z.int().check(z.positive()),
  mean: Seconds,
  p50: Seconds,
  p90: Seconds,
  p95: Seconds,
  p99: Seconds,
});
export type Spread = z.infer<typeof Spread>;

/** US dollars altogether, and for each ticket of the row. */
export const Money = z.strictObject({ total: Dollars, perTicket: z.optional(Dollars) });
export type Money = z.infer<typeof Money>;

/** What tickets cost; docs/insights.md says how that is reckoned. */
export const Cost = z.strictObject({
  /** Counted uses at list prices. */
  cloud: Money,
  /** Absent when nothing that people did has a price. */
  labour: z.optional(Money),
  /** Both; absent as long as anything has no price. */
  all: z.optional(Money),
  /** Tickets that people have treated at no known rate. */
  unpriced: Count,
});
export type Cost = z.infer<typeof Cost>;

/** How busy people were, looked at once a minute, in the minutes in which any of them was at work. */
export const Load = z.strictObject({
  minutes: z.int().check(z.positive()),
  /** Agents at work, on average and at most. */
  present: z.number(),
  mostPresent: Count,
  /** Seats taken, on average and at most: conversations at the same time. */
  held: z.number(),
  mostHeld: Count,
  /** Seats taken of one agent at work, on average. */
  chatsAtOnce: z.number(),
  /** Share of the seats that could be taken; absent when none could. */
  occupancy: z.optional(z.number().check(z.gte(0), z.lte(1))),
});
export type Load = z.infer<typeof Load>;

/** Everything known of some tickets. */
export const SummaryRow = z.strictObject({
  /** When the hour or the day began; absent for the whole range. */
  start: z.optional(IsoTime),
  /** The day on the clock of `timeZone`. */
  day: z.optional(Day),
  /** The channel, intent, team …; `all` when nothing is told apart. */
  value: z.string(),
  /** Tickets that were opened then. */
  tickets: Count,
  ended: Count,
  rates: z.record(RateName, Rate),
  /** Promises kept of those that have ended. */
  sla: z.record(Target, Rate),
  times: z.partialRecord(FactTime, Spread),
  /** Mean of the last ratings, 1 to 5; absent when nobody has rated. */
  score: z.optional(z.number()),
  messages: z.record(Speaker, Count),
  cost: Cost,
  /** By agent, team and in total; hours that are over. */
  load: z.optional(Load),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

export const Granularity = z.enum(['hour', 'day', 'total']);
export type Granularity = z.infer<typeof Granularity>;

/** What is asked for: tickets opened from the first day to the last, both included. */
export const SummaryQuery = z.strictObject({
  from: Day,
  to: Day,
  /** Whose days these are; the business’s own unless told. */
  timeZone: z.optional(TimeZone),
  groupBy: z._default(Dimension, 'total'),
  granularity: z._default(Granularity, 'total'),
});
export type SummaryQuery = z.infer<typeof SummaryQuery>;

export const Summary = z.strictObject({
  from: Day,
  to: Day,
  timeZone: z.string(),
  groupBy: Dimension,
  granularity: Granularity,
  rows: z.array(SummaryRow),
  /** Why there are no rows, or what they do not know. */
  note: z.optional(z.string()),
});
export type Summary = z.infer<typeof Summary>;

export const IntentLevel = z.enum(['category', 'topic', 'case']);
export type IntentLevel = z.infer<typeof IntentLevel>;

const Week = z.strictObject({ from: Day, to: Day, tickets: Count });

/** A question of the week beside the week before. */
export const TopRow = z.strictObject({
  intentId: IntentId,
  zh: z.string(),
  en: z.string(),
  tickets: Count,
  /** Of all tickets of the week. */
  share: z.number(),
  before: Count,
  /** From −1 (nobody asks any more); absent when nobody had asked. */
  change: z.optional(z.number()),
  /** More than chance: see docs/insights.md. */
  moved: z.enum(['up', 'down', 'no']),
});
export type TopRow = z.infer<typeof TopRow>;

export const Top = z.strictObject({
  timeZone: z.string(),
  level: IntentLevel,
  /** As far as it is over; the week before is cut to as many days. */
  week: Week,
  before: Week,
  /** Most asked first. */
  rows: z.array(TopRow),
  /** What has moved, the strongest move first. */
  movers: z.array(TopRow),
  note: z.optional(z.string()),
});
export type Top = z.infer<typeof Top>;

/** A burst with the names people read. */
export const BurstRow = z.extend(Burst, { zh: z.string(), en: z.string() });
export type BurstRow = z.infer<typeof BurstRow>;

export const Bursts = z.strictObject({
  from: Day,
  to: Day,
  timeZone: z.string(),
  /** The oldest first. */
  rows: z.array(BurstRow),
  note: z.optional(z.string()),
});
export type Bursts = z.infer<typeof Bursts>;

/** What leads and supervisors learn from all tickets. */
export const insightsApi = {
  getSummary: {
    method: 'GET',
    path: '/v1/insights/summary',
    summary:
      'Counts, rates and times of tickets by hour, day or range, told apart by channel, intent, team …',
    caller: 'desk',
    roles: readers,
    query: SummaryQuery,
    response: Summary,
  },
  getTop: {
    method: 'GET',
    path: '/v1/insights/top',
    summary: 'What is asked most in a week, and what has moved since the week before',
    caller: 'desk',
    roles: readers,
    query: z.strictObject({
      /** Any day of the week; the last week that is over unless told. */
      week: z.optional(Day),
      level: z._default(IntentLevel, 'case'),
      limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(50)), 10),
    }),
    response: Top,
  },
  getBursts: {
    method: 'GET',
    path: '/v1/insights/bursts',
    summary: 'Topics that people asked about more than chance explains, by quarter of an hour',
    caller: 'desk',
    roles: readers,
    /** Both days included; the last seven days unless told. */
    query: z.strictObject({ from: z.optional(Day), to: z.optional(Day) }),
    response: Bursts,
  },
  getBudget: {
    method: 'GET',
    path: '/v1/insights/budget',
    summary:
      'What the month has cost, what it will, and what companies would have to do to keep it to its budget',
    caller: 'desk',
    roles: readers,
    response: Budget,
  },
  listQualityReviews: {
    method: 'GET',
    path: '/v1/insights/reviews',
    summary: 'Reviews that were opened where too many were unhappy or had to come again, the newest first',
    caller: 'desk',
    roles: readers,
    query: z.strictObject({ status: z._default(z.enum(['open', 'closed', 'all']), 'open') }),
    response: z.strictObject({ rows: z.array(QualityReview) }),
  },
  closeQualityReview: {
    method: 'POST',
    path: '/v1/insights/reviews/{reviewId}/close',
    summary: 'Say what was found, and close a review',
    caller: 'desk',
    roles: readers,
    params: z.strictObject({ reviewId: ReviewId }),
    body: z.strictObject({ findings: Findings }),
    response: QualityReview,
  },
} as const satisfies Contract;
