import * as z from 'zod/mini';
import { CloudUse, Microdollars } from './cost.ts';
import { FactFlag, FactTime, Speaker } from './facts.ts';
import { IsoTime } from './ids.ts';
import { Day } from './reply-rate.ts';
import { Target } from './target.ts';

/** What tickets are told apart by: `category`, `topic` and `case` are the levels of an intent. */
export const Dimension = z.enum([
  'total',
  'channel',
  'segment',
  'category',
  'topic',
  'case',
  'queue',
  'team',
  'vendor',
  'agent',
]);
export type Dimension = z.infer<typeof Dimension>;

const Count = z.int().check(z.nonnegative());

/** What was counted of many tickets; two of them add up to what was counted of all. */
export const Figures = z.strictObject({
  tickets: Count,
  flags: z.partialRecord(FactFlag, Count),
  /** Tickets by how their promises ended. */
  kept: z.partialRecord(Target, Count),
  breached: z.partialRecord(Target, Count),
  /** The sum in milliseconds, and a sketch of how the times are spread. */
  times: z.partialRecord(FactTime, z.strictObject({ total: Count, sketch: z.string() })),
  /** Sum of the last ratings. */
  scores: Count,
  messages: z.partialRecord(Speaker, Count),
  used: z._default(z.partialRecord(CloudUse, Count), {}),
  /** Tickets whose handling has a price, and the sum of it. */
  labour: z._default(z.strictObject({ tickets: Count, microdollars: Microdollars }), {
    tickets: 0,
    microdollars: 0,
  }),
});
export type Figures = z.infer<typeof Figures>;

/** How long a roll-up is; hours and days of the business’s own clock. */
export const RollUpLevel = z.enum(['hour', 'day']);
export type RollUpLevel = z.infer<typeof RollUpLevel>;

/** Figures of the tickets with one value of a dimension that were opened in one hour or day. */
export const RollUp = z.strictObject({
  level: RollUpLevel,
  /** Whose hours and days these are. */
  timeZone: z.string(),
  day: Day,
  /** When the hour or the day began. */
  start: IsoTime,
  dimension: Dimension,
  value: z.string(),
  figures: Figures,
});
export type RollUp = z.infer<typeof RollUp>;
