/**
 * How values are spread, small and mergeable: DDSketch (Masson, Rim and Lee, PVLDB 12(12), 2019, “DDSketch: a fast and fully-mergeable
 * quantile sketch with relative-error guarantees”). A value counts in the bucket ⌈log_γ v⌉ with γ = (1 + α) / (1 − α); the middle of a
 * bucket is then at most α off, relatively, from every value in it. Merging adds the buckets up, so that any order and any grouping give
 * the very same sketch.
 */
export type Sketch = ReadonlyMap<number, number>;

/** Relative error of every quantile. */
export const RELATIVE_ERROR = 0.005;
const GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
const LOG_GAMMA = Math.log(GAMMA);

/** Milliseconds: what is shorter counts as none, what is longer (three years) as this long. So a sketch has at most 2,536 buckets. */
const SHORTEST = 1;
const LONGEST = 1e11;
/** The bucket of no time at all: below that of the shortest. */
const NONE = -1;

/** A sketch of values in milliseconds. */
export function sketchOf(values: Iterable<number>): Sketch {
  const sketch = new Map<number, number>();
  for (const value of values) addValue(sketch, value);
  return sketch;
}

/** Counts one value more, in milliseconds. */
export function addValue(sketch: Map<number, number>, value: number): void {
  count(sketch, bucketOf(value), 1);
}

/** Counts everything that another one has counted. */
export function addSketch(sketch: Map<number, number>, other: Sketch): void {
  for (const [bucket, counted] of other) count(sketch, bucket, counted);
}

/** How many values were counted. */
export function sizeOf(sketch: Sketch): number {
  return [...sketch.values()].reduce((sum, counted) => sum + counted, 0);
}

/**
 * The value at a rank, in milliseconds: of n values in order the one at ⌊q (n − 1)⌋, at most `RELATIVE_ERROR` off. Undefined when there
 * are none. `q` is from 0 to 1.
 */
export function quantile(sketch: Sketch, q: number): number | undefined {
  const size = sizeOf(sketch);
  if (size === 0) return undefined;
  let left = Math.floor(q * (size - 1));
  for (const bucket of [...sketch.keys()].sort((a, b) => a - b)) {
    left -= sketch.get(bucket) ?? 0;
    if (left < 0) return middleOf(bucket);
  }
  return undefined;
}

/** The sketch as text: for each bucket in order the distance from the one before and the count, base 36: `2s.3 1.1`. */
export function writeSketch(sketch: Sketch): string {
  let before = 0;
  return [...sketch]
    .sort(([a], [b]) => a - b)
    .map(([bucket, counted]) => {
      const distance = bucket - before;
      before = bucket;
      return counted === 1 ? distance.toString(36) : `${distance.toString(36)}.${counted.toString(36)}`;
    })
    .join(' ');
}

/** The sketch that a text is of. @throws Error when it is none */
export function readSketch(text: string): Sketch {
  const buckets = new Map<number, number>();
  let bucket = 0;
  for (const part of text === '' ? [] : text.split(' ')) {
    const [distance = '', counted = '1'] = part.split('.');
    bucket += parseInt(distance, 36);
    const times = parseInt(counted, 36);
    if (!Number.isSafeInteger(bucket) || !(times > 0)) throw new Error('this text is of no sketch');
    buckets.set(bucket, times);
  }
  return buckets;
}

function bucketOf(value: number): number {
  if (value < SHORTEST) return NONE;
  return Math.ceil(Math.log(Math.min(value, LONGEST)) / LOG_GAMMA);
}

function middleOf(bucket: number): number {
  return bucket === NONE ? 0 : (2 * GAMMA ** bucket) / (GAMMA + 1);
}

function count(buckets: Map<number, number>, bucket: number, times: number): void {
  buckets.set(bucket, (buckets.get(bucket) ?? 0) + times);
}
