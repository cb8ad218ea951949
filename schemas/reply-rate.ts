import * as z from 'zod/mini';
import { AgentId, IsoTime, TicketId } from './ids.ts';

/** A day on the clock of the business: `2026-11-21`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD'));

const Count = z.int().check(z.nonnegative());
const Share = z.number().check(z.gte(0), z.lte(1));

/** Turns of a day that are decided, by the team of who answered or should have. */
export const TeamRate = z.strictObject({
  /** Absent for agents without a team, and for turns that ended before anybody had them. */
  team: z.optional(z.string()),
  turns: Count,
  kept: Count,
  missed: Count,
  /** Kept of all. */
  rate: z.optional(Share),
});
export type TeamRate = z.infer<typeof TeamRate>;

/** A turn that can still be answered in time. */
export const OpenTurn = z.strictObject({
  ticketId: TicketId,
  /** Who had the ticket when the turn began; absent while it waited. */
  agentId: z.optional(AgentId),
  startedAt: IsoTime,
  dueAt: IsoTime,
  secondsLeft: z.number().check(z.nonnegative()),
});
export type OpenTurn = z.infer<typeof OpenTurn>;

/** The 3-minute human reply rate of a day so far, and what can still become of it. */
export const ReplyRate = z.strictObject({
  day: Day,
  timeZone: z.string(),
  withinSeconds: z.int(),
  /** The share of turns that is aimed at. */
  target: Share,
  turns: Count,
  kept: Count,
  missed: Count,
  /** Kept of those decided; absent as long as none is. */
  rate: z.optional(Share),
  /** When every open turn is saved, and when none is. */
  atBest: z.optional(Share),
  atWorst: z.optional(Share),
  /** Turns that are still to be saved, the most pressing first. */
  open: z.array(OpenTurn),
  teams: z.array(TeamRate),
});
export type ReplyRate = z.infer<typeof ReplyRate>;
