import * as z from 'zod/mini';
import { CommandId, IsoTime, TicketId } from './ids.ts';
import { MessageText } from './message.ts';
import { RiskCategory } from './risk.ts';

/** Whether the filter was right: an overturned appeal was a false alarm. */
export const AppealVerdict = z.enum(['upheld', 'overturned']);
export type AppealVerdict = z.infer<typeof AppealVerdict>;

/** Somebody says that a message of theirs was refused or held wrongly. */
export const AppealBody = z.strictObject({
  commandId: CommandId,
  /** The `commandId` of the message that was refused or held. */
  refused: CommandId,
  /** That message's text, word for word: what was refused is not kept. */
  text: MessageText,
  reason: z.optional(z.string().check(z.maxLength(300))),
});
export type AppealBody = z.infer<typeof AppealBody>;

/** An appeal as its writer sees it. */
export const AppealProgress = z.strictObject({
  appealId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  categories: z.array(RiskCategory),
  appealedAt: IsoTime,
  /** Absent until a reviewer has decided. */
  verdict: z.optional(AppealVerdict),
  decidedAt: z.optional(IsoTime),
});
export type AppealProgress = z.infer<typeof AppealProgress>;

/** An appeal as reviewers see it. */
export const Appeal = z.extend(AppealProgress, {
  /** `customer:<id>` or `agent:<id>`. */
  writer: z.string(),
  /** What the filter did: hold or refuse. */
  outcome: z.enum(['hold', 'refuse']),
  ticketId: z.optional(TicketId),
  text: z.string(),
  reason: z.optional(z.string()),
  decidedBy: z.optional(z.string()),
  decision: z.optional(z.string()),
});
export type Appeal = z.infer<typeof Appeal>;

export const appealParams = z.strictObject({ appealId: AppealProgress.shape.appealId });
