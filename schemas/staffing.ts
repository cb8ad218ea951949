import * as z from 'zod/mini';

/** More than this nobody measures by the hour, or works at with people. */
const MOST_ARRIVALS = 1_000_000;

const ArrivalsPerHour = z
  .number('must be a number')
  .check(z.gte(0, 'must be 0 or more'), z.lte(MOST_ARRIVALS, `must be at most ${MOST_ARRIVALS}`));

/** How long an agent is busy with one conversation, on average, in seconds: at most four hours. */
export const HandlingSeconds = z
  .number('must be a number')
  .check(z.gte(1, 'must be 1 or more'), z.lte(14_400, 'must be at most 14400 (four hours)'));

/** How long customers wait before they give up, on average, in seconds: at most a day. */
export const PatienceSeconds = z
  .number('must be a number')
  .check(z.gte(1, 'must be 1 or more'), z.lte(86_400, 'must be at most 86400 (a day)'));

/** What comes in. Without patience nobody gives up. */
export const Demand = z.strictObject({
  arrivalsPerHour: ArrivalsPerHour,
  handlingSeconds: HandlingSeconds,
  patienceSeconds: z.optional(PatienceSeconds),
});
export type Demand = z.infer<typeof Demand>;

export const TargetSeconds = z
  .number('must be a number')
  .check(z.gt(0, 'must be more than 0'), z.lte(86_400, 'must be at most 86400 (a day)'));

export const Slots = z
  .int('must be a whole number')
  .check(z.gte(1, 'must be 1 or more'), z.lte(10_000_000, 'must be at most 10000000'));

/** What is promised, and how people work. */
export const ServiceGoal = z.strictObject({
  targetSeconds: TargetSeconds,
  /** Share of those who come that is answered within the target. */
  serviceLevel: z
    .number('must be a number')
    .check(z.gt(0, 'must be more than 0'), z.lt(1, 'must be below 1: no number of seats promises that')),
  /** Agents are busy for at most this share of their time. */
  maxOccupancy: z.optional(
    z
      .number('must be a number')
      .check(z.gte(0.05, 'must be 0.05 or more'), z.lt(1, 'must be below 1: nobody is busy all the time')),
  ),
  /** Conversations that one agent holds at the same time; the handling time is that of one of them. */
  concurrency: z.optional(
    z
      .int('must be a whole number')
      .check(z.gte(1, 'must be 1 or more'), z.lte(20, 'must be at most 20, the most seats an agent has')),
  ),
});
export type ServiceGoal = z.infer<typeof ServiceGoal>;

/** How a number of slots serves a demand in the long run. */
export const QueuePerformance = z.strictObject({
  /** Share of those who come that is answered within the target. */
  serviceLevel: z.number(),
  waitProbability: z.number(),
  /** Mean wait of all who come, whether they had to wait or not, and whether they stayed or not. */
  averageWaitSeconds: z.number(),
  occupancy: z.number(),
  /** Share of those who come that gives up; only where customers have a patience. */
  abandonment: z.optional(z.number()),
});
export type QueuePerformance = z.infer<typeof QueuePerformance>;
