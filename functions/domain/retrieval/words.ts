import { f32, nth, small, u32 } from './numbers.ts';
import { type Dictionary, numberOf } from './dictionary.ts';
import { type Postings, type Row, transposed, type Weighed } from './postings.ts';
import { wordTerms } from './terms.ts';
import type { Token } from './tokens.ts';

/** Okapi BM25 with its usual constants. */
const K1 = 1.2;
const B = 0.75;

/** How much a term counts in each entry that holds it: what BM25 makes of frequency and length, 255 being the most. */
export interface WordPostings extends Postings {
  readonly impacts: Uint8Array;
  /** How rare each term is: ln(1 + (N − n + 0.5) ÷ (n + 0.5)). */
  readonly rarity: Float32Array;
}

/** The weighted frequencies of an entry's terms, and their sum. */
export interface Counted extends Row {
  readonly length: number;
}

/** Postings of all entries, for a dictionary of `size` terms. */
export function postWords(counted: readonly Counted[], size: number): WordPostings {
  const mean = Math.max(1, counted.reduce((sum, it) => sum + it.length, 0) / Math.max(1, counted.length));
  const { starts, entries, values } = transposed(counted, size);
  const floors = counted.map(({ length }) => K1 * (1 - B + (B * length) / mean));
  const impacts = Uint8Array.from(values, (frequency, at) => {
    const floor = nth(floors, small(entries, at));
    return Math.max(1, Math.round((255 * frequency) / (frequency + floor)));
  });
  const rarity = Float32Array.from({ length: size }, (_, term) => {
    const holding = u32(starts, term + 1) - u32(starts, term);
    return Math.log(1 + (counted.length - holding + 0.5) / (holding + 0.5));
  });
  return { starts, entries, impacts, rarity };
}

/** A question's terms with what each can add at most, most telling first. */
export interface Question {
  readonly terms: readonly AskedTerm[];
  /** What an entry would reach that holds everything the question says, words nobody knows included. */
  readonly perfect: number;
}

export interface AskedTerm {
  readonly term: number;
  readonly weight: number;
  /** As the customer wrote it. */
  readonly words: string;
  /** Of a pair: the terms of its two tokens. */
  readonly parts?: readonly [number, number];
}

/** Longer questions are judged by their most telling terms. */
const MOST_TERMS = 96;

/** Reads a question; `count` is the number of entries. */
export function questionOf(
  { rarity }: Pick<WordPostings, 'rarity'>,
  dictionary: Dictionary,
  tokens: readonly Token[],
  count: number,
): Question {
  const unheard = Math.log(1 + (count + 0.5) / 0.5);
  const asked = new Map<string, AskedTerm>();
  for (const { key, weight, words, parts } of wordTerms(tokens)) {
    const term = numberOf(dictionary, key);
    asked.set(words, {
      term,
      weight: weight * (term < 0 ? unheard : f32(rarity, term)),
      words,
      ...(parts && { parts: [numberOf(dictionary, parts[0]), numberOf(dictionary, parts[1])] }),
    });
  }
  const told = [...asked.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
  return {
    terms: told.filter(({ term }) => term >= 0),
    perfect: told.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** The question for postings of impacts: an entry that holds everything scores 1. */
export function weighedWords({ terms, perfect }: Question): Weighed[] {
  return terms.map(({ term, weight }) => ({ term, factor: weight / (255 * perfect) }));
}
