import * as z from 'zod/mini';
import { Day } from './reply-rate.ts';
import { StaffingPlan } from './roster.ts';
import { HandlingSeconds } from './staffing.ts';

const Count = z.int().check(z.nonnegative());

/** What tickets are told apart by in plans. */
export const PlanGroup = z.enum(['total', 'channel', 'segment', 'category', 'topic', 'queue']);
export type PlanGroup = z.infer<typeof PlanGroup>;

/** What is asked of the platform's own counts, the days ahead included; the first of them has begun. */
export const Asked = {
  groupBy: z._default(PlanGroup, 'total'),
  /** Only this queue, topic …; without it those with the most tickets. */
  value: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
};

/** How many days ahead. */
export const DaysAhead = z
  .int('must be a whole number')
  .check(z.gte(1, 'must be 1 or more'), z.lte(28, 'must be at most 28'));

export const DailyUsers = z
  .int('must be a whole number')
  .check(z.gte(1, 'must be 1 or more'), z.lte(2_000_000_000, 'must be at most 2000000000'));

const { serviceLevel, maxOccupancy, concurrency, targetSeconds, patienceSeconds, shrinkage, planFor } =
  StaffingPlan.shape;

/** What a planner sets; everything else is what was counted, or what ships. */
export const SeatOptions = z.strictObject({
  handlingSeconds: z.optional(HandlingSeconds),
  patienceSeconds,
  targetSeconds: z.optional(targetSeconds),
  serviceLevel: z.optional(serviceLevel),
  maxOccupancy,
  concurrency,
  shrinkage: z.optional(shrinkage),
  planFor: z.optional(planFor),
});
export type SeatOptions = z.infer<typeof SeatOptions>;

/** What the last 28 days say about work and waiting. */
export const Measured = z.strictObject({
  from: Day,
  to: Day,
  /** Conversations people have had, with the mean seconds of a seat each took: the most common first. */
  handling: z.array(z.strictObject({ intent: z.string(), tickets: Count, seconds: z.number() })),
  /** Waits for a person that ended with one, and those that ended because the customer left. */
  reached: Count,
  abandoned: Count,
  /** How long customers would wait, on average; absent where too few have left. */
  patienceSeconds: z.optional(z.number()),
  /** Seats of somebody at work in an average minute, and how many of them were taken; absent where too few minutes were seen. */
  seats: z.optional(z.strictObject({ offered: z.number(), taken: z.number() })),
  /** What was too little to go by. */
  notes: z.array(z.string()),
});
export type Measured = z.infer<typeof Measured>;
