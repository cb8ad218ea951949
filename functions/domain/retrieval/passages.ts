import type { Numbers } from './numbers.ts';
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
  const weights = Float64Array.from([0, ...terms.map(({ weight }) => weight)]);
  const held = new Uint16Array(terms.length + 1);
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
  readonly weights: Float64Array;
  /** How often each stands in the passage just looked at. */
  readonly held: Uint16Array;
}

/** The most that any passage weighs: what enters on the right adds its weight the first time, what leaves takes it the last time. */
function bestPassage(
  { starts, tokens }: Bodies,
  entry: number,
  { places, pairs, weights, held }: Places,
): number {
  const from = starts[entry] ?? 0;
  const end = starts[entry + 1] ?? 0;
  const size = weights.length;
  let sum = 0;
  let best = 0;
  let before = 0;
  let leaving = 0;
  for (let at = from; at < end; at += 1) {
    const place = places[tokens[at] ?? 0] ?? 0;
    if (place > 0) {
      if (held[place] === 0) sum += weights[place] ?? 0;
      held[place] = (held[place] ?? 0) + 1;
      const pair = pairs[before * size + place] ?? 0;
      if (pair > 0 && held[pair] === 0) sum += weights[pair] ?? 0;
      if (pair > 0) held[pair] = (held[pair] ?? 0) + 1;
      if (sum > best) best = sum;
    }
    before = place;
    if (at - WINDOW < from) continue;
    const gone = places[tokens[at - WINDOW] ?? 0] ?? 0;
    if (gone > 0) {
      held[gone] = (held[gone] ?? 0) - 1;
      if (held[gone] === 0) sum -= weights[gone] ?? 0;
      const pair = pairs[leaving * size + gone] ?? 0;
      if (pair > 0) held[pair] = (held[pair] ?? 0) - 1;
      if (pair > 0 && held[pair] === 0) sum -= weights[pair] ?? 0;
    }
    leaving = gone;
  }
  return best;
}

function pairTable(terms: Question['terms'], places: Uint8Array): Uint8Array {
  const size = terms.length + 1;
  const table = new Uint8Array(size * size);
  for (const [i, { parts }] of terms.entries()) {
    const first = parts ? (places[parts[0]] ?? 0) : 0;
    const second = parts ? (places[parts[1]] ?? 0) : 0;
    if (first > 0 && second > 0) table[first * size + second] = i + 1;
  }
  return table;
}
