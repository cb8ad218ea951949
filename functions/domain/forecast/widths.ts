import { itemAt } from '../numbers.ts';
import { type Scatter, shareUpTo } from './counts.ts';

/** Bins of the central share from 0, the middle of a forecast, to 1, its edges. */
const BINS = 100;
/** Days of experience after which a past day weighs half: about a month. */
const KEEP = 0.977;
/** The model's own widths weigh, at first, as much as so many days. */
const PRIOR_DAYS = 8;

/**
 * Means from which on counts are kept apart: of few conversations whole numbers are coarse, and an interval that just holds its count holds
 * nearly all. What quiet nights need says nothing of busy evenings.
 */
const SIZES = [0, 0.3, 1, 3, 10, 30];

/**
 * Where counts have fallen in their forecasts: by size of the mean, a weighted histogram of the central share that just held each count, from which
 * an interval that is said to hold half of the counts is widened or narrowed until it did. Conformal prediction on the shares themselves, as in
 * A. Gammerman and V. Vovk, with forgetting for series that change (I. Gibbs, E. Candès, "Adaptive conformal inference under distribution
 * shift", 2021).
 */
export type Widths = readonly Histogram[];

interface Histogram {
  readonly weights: Float64Array;
  total: number;
}

type Tried = readonly { readonly count: number; readonly scatter: Scatter }[];

/** As the model says: every share as often as the next. */
export function modelWidths(): Widths {
  return SIZES.map(() => ({
    weights: new Float64Array(BINS).fill(PRIOR_DAYS / BINS),
    total: PRIOR_DAYS,
  }));
}

/** Takes up one day: every count with the forecast it had. */
export function learnWidths(widths: Widths, day: Tried): void {
  for (const [size, trials] of Map.groupBy(day, ({ scatter }) => sizeOf(scatter)))
    learnSize(itemAt(widths, size), trials);
}

function learnSize(histogram: Histogram, trials: Tried): void {
  const { weights } = histogram;
  histogram.total = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const kept = itemAt(weights, bin) * KEEP;
    weights[bin] = kept;
    histogram.total += kept;
  }
  for (const { count, scatter } of trials) {
    const bin = Math.min(BINS - 1, Math.floor(widthTo(count, scatter) * BINS));
    weights[bin] = itemAt(weights, bin) + 1 / trials.length;
    histogram.total += 1 / trials.length;
  }
}

/** The central share of the model whose interval of whole numbers just holds the count. */
function widthTo(count: number, scatter: Scatter): number {
  return Math.max(0, 1 - 2 * shareUpTo(count, scatter), 2 * shareUpTo(count - 1, scatter) - 1);
}

/** The central share the model must give so that this share of counts falls inside. */
export function widthFor(widths: Widths, share: number, scatter: Scatter): number {
  const { weights, total } = itemAt(widths, sizeOf(scatter));
  let below = 0;
  const wanted = share * total;
  for (let bin = 0; bin < BINS; bin += 1) {
    const weight = itemAt(weights, bin);
    if (below + weight >= wanted) return Math.min(0.998, (bin + (wanted - below) / weight) / BINS);
    below += weight;
  }
  return 0.998;
}

function sizeOf({ mean }: Scatter): number {
  return SIZES.findLastIndex((least) => mean >= least);
}
