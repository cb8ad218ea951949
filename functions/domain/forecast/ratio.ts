/**
 * How what was seen compares with what was expected, forgetting slowly: the mean of a Gamma distribution that Poisson counts update, with
 * discounting (M. West, J. Harrison, "Bayesian forecasting and dynamic models", 1997, 10.8). It starts at `prior` with the weight of
 * `strength` counts, so that a handful of counts moves it a little, and a day of thousands nearly all the way.
 */
export interface Ratio {
  readonly prior: number;
  readonly strength: number;
  seen: number;
  expected: number;
}

export function ratio(prior: number, strength: number): Ratio {
  return { prior, strength, seen: 0, expected: 0 };
}

export function ratioOf({ prior, strength, seen, expected }: Ratio): number {
  const weight = strength / Math.max(prior, 1e-12) + expected;
  return weight > 0 ? (strength + seen) / weight : prior;
}

/** Takes up counts; `keep` is the share that the past keeps of its weight. */
export function takeUp(of: Ratio, seen: number, expected: number, keep: number): void {
  of.seen = of.seen * keep + seen;
  of.expected = of.expected * keep + expected;
}

/**
 * What a count with this mean tells, as the share of its own size that counts: rates that scatter by `spread` beyond Poisson tell no
 * more than 1 / spread, however great the count.
 */
export function telling(mean: number, spread: number): number {
  return 1 / (1 + spread * mean);
}

/** A mean that forgets. */
export interface Average {
  sum: number;
  weight: number;
}

export function average(value: number, weight: number): Average {
  return { sum: value * weight, weight };
}

export function meanOf({ sum, weight }: Average): number {
  return sum / weight;
}

/** Takes up a value with a weight; `keep` is the share that the past keeps of its own. */
export function takeIn(of: Average, value: number, weight: number, keep: number): void {
  of.sum = of.sum * keep + value * weight;
  of.weight = of.weight * keep + weight;
}
