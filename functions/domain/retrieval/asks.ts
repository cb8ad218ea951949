import { f32, nth, small, u32 } from './numbers.ts';
import type { Postings, Row, Weighed } from './postings.ts';
import { transposed } from './postings.ts';
import { VIEW_WEIGHTS } from './terms.ts';

/**
 * Which ways of asking speak for which entries: for each term and entry a learned weight. `(weights − 128) × scale[term]` summed over a
 * question's terms is the entry's score, on the scale of log-odds between entries.
 */
export interface AskPostings extends Postings {
  /** 128 stands for 0. */
  readonly weights: Uint8Array;
  readonly scale: Float32Array;
  /** How rare each term is among all ways of asking: 1 + ln((N + 1) ÷ (n + 1)). */
  readonly rarity: Float32Array;
}

/** Fainter weights are left out: a quarter of the postings, and none of the right answers. */
const FAINT = 4;
/** The weight that stands for 0. */
export const ZERO = 128;

/** A text in its three views, as numbers of terms; −1 for terms nobody knows. */
export type NumberedViews = readonly (readonly number[])[];

/**
 * The direction of a text: its terms with values that make each view of it as long as its weight. Terms nobody knows count for the
 * length and nothing else.
 */
export function directionOf(views: NumberedViews, rarity: Float32Array, unheard: number): Row {
  const terms: number[] = [];
  const values: number[] = [];
  for (const [v, numbers] of views.entries()) {
    const counts = new Map<number, number>();
    let square = 0;
    for (const term of numbers) {
      if (term < 0) square += unheard ** 2;
      else counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const from = values.length;
    for (const [term, count] of counts) {
      const value = (1 + Math.log(count)) * f32(rarity, term);
      square += value * value;
      terms.push(term);
      values.push(value);
    }
    const factor = nth(VIEW_WEIGHTS, v) / Math.sqrt(square || 1);
    for (let i = from; i < values.length; i += 1) values[i] = nth(values, i) * factor;
  }
  return { terms: Uint32Array.from(terms), values: Float32Array.from(values) };
}

/** How rare each term is among all ways of asking, and how rare one is that nobody uses. */
export function raritiesOf(
  asked: readonly NumberedViews[],
  size: number,
): { rarity: Float32Array; unheard: number } {
  const holding = new Uint32Array(size);
  for (const views of asked) for (const term of new Set(views.flat())) holding[term] = u32(holding, term) + 1;
  return {
    rarity: Float32Array.from(holding, (n) => (n === 0 ? 0 : 1 + Math.log((asked.length + 1) / (n + 1)))),
    unheard: 1 + Math.log(asked.length + 1),
  };
}

/** A question's direction for postings of weights, what can add most first. */
export function weighedAsks({ terms, values }: Row, scale: Float32Array): Weighed[] {
  const weighed: Weighed[] = [];
  for (let i = 0; i < terms.length; i += 1) {
    const term = u32(terms, i);
    weighed.push({ term, factor: f32(values, i) * f32(scale, term) });
  }
  return weighed.sort((a, b) => b.factor - a.factor);
}

/** Weights by entry as postings: eight bits a weight, each term with its own scale; faint ones are left out. */
export function postAsks(rows: readonly Row[], size: number): Omit<AskPostings, 'rarity'> {
  const { starts, entries, values } = transposed(rows, size);
  const scale = new Float32Array(size);
  const kept = {
    starts: new Uint32Array(size + 1),
    entries: entries.slice(),
    weights: new Uint8Array(entries.length),
  };
  let count = 0;
  for (let term = 0; term < size; term += 1) {
    const start = u32(starts, term);
    const end = u32(starts, term + 1);
    let most = 0;
    for (let at = start; at < end; at += 1) most = Math.max(most, Math.abs(f32(values, at)));
    scale[term] = most / 127;
    for (let at = start; at < end; at += 1) {
      const weight = Math.round((127 * f32(values, at)) / most);
      if (Math.abs(weight) < FAINT) continue;
      kept.entries[count] = small(entries, at);
      kept.weights[count] = weight + ZERO;
      count += 1;
    }
    kept.starts[term + 1] = count;
  }
  return {
    starts: kept.starts,
    entries: kept.entries.slice(0, count),
    weights: kept.weights.slice(0, count),
    scale,
  };
}
