import { f32, small, u32, u8, type Numbers } from './numbers.ts';
import type { Question } from './words.ts';

/** The bodies of all entries: the number of each token's own term, one after the other. */
export interface Bodies {
  readonly starts: Uint32Array;
  readonly tokens: Numbers;
}

/** Tokens of the passage that is looked at as one: about two sentences. */
const WINDOW = 60;

/**
 * The share of a question (0–1) that one passage of each entry's body says. `places` is working memory, one cell a term, and
 * all zeros before and after.
 */
export function scorePassages(
  bodies: Bodies,
  { terms, perfect }: Question,
  entries: readonly number[],
  places: Uint8Array,
): number[] {
  for (const [i, { term }] of terms.entries()) places[term] = i + 1;
  const pairs = pairTable(terms, places);
  const weights = Float32Array.from([0, ...terms.map(({ weight }) => weight)]);
  const held = new Uint32Array(terms.length + 1);
  const shares = entries.map((entry) => {
    held.fill(0);
    return perfect > 0 ? bestPassage(bodies, entry, { places, pairs, weights, held }) / perfect : 0;
  });
  for (const { term } of terms) places[term] = 0;
  return shares;
}

/** A question's terms by their places: 0 is none of them. */
interface Places {
  readonly places: Uint8Array;
  /** Which pair two neighbours make, by their places. */
  readonly pairs: Uint8Array;
  readonly weights: Float32Array;
  /** How often each stands in the passage just looked at. */
  readonly held: Uint32Array;
}

/** The most that any passage weighs: what enters on the right adds its weight the first time, what leaves takes it the last time. */
function bestPassage(
  { starts, tokens }: Bodies,
  entry: number,
  { places, pairs, weights, held }: Places,
): number {
  const from = u32(starts, entry);
  const end = u32(starts, entry + 1);
  const size = weights.length;
  let sum = 0;
  let best = 0;
  let before = 0;
  let leaving = 0;
  for (let at = from; at < end; at += 1) {
    const place = u8(places, small(tokens, at));
    if (place > 0) {
      if (held[place] === 0) sum += f32(weights, place);
      held[place] = u32(held, place) + 1;
      const pair = u8(pairs, before * size + place);
      if (pair > 0 && held[pair] === 0) sum += f32(weights, pair);
      if (pair > 0) held[pair] = u32(held, pair) + 1;
      if (sum > best) best = sum;
    }
    before = place;
    if (at - WINDOW < from) continue;
    const gone = u8(places, small(tokens, at - WINDOW));
    if (gone > 0) {
      held[gone] = u32(held, gone) - 1;
      if (held[gone] === 0) sum -= f32(weights, gone);
      const pair = u8(pairs, leaving * size + gone);
      if (pair > 0) held[pair] = u32(held, pair) - 1;
      if (pair > 0 && held[pair] === 0) sum -= f32(weights, pair);
    }
    leaving = gone;
  }
  return best;
}

function pairTable(terms: Question['terms'], places: Uint8Array): Uint8Array {
  const size = terms.length + 1;
  const table = new Uint8Array(size * size);
  for (const [i, { parts }] of terms.entries()) {
    const first = parts ? u8(places, parts[0]) : 0;
    const second = parts ? u8(places, parts[1]) : 0;
    if (first > 0 && second > 0) table[first * size + second] = i + 1;
  }
  return table;
}
