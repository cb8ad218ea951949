import * as z from 'zod/mini';
import { AgentId, IsoTime, TicketId } from './ids.ts';
import { Citation } from './message.ts';
import { IntentId, Language } from './understanding.ts';

/** Why a question is work for an editor: the bot was unsure what it means, had no article for it, or its answer was rated badly. */
export const QuestionSort = z.enum(['unsure', 'no-article', 'badly-rated']);
export type QuestionSort = z.infer<typeof QuestionSort>;

export const QuestionStatus = z.enum(['open', 'resolved']);
export type QuestionStatus = z.infer<typeof QuestionStatus>;

/** What customers asked and the bot could not answer well: one question, in all the wordings that were taken for the same. */
export const Question = z.strictObject({
  questionId: z.string().check(z.regex(/^[0-9a-f]{20}$/, 'must be 20 hexadecimal digits')),
  /** Raised by every write. */
  version: z.int().check(z.positive()),
  status: QuestionStatus,
  language: Language,
  /** The first wording, normalized, without numbers and addresses. */
  text: z.string(),
  /** What it may be about, most often guessed first. */
  intents: z.array(z.strictObject({ id: IntentId, count: z.int().check(z.positive()) })),
  /** How often it was asked, by why it is here. */
  counts: z.partialRecord(QuestionSort, z.int().check(z.positive())),
  /** How often it was asked in all. */
  count: z.int().check(z.positive()),
  firstAskedAt: IsoTime,
  lastAskedAt: IsoTime,
  /** The ticket of the latest. */
  ticketId: TicketId,
  /** The answer that was rated badly, the latest one. */
  answer: z.optional(Citation),
  /** The article that now answers it; kept when the question comes back. */
  resolution: z.optional(
    z.strictObject({
      articleId: z.string(),
      version: z.int().check(z.positive()),
      agentId: AgentId,
      resolvedAt: IsoTime,
    }),
  ),
});
export type Question = z.infer<typeof Question>;
