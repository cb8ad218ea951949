import * as z from 'zod/mini';
import { AgentId, IsoTime } from './ids.ts';
import { Day } from './reply-rate.ts';
import { RollUpLevel } from './roll-up.ts';

const Count = z.int().check(z.nonnegative());

/** Somebody who was at work in some minute. */
export const AtWork = z.strictObject({
  agentId: AgentId,
  team: z.optional(z.string()),
  /** Seats taken, by tickets offered or accepted. */
  held: Count,
  /** Seats that could be taken: those of who is available, those taken of who has a break. */
  offered: Count,
});
export type AtWork = z.infer<typeof AtWork>;

/** Everybody who was at work in a minute, or a part of them. */
export const LoadSample = z.strictObject({ minute: IsoTime, part: Count, agents: z.array(AtWork) });
export type LoadSample = z.infer<typeof LoadSample>;

/** Whose load is counted: an agent’s, a team’s, everybody’s. */
export const LoadDimension = z.enum(['total', 'team', 'agent']);
export type LoadDimension = z.infer<typeof LoadDimension>;

/** What was seen in the minutes in which any of them was at work. Sums over minutes, and the most in any. */
export const LoadFigures = z.strictObject({
  minutes: Count,
  present: Count,
  held: Count,
  offered: Count,
  mostPresent: Count,
  mostHeld: Count,
});
export type LoadFigures = z.infer<typeof LoadFigures>;

/** The load of an hour or a day of the business’s own clock. */
export const LoadRow = z.strictObject({
  level: RollUpLevel,
  timeZone: z.string(),
  day: Day,
  start: IsoTime,
  dimension: LoadDimension,
  value: z.string(),
  load: LoadFigures,
});
export type LoadRow = z.infer<typeof LoadRow>;
