import * as z from 'zod/mini';
import { Calendar } from './calendar.ts';

/** How many came in one interval. `from` is a moment with an offset, or a time on the clocks of the business, such as 2026-11-21 20:15. */
export const CountRow = z.strictObject({
  from: z
    .string()
    .check(
      z.regex(
        /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/,
        'must be a time such as 2026-11-21T20:15:00Z, or 2026-11-21 20:15 on the clocks of the time zone',
      ),
    ),
  count: z
    .int('must be a whole number')
    .check(z.gte(0, 'must be 0 or more'), z.lte(10_000_000, 'must be at most 10000000')),
});
export type CountRow = z.infer<typeof CountRow>;

const Moment = CountRow.shape.from;

/** Something dated that changes how many come, such as a promotion: under the same name it comes again. */
export const DatedEvent = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  from: Moment,
  /** Just after its end. */
  to: Moment,
  /** How many times as many come. Used until the data has seen an event of this name; without it the first time is a surprise. */
  multiplier: z.optional(
    z.number('must be a number').check(z.gt(0, 'must be more than 0'), z.lte(100, 'must be at most 100')),
  ),
});
export type DatedEvent = z.infer<typeof DatedEvent>;

export const IntervalMinutes = z.literal(
  [5, 10, 15, 20, 30, 60],
  'must be 5, 10, 15, 20, 30 or 60, which divide an hour',
);
export type IntervalMinutes = z.infer<typeof IntervalMinutes>;

/** What is known beside the counts. */
export const ForecastSettings = z.strictObject({
  /** A name of the IANA database, such as Asia/Shanghai: days and weeks are those of the business. */
  timeZone: z.string(),
  intervalMinutes: IntervalMinutes,
  /** How many days are forecast, the first of which may have begun; not today when nothing of it is left. */
  days: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be 1 or more'), z.lte(92, 'must be at most 92: further ahead nobody knows')),
  /** When conversations can come at all. Without it, times of the week that were never seen are taken as closed. */
  hours: z.optional(Calendar),
  events: z._default(z.array(DatedEvent).check(z.maxLength(1000)), []),
  /** People who use the platform on a day: what a new install is planned by, until data replaces it. */
  dailyUsers: z.optional(
    z
      .int('must be a whole number')
      .check(z.gte(1, 'must be 1 or more'), z.lte(2_000_000_000, 'must be at most 2000000000')),
  ),
  /** An interval without a row: nobody counted, or nobody came. */
  missing: z._default(z.enum(['gap', 'zero'], 'must be gap or zero'), 'gap'),
});
export type ForecastSettings = z.infer<typeof ForecastSettings>;

/** Whole numbers between which a count lies with a stated probability, both included. */
export const Within = z.strictObject({ low: z.int(), high: z.int() });
export type Within = z.infer<typeof Within>;

export const ForecastInterval = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  mean: z.number(),
  within50: Within,
  within80: Within,
  within95: Within,
});
export type ForecastInterval = z.infer<typeof ForecastInterval>;

/** Intervals ahead in which conversations can come, and what the figures rest on. */
export const Forecast = z.strictObject({
  kind: z.literal('forecast'),
  timeZone: z.string(),
  intervalMinutes: IntervalMinutes,
  /** What it rests on: counts alone, the rule of thumb alone, or the rule while counts replace it. */
  basis: z.enum(['counts', 'rule', 'rule and counts']),
  /** What a planner ought to know: gaps, clocks that jumped, times taken as closed. */
  notes: z.array(z.string()),
  intervals: z.array(ForecastInterval),
});
export type Forecast = z.infer<typeof Forecast>;

/** There is no honest forecast yet. */
export const NotEnough = z.strictObject({
  kind: z.literal('not-enough-data'),
  /** What is missing, one sentence each. */
  missing: z.array(z.string()),
  notes: z.array(z.string()),
});
export type NotEnough = z.infer<typeof NotEnough>;
