import * as z from 'zod/mini';
import { Risk } from './risk.ts';
import { Priority } from './ticket-facts.ts';

/** A node of the taxonomy: `category`, `category.topic`, `category.topic.case`, or `none`. */
export const IntentId = z.string().check(z.regex(/^(none|[a-z]+(\.[a-z-]+){0,2})$/));
export type IntentId = z.infer<typeof IntentId>;

/** Languages that are recognised and left to people; `id` is Indonesian and Malay. */
export const ForeignLanguage = z.enum([
  'ar',
  'cs',
  'de',
  'es',
  'fa',
  'fr',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'th',
  'tl',
  'tr',
  'uk',
  'vi',
]);
export type ForeignLanguage = z.infer<typeof ForeignLanguage>;

/** The language a message is written in; `und` when it cannot be told. */
export const Language = z.enum(['zh', 'zh-Hant', 'en', 'mixed', 'und', ...ForeignLanguage.options]);
export type Language = z.infer<typeof Language>;

/** How the writer feels towards the matter. */
export const Sentiment = z.enum(['positive', 'neutral', 'negative', 'angry']);
export type Sentiment = z.infer<typeof Sentiment>;

/** Where the tension of a conversation goes: `rising` is getting worse. */
export const Trend = z.enum(['rising', 'falling', 'steady']);
export type Trend = z.infer<typeof Trend>;

/** One possible meaning of a message, with how sure we are (0–1) and the words that speak for it. */
export const IntentGuess = z.strictObject({
  id: IntentId,
  confidence: z.number().check(z.gte(0), z.lte(1)),
  reasons: z.array(z.string()),
});
export type IntentGuess = z.infer<typeof IntentGuess>;

/** What classification says of a message; every part carries its reasons. */
export const Understanding = z.strictObject({
  language: Language,
  /** Best first; empty when nothing speaks for any intent. */
  intents: z.array(IntentGuess),
  /** True when the best guess is too weak or too close to the second to act on. */
  abstained: z.boolean(),
  priority: Priority,
  urgency: z.strictObject({ urgent: z.boolean(), reasons: z.array(z.string()) }),
  sentiment: Sentiment,
  /** The customer asks for a person. */
  wantsHuman: z.boolean(),
  /** What is risky in the text and what the policy says about it; empty when all is well, or when no filter was given. */
  risks: z.array(Risk),
  /** The text as the rules saw it: NFKC, simplified, lower case, single spaces. */
  normalized: z.string(),
});
export type Understanding = z.infer<typeof Understanding>;
