import { addSketch, addValue, quantile } from '../domain/insights/sketch.ts';

/** Times in seconds: percentiles within 0.5 %, mean and number exact. Two of them merge by adding. */
export interface Spread {
  count: number;
  sum: number;
  readonly sketch: Map<number, number>;
}

export function emptySpread(): Spread {
  return { count: 0, sum: 0, sketch: new Map() };
}

export function addTo(spread: Spread, seconds: number): void {
  spread.count += 1;
  spread.sum += seconds;
  addValue(spread.sketch, seconds * 1000);
}

export function mergeSpread(into: Spread, from: Spread): void {
  into.count += from.count;
  into.sum += from.sum;
  addSketch(into.sketch, from.sketch);
}

export function meanOf({ sum, count }: Spread): number {
  return count === 0 ? 0 : sum / count;
}

/** Seconds within which this share of all lies; 0 when nothing was counted. */
export function quantileOf({ sketch }: Spread, share: number): number {
  return (quantile(sketch, share) ?? 0) / 1000;
}
