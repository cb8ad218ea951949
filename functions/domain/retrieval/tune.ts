import { f32, nth, u32 } from './numbers.ts';
import type { Row } from './postings.ts';

/** One way of asking, and the entry it asks for. Those of one entry stand together, in the order of the entries. */
export interface Ask extends Row {
  readonly entry: number;
}

/** How sure the likeness to an entry's average alone makes, before anything is learned. */
const FIRST = 10;
const RIVALS = 10;
const ROUNDS = 5;
const STEP = 1;
/** Beyond so many cells of terms × entries nothing is learned: the averages serve. */
const MOST_CELLS = 16_000_000;

/**
 * What each entry gains by each term. It begins with the average direction of an entry's ways of asking; then, where the knowledge
 * base is small enough, every way of asking is held against the ten entries most like it, and the weights move until it prefers
 * its own (softmax regression by stochastic gradient, five rounds in an order that is always the same).
 */
export function learnAsks(asks: readonly Ask[], groups: readonly number[], size: number): Row[] {
  const rows = averages(asks, groups.length);
  return size * groups.length <= MOST_CELLS ? improved(rows, asks, groups, size) : rows;
}

function averages(asks: readonly Ask[], entries: number): Row[] {
  const sums = Array.from({ length: entries }, () => new Map<number, number>());
  for (const { entry, terms, values } of asks) {
    const sum = sums[entry];
    for (let i = 0; sum && i < terms.length; i += 1) {
      const term = u32(terms, i);
      sum.set(term, (sum.get(term) ?? 0) + f32(values, i));
    }
  }
  return sums.map((sum) => {
    const values = Float32Array.from(sum.values());
    const length = Math.hypot(...values) || 1;
    return { terms: Uint32Array.from(sum.keys()), values: values.map((it) => (FIRST * it) / length) };
  });
}

function improved(
  rows: readonly Row[],
  asks: readonly Ask[],
  groups: readonly number[],
  size: number,
): Row[] {
  const entries = groups.length;
  const cells = new Float32Array(size * entries);
  for (const [entry, { terms, values }] of rows.entries())
    for (let i = 0; i < terms.length; i += 1) cells[u32(terms, i) * entries + entry] = f32(values, i);
  const rivals = asks.map((ask) => rivalsOf(ask, cells, groups));
  const order = asks.map((_, i) => i);
  const shuffle = shuffler();
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order);
    const step = STEP * (1 - (0.9 * round) / ROUNDS);
    for (const i of order) {
      const ask = asks[i];
      if (ask) learn(ask, rivals[i] ?? [], cells, entries, step);
    }
  }
  return rowsOf(cells, entries, size);
}

function rowsOf(cells: Float32Array, entries: number, size: number): Row[] {
  return Array.from({ length: entries }, (_, entry) => {
    const terms: number[] = [];
    const values: number[] = [];
    for (let term = 0; term < size; term += 1) {
      const value = f32(cells, term * entries + entry);
      if (value === 0) continue;
      terms.push(term);
      values.push(value);
    }
    return { terms: Uint32Array.from(terms), values: Float32Array.from(values) };
  });
}

/** The entry itself, and the entries of other matters whose averages are most like this way of asking. */
function rivalsOf({ entry, terms, values }: Ask, cells: Float32Array, groups: readonly number[]): number[] {
  const entries = groups.length;
  const scores = new Float32Array(entries);
  for (let i = 0; i < terms.length; i += 1) {
    const value = f32(values, i);
    const from = u32(terms, i) * entries;
    for (let e = 0; e < entries; e += 1) scores[e] = f32(scores, e) + value * f32(cells, from + e);
  }
  const others = groups
    .map((group, e) => ({ e, group }))
    .filter(({ e, group }) => group !== groups[entry] && f32(scores, e) > 0)
    .sort((a, b) => f32(scores, b.e) - f32(scores, a.e) || a.e - b.e)
    .slice(0, RIVALS);
  return [entry, ...others.map(({ e }) => e)];
}

/** One step: the right entry, which stands first, gains what it lacks; the others lose what they have too much. */
function learn(
  { terms, values }: Ask,
  rivals: readonly number[],
  cells: Float32Array,
  entries: number,
  step: number,
) {
  const odds = rivals.map((entry) => {
    let score = 0;
    for (let i = 0; i < terms.length; i += 1)
      score += f32(values, i) * f32(cells, u32(terms, i) * entries + entry);
    return score;
  });
  const most = Math.max(...odds);
  const parts = odds.map((it) => Math.exp(it - most));
  const total = parts.reduce((sum, it) => sum + it, 0);
  for (const [k, entry] of rivals.entries()) {
    const push = step * ((k === 0 ? 1 : 0) - nth(parts, k) / total);
    for (let i = 0; i < terms.length; i += 1) {
      const cell = u32(terms, i) * entries + entry;
      cells[cell] = f32(cells, cell) + push * f32(values, i);
    }
  }
}

/** Shuffles in place, the same way in every process (Fisher–Yates over a xorshift of fixed seed). */
function shuffler(): (order: number[]) => void {
  let state = 0x2545f491;
  return (order) => {
    for (let i = order.length - 1; i > 0; i -= 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const j = (state >>> 0) % (i + 1);
      [order[i], order[j]] = [nth(order, j), nth(order, i)];
    }
  };
}
