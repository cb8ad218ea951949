import { normalAt, normalBelow } from './normal.ts';

/**
 * How a count scatters: negative binomial with this mean, and the variance mean + spread · mean², which is Poisson when the spread is 0
 * and otherwise a Poisson count whose rate is itself not surely known.
 */
export interface Scatter {
  readonly mean: number;
  readonly spread: number;
}

/** Up to this mean, sums are exact; beyond it the Gamma distribution stands in, by the cube root of E. B. Wilson and M. M. Hilferty (1931). */
const MOST_SUMMED = 120;

/** The share of counts up to this one. */
export function shareUpTo(count: number, scatter: Scatter): number {
  if (count < 0) return 0;
  if (scatter.mean <= 0) return 1;
  if (scatter.mean > MOST_SUMMED) return normalBelow(cubeRoot(count + 0.5, scatter));
  let [share, sum] = [shareOfNone(scatter), 0];
  for (let n = 0; n <= count && sum < 1; n += 1) {
    sum += share;
    share *= stepFrom(n, scatter);
  }
  return Math.min(1, sum);
}

/** The least count up to which lies at least this share. */
export function countAt(share: number, scatter: Scatter): number {
  if (scatter.mean <= 0) return 0;
  if (scatter.mean > MOST_SUMMED) return Math.max(0, Math.ceil(fromCubeRoot(normalAt(share), scatter) - 0.5));
  let [part, sum, n] = [shareOfNone(scatter), 0, 0];
  for (; ; n += 1) {
    sum += part;
    // What is left of the sum by rounding must not make it endless.
    if (sum >= share - 1e-12 || (part < 1e-15 && n > scatter.mean)) return n;
    part *= stepFrom(n, scatter);
  }
}

function shareOfNone({ mean, spread }: Scatter): number {
  return spread < 1e-9 ? Math.exp(-mean) : Math.exp(-Math.log1p(spread * mean) / spread);
}

/** By how much the share of n + 1 is that of n. */
function stepFrom(n: number, { mean, spread }: Scatter): number {
  return (mean * (1 + spread * n)) / ((n + 1) * (1 + spread * mean));
}

function cubeRoot(value: number, { mean, spread }: Scatter): number {
  const third = (1 / mean + spread) / 9;
  return (Math.cbrt(value / mean) - 1 + third) / Math.sqrt(third);
}

function fromCubeRoot(z: number, { mean, spread }: Scatter): number {
  const third = (1 / mean + spread) / 9;
  return mean * Math.max(0, 1 - third + z * Math.sqrt(third)) ** 3;
}
