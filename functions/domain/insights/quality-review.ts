import type { RateName } from '../../../schemas/insights-api.ts';
import {
  QualityMeasure,
  type QualityDimension,
  type QualityReview,
  type QualityWindow,
} from '../../../schemas/quality-review.ts';
import type { RollUp } from '../../../schemas/roll-up.ts';
import { canonicalJson, sha256 } from '../digest.ts';
import { IllegalTransitionError } from '../errors.ts';
import { countOf, rateParts } from './summary.ts';
import { sumsBy } from './tally.ts';

const rates: Record<QualityMeasure, RateName> = {
  'bad-review': 'badReview',
  'repeat-complaint': 'complaintRepeat',
};

/** So many deviations from a share are given to chance, and fewer tickets say nothing: docs/insights.md says how often that is wrong. */
const Z = 3;
const FEWEST = 20;
const ID_LENGTH = 16;

/** The roll-ups of a window, by what tickets are told apart. */
export interface Looked {
  window: QualityWindow;
  dimension: QualityDimension;
  rows: readonly RollUp[];
}

interface Subject {
  measure: QualityMeasure;
  dimension: QualityDimension;
  value: string;
}
interface Seen {
  window: QualityWindow;
  cases: number;
  of: number;
}

/**
 * What has to be written: reviews that are to be opened, and known ones that have become calm or are loud again. One is opened when the share
 * is above the threshold by more than chance explains, unless one about the same is open, or was closed and things have not been
 * calm since: until then it is known.
 */
export function reviewSteps(
  looked: readonly Looked[],
  kept: readonly QualityReview[],
  { above, now }: { above: number; now: Date },
): { open: QualityReview[]; change: QualityReview[] } {
  const at = now.toISOString();
  const seen = seenIn(looked);
  const open: QualityReview[] = [];
  for (const { subject, windows } of seen.values()) {
    const loud = windows.find((it) => exceeds(it, above));
    const known = kept.some((review) => isAbout(review, subject) && !(review.closedAt && review.calmAt));
    if (!loud || known) continue;
    const reviewId = sha256(canonicalJson({ ...subject, at: at.slice(0, 13) })).slice(0, ID_LENGTH);
    open.push({ reviewId, version: 1, ...subject, ...loud, above, openedAt: at });
  }
  const change = kept.flatMap((review) => {
    const windows = seen.get(nameOf(review))?.windows ?? [];
    const { calmAt, ...loudly } = review;
    const version = review.version + 1;
    if (calmAt === undefined && windows.every(({ cases, of }) => cases <= above * of))
      return [{ ...review, version, calmAt: at }];
    const loudAgain = windows.some((it) => exceeds(it, above));
    return calmAt !== undefined && review.closedAt === undefined && loudAgain ? [{ ...loudly, version }] : [];
  });
  return { open, change };
}

/** The review with what was found. Closing it again with the same words is the same. @throws IllegalTransitionError when somebody else has closed it */
export function closedReview(
  review: QualityReview,
  { findings, agentId, now }: { findings: string; agentId: string; now: Date },
): QualityReview | undefined {
  if (review.closedAt === undefined)
    return {
      ...review,
      version: review.version + 1,
      closedAt: now.toISOString(),
      closedBy: agentId,
      findings,
    };
  if (review.closedBy === agentId && review.findings === findings) return undefined;
  throw new IllegalTransitionError('close the review', 'it is closed, with other findings');
}

/** Whether a share is above a threshold by more than chance explains: the lower end of its Wilson interval is. */
export function exceeds({ cases, of }: { cases: number; of: number }, above: number): boolean {
  return of >= FEWEST && lowerBound(cases, of) > above;
}

function lowerBound(cases: number, of: number): number {
  const share = cases / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return (share + Z ** 2 / (2 * of) - spread) / (1 + Z ** 2 / of);
}

function seenIn(looked: readonly Looked[]): Map<string, { subject: Subject; windows: Seen[] }> {
  const seen = new Map<string, { subject: Subject; windows: Seen[] }>();
  for (const { window, dimension, rows } of looked)
    for (const [value, figures] of sumsBy(rows, (row) => row.value))
      for (const measure of QualityMeasure.options) {
        const [cases = 0, of = 0] = rateParts[rates[measure]].map((flag) => countOf(figures, flag));
        if (of === 0) continue;
        const subject = { measure, dimension, value };
        const known = seen.get(nameOf(subject)) ?? { subject, windows: [] };
        known.windows.push({ window, cases, of });
        seen.set(nameOf(subject), known);
      }
  return seen;
}

function isAbout(review: QualityReview, subject: Subject): boolean {
  return nameOf(review) === nameOf(subject);
}

function nameOf({ measure, dimension, value }: Subject): string {
  return `${measure} ${dimension} ${value}`;
}
