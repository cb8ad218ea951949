import { f32, numbersBelow, small, u32, u8, type Numbers } from './numbers.ts';

/** Of each term, the entries that have it, in ascending order: places `starts[term]` to `starts[term + 1]` of `entries`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly entries: Numbers;
}

/** The terms of one entry, each once, with a value each. */
export interface Row {
  readonly terms: Uint32Array;
  readonly values: Float32Array;
}

/** Turns rows by entry into postings by term; `values` stand beside `entries`. */
export function transposed(rows: readonly Row[], size: number): Postings & { readonly values: Float32Array } {
  const starts = new Uint32Array(size + 1);
  for (const { terms } of rows)
    for (let i = 0; i < terms.length; i += 1) {
      const after = u32(terms, i) + 1;
      starts[after] = u32(starts, after) + 1;
    }
  for (let term = 0; term < size; term += 1) starts[term + 1] = u32(starts, term + 1) + u32(starts, term);
  const total = u32(starts, size);
  const entries = numbersBelow(rows.length, total);
  const values = new Float32Array(total);
  const next = starts.slice();
  for (const [entry, row] of rows.entries()) {
    for (let i = 0; i < row.terms.length; i += 1) {
      const term = u32(row.terms, i);
      const at = u32(next, term);
      next[term] = at + 1;
      entries[at] = entry;
      values[at] = f32(row.values, i);
    }
  }
  return { starts, entries, values };
}

/** Where an entry stands among a term's postings; −1 when it has the term not. */
export function placeOf({ starts, entries }: Postings, term: number, entry: number): number {
  let low = u32(starts, term);
  const end = u32(starts, term + 1);
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (small(entries, middle) < entry) low = middle + 1;
    else high = middle;
  }
  return low < end && entries[low] === entry ? low : -1;
}

/** A term of a question, and what each unit of a posting's value adds to the score. */
export interface Weighed {
  readonly term: number;
  readonly factor: number;
}

/** Values beside postings, in eight bits; `zero` is the one that stands for 0. */
export interface Values {
  readonly values: Uint8Array;
  readonly zero: number;
}

/**
 * Postings of one question that are read for every entry. What is left, the terms that say least in the longest lists, is read only for
 * the entries that come into question; so a question takes the same time at most, however large the knowledge base is.
 */
const MOST_POSTINGS = 60_000;

/** Adds what the terms say to every entry's score, most telling first; answers those that were left. */
export function scoreAll(
  { starts, entries }: Postings,
  { values, zero }: Values,
  terms: readonly Weighed[],
  scores: Float32Array,
): readonly Weighed[] {
  let read = 0;
  for (const [i, { term, factor }] of terms.entries()) {
    const start = u32(starts, term);
    const end = u32(starts, term + 1);
    read += end - start;
    if (read > MOST_POSTINGS) return terms.slice(i);
    for (let at = start; at < end; at += 1) {
      const entry = small(entries, at);
      scores[entry] = f32(scores, entry) + factor * (u8(values, at) - zero);
    }
  }
  return [];
}

/** What the terms that were left say for one entry. */
export function scoreOne(
  postings: Postings,
  { values, zero }: Values,
  left: readonly Weighed[],
  entry: number,
): number {
  let score = 0;
  for (const { term, factor } of left) {
    const place = placeOf(postings, term, entry);
    if (place >= 0) score += factor * (u8(values, place) - zero);
  }
  return score;
}
