import * as z from 'zod/mini';
import { AgentId, IsoTime } from './ids.ts';

/** What a quality review is opened for: bad ratings of those who rated, and complaints that come again of all complaints. */
export const QualityMeasure = z.enum(['bad-review', 'repeat-complaint']);
export type QualityMeasure = z.infer<typeof QualityMeasure>;

/** Whose tickets, or tickets about what. */
export const QualityDimension = z.enum(['team', 'vendor', 'topic']);
export type QualityDimension = z.infer<typeof QualityDimension>;

/** The last 24 hours, or seven days with today. */
export const QualityWindow = z.enum(['day', 'week']);
export type QualityWindow = z.infer<typeof QualityWindow>;

const Share = z.number().check(z.gte(0), z.lte(1));

export const ReviewId = z.string().check(z.regex(/^[0-9a-f]{16}$/, 'must be the id of a quality review'));
export const Findings = z.string().check(z.minLength(1), z.maxLength(4000));

/** Too much went wrong somewhere: people look into it and say what they found. */
export const QualityReview = z.strictObject({
  reviewId: ReviewId,
  /** How often the row was written. */
  version: z.int().check(z.positive()),
  measure: QualityMeasure,
  dimension: QualityDimension,
  value: z.string(),
  window: QualityWindow,
  openedAt: IsoTime,
  /** As it was when it was opened: so many cases of so many tickets. */
  cases: z.int().check(z.positive()),
  of: z.int().check(z.positive()),
  /** The share that is not to be exceeded. */
  above: Share,
  /** Since when no window has exceeded it any more. */
  calmAt: z.optional(IsoTime),
  closedAt: z.optional(IsoTime),
  closedBy: z.optional(AgentId),
  findings: z.optional(Findings),
});
export type QualityReview = z.infer<typeof QualityReview>;

/** The share of bad reviews and of repeated complaints above which quality is reviewed. */
export const QualityEnvironment = z.object({
  REVIEW_ABOVE: z.coerce.number().check(z.gt(0), z.lt(1)),
});
export type QualityEnvironment = z.input<typeof QualityEnvironment>;
