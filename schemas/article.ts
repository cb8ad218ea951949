import * as z from 'zod/mini';
import { IsoTime } from './ids.ts';
import { Segment } from './ticket-facts.ts';
import { IntentId } from './understanding.ts';

/** One language of an article. */
export const ArticleText = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  /** How customers ask for it, in their own words; search reads these beside the title and the answer. */
  phrasings: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(50)),
  /** What the bot says: calm first, then numbered steps. */
  answer: z.string().check(z.minLength(1), z.maxLength(2000)),
});
export type ArticleText = z.infer<typeof ArticleText>;

/** One entry of the knowledge base, in one or more languages (`zh`, `en`, …). */
export const Article = z.strictObject({
  articleId: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80)),
  version: z.int().check(z.positive()),
  intents: z.array(IntentId).check(z.minLength(1), z.maxLength(10)),
  /** The guided kit it belongs to, such as `GK-03`. */
  kit: z.optional(z.string().check(z.regex(/^GK-\d{2}$/))),
  /** Who it is written for; everybody when absent. */
  audience: z.optional(z.array(Segment)),
  texts: z.record(z.string().check(z.regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/)), ArticleText),
  /** This version does not answer before this time; until then the version before it does. */
  effectiveAt: z.optional(IsoTime),
  /** From this time on it answers no more. */
  expiresAt: z.optional(IsoTime),
  /** When an editor must look at it again. */
  reviewAt: IsoTime,
});
export type Article = z.infer<typeof Article>;
