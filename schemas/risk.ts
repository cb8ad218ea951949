import * as z from 'zod/mini';

/** What a text can be a risk for; docs/risk.md defines each. The order is part of the compiled list's format. */
export const RiskCategory = z.enum([
  'fraud',
  'gambling',
  'pornography',
  'violence',
  'contraband',
  'weapons',
  'politics',
  'hate',
  'self-harm',
  'minors',
  'diversion',
  'spam',
]);
export type RiskCategory = z.infer<typeof RiskCategory>;

/** How grave it is when it is meant: a topic, an offer or attack, or plain and grave. */
export const RiskSeverity = z.enum(['low', 'medium', 'high']);
export type RiskSeverity = z.infer<typeof RiskSeverity>;

/** Who is about to say it. */
export const RiskDirection = z.enum(['customer', 'agent', 'bot']);
export type RiskDirection = z.infer<typeof RiskDirection>;

/** `block` refuses the text, `review` holds it for a person, `flag` lets it through and marks it. */
export const RiskAction = z.enum(['block', 'review', 'flag']);
export type RiskAction = z.infer<typeof RiskAction>;

/** Why words that look dangerous are taken as harmless here; such a finding is never more than a flag. */
export const RiskExcuse = z.enum([
  'victim',
  'third-person',
  'report',
  'concern',
  'story',
  'question',
  'fiction',
  'refusal',
  'quote',
  'anger',
]);
export type RiskExcuse = z.infer<typeof RiskExcuse>;

/** How the words were disguised. */
export const RiskDisguise = z.enum(['spaced', 'sound']);
export type RiskDisguise = z.infer<typeof RiskDisguise>;

/** Start and end (exclusive) in UTF-16 units of the text as it was written. */
export const Span = z.readonly(z.tuple([z.int().check(z.nonnegative()), z.int().check(z.positive())]));
export type Span = z.infer<typeof Span>;

/** A stretch of a text that is a risk, what to do about it, and why. */
export const RiskFinding = z.strictObject({
  category: RiskCategory,
  severity: RiskSeverity,
  action: RiskAction,
  span: Span,
  /** The list's words that were found, and the company that made them count; as folded, not as written. */
  terms: z.array(z.string()),
  excuse: z.optional(RiskExcuse),
  disguise: z.optional(RiskDisguise),
  /** Found by the learnt part, which judges the whole text; never more than `review`. */
  learnt: z.optional(z.literal(true)),
});
export type RiskFinding = z.infer<typeof RiskFinding>;

/** A risk as it is kept with a message and shown: what, what is done about it, where, and why. */
export const Risk = z.strictObject({
  category: RiskCategory,
  action: RiskAction,
  span: Span,
  /** The words that count, how they were disguised, and what excuses them. */
  reasons: z.array(z.string()),
  /** Told, asked about or warned of: nobody means it. */
  excused: z.optional(z.literal(true)),
});
export type Risk = z.infer<typeof Risk>;

/** What is done about a severity; `off` lets it pass unseen. */
export const RiskMode = z.enum(['off', 'flag', 'review', 'block']);
export type RiskMode = z.infer<typeof RiskMode>;

const Modes = z.strictObject({ low: RiskMode, medium: RiskMode, high: RiskMode });

/** What is done about each category and severity, by who speaks. Every one must be named. */
export const RiskPolicy = z.record(RiskDirection, z.record(RiskCategory, Modes));
export type RiskPolicy = z.infer<typeof RiskPolicy>;

/** What becomes of a held message that nobody reviewed in time. */
export const WhenDue = z.enum(['release', 'refuse']);
export type WhenDue = z.infer<typeof WhenDue>;

/** What is counted by category: what the filter did, and what people said about it. */
export const RiskCount = z.enum([
  'assessed',
  'flagged',
  'held',
  'blocked',
  'released',
  'refused',
  'appealed',
  'upheld',
  'overturned',
]);
export type RiskCount = z.infer<typeof RiskCount>;

const ReviewSeconds = z.int().check(z.gte(10), z.lte(86_400));

/** Everything an operator may say about the filter; the lists are apart. */
export const RiskSettings = z.strictObject({
  policy: RiskPolicy,
  review: z.strictObject({
    /** Seconds a held message of a customer waits for a reviewer at most. */
    customerSeconds: ReviewSeconds,
    /** The same for an agent's. */
    agentSeconds: ReviewSeconds,
    /** Grave categories: a message held for one of these is refused when nobody reviewed it in time; others are released. */
    refuse: z.array(RiskCategory),
  }),
});
export type RiskSettings = z.infer<typeof RiskSettings>;

/** What must not be shown to everybody. */
export const PersonalDataKind = z.enum([
  'id-card',
  'bank-card',
  'phone',
  'email',
  'passport',
  'code',
  'password',
]);
export type PersonalDataKind = z.infer<typeof PersonalDataKind>;

/** A piece of personal data in a text, and what may be shown in its place. */
export const PersonalData = z.strictObject({ kind: PersonalDataKind, span: Span, masked: z.string() });
export type PersonalData = z.infer<typeof PersonalData>;
