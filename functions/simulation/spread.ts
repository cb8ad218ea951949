/** Each class is so much wider than the one before: a percentile is right to half of this. */
const WIDTH = 1.01;
const LN_WIDTH = Math.log(WIDTH);
/** Everything up to a tenth of a second is one class. */
const LEAST = 0.1;

/** Times in seconds, counted by class: percentiles within 0.5 %, mean and number exact. Two of them merge by adding. */
export interface Spread {
  count: number;
  sum: number;
  /** Sum of the squares, for a standard error. */
  squares: number;
  /** How many fell into each class, the shortest first. */
  classes: number[];
}

export function emptySpread(): Spread {
  return { count: 0, sum: 0, squares: 0, classes: [] };
}

export function addTo(spread: Spread, seconds: number): void {
  spread.count += 1;
  spread.sum += seconds;
  spread.squares += seconds * seconds;
  const at = seconds <= LEAST ? 0 : Math.ceil(Math.log(seconds / LEAST) / LN_WIDTH);
  while (spread.classes.length <= at) spread.classes.push(0);
  spread.classes[at] = (spread.classes[at] ?? 0) + 1;
}

export function mergeSpread(into: Spread, from: Spread): void {
  into.count += from.count;
  into.sum += from.sum;
  into.squares += from.squares;
  from.classes.forEach((count, at) => {
    while (into.classes.length <= at) into.classes.push(0);
    into.classes[at] = (into.classes[at] ?? 0) + count;
  });
}

export function meanOf({ sum, count }: Spread): number {
  return count === 0 ? 0 : sum / count;
}

/** Seconds within which this share of all lies: the middle of its class; 0 when nothing was counted, or for the first class. */
export function quantileOf({ classes, count }: Spread, share: number): number {
  let left = Math.max(1, Math.ceil(share * count));
  for (const [at, inClass] of classes.entries()) {
    left -= inClass;
    if (left <= 0) return at === 0 ? 0 : LEAST * WIDTH ** (at - 0.5);
  }
  return 0;
}
