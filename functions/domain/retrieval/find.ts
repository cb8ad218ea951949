import { f32, nth } from './numbers.ts';
import { directionOf, weighedAsks, ZERO } from './asks.ts';
import type { Retrieval } from './build.ts';
import { numberOf } from './dictionary.ts';
import { scorePassages } from './passages.ts';
import { placeOf, scoreAll, scoreOne } from './postings.ts';
import { viewsOf } from './terms.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Question, questionOf, weighedWords } from './words.ts';

/** What speaks for one entry. */
export interface Found {
  readonly entry: number;
  /** The share of the question's words it holds, by BM25 (0–1). */
  readonly words: number;
  /** The share of the question that one passage of its body says (0–1). */
  readonly passage: number;
  /** How much its ways of asking are like the question, on a scale of log-odds. */
  readonly asks: number;
}

/** What a question found, and how to say why. */
export interface Finding {
  readonly found: readonly Found[];
  readonly question: Question;
}

export interface FindOptions {
  /** How many entries are wanted. */
  readonly limit: number;
  /** Entries that are wanted for other reasons; half as many of them again. */
  readonly besides?: readonly number[];
  /** Leaves out what may not be found now. */
  readonly admits?: (entry: number) => boolean;
}

/** How much words that are all there move the odds, when the entries worth a closer look are chosen. */
const WORDS = 10;

/** Finds entries. Working memory is kept between questions. */
export class Finder {
  private readonly words: Float32Array;
  private readonly asks: Float32Array;
  private readonly places: Uint8Array;
  private readonly retrieval: Retrieval;
  private readonly unheard: number;

  constructor(retrieval: Retrieval) {
    this.retrieval = retrieval;
    this.words = new Float32Array(retrieval.size);
    this.asks = new Float32Array(retrieval.size);
    this.places = new Uint8Array(retrieval.dictionary.proofs.length);
    this.unheard = retrieval.asks.rarity.reduce((most, it) => Math.max(most, it), 1);
  }

  /** The entries most likely meant by words and ways of asking, with what speaks for each. */
  find(text: string, { limit, besides = [], admits = () => true }: FindOptions): Finding {
    const { dictionary, words, asks, bodies, size } = this.retrieval;
    const tokens = tokensOf(endsOf(text));
    const question = questionOf(words, dictionary, tokens, size);
    this.words.fill(0);
    this.asks.fill(0);
    const impacts = { values: words.impacts, zero: 0 };
    const left = scoreAll(words, impacts, weighedWords(question), this.words);
    scoreAll(asks, { values: asks.weights, zero: ZERO }, this.weighedAsks(tokens), this.asks);
    const chosen = new Set([...this.best(limit, admits), ...this.bestOf(besides, limit / 2, admits)]);
    const passages = scorePassages(bodies, question, [...chosen], this.places);
    const found = [...chosen].map((entry, i) => ({
      entry,
      words: f32(this.words, entry) + scoreOne(words, impacts, left, entry),
      passage: nth(passages, i),
      asks: f32(this.asks, entry),
    }));
    return { found, question };
  }

  /** The question's words that an entry holds, as the customer wrote them. */
  shared({ terms }: Question, entry: number): string[] {
    return terms
      .filter(({ term }) => placeOf(this.retrieval.words, term, entry) >= 0)
      .map(({ words }) => words);
  }

  private weighedAsks(tokens: readonly Token[]) {
    const { dictionary, asks } = this.retrieval;
    const views = viewsOf(tokens).map((keys) => keys.map((key) => numberOf(dictionary, key)));
    return weighedAsks(directionOf(views, asks.rarity, this.unheard), asks.scale);
  }

  private scoreOf(entry: number): number {
    return WORDS * f32(this.words, entry) + f32(this.asks, entry);
  }

  private best(limit: number, admits: (entry: number) => boolean): number[] {
    const { words, asks } = this;
    const best = new Best(limit);
    let least = Number.NEGATIVE_INFINITY;
    for (let entry = 0; entry < words.length; entry += 1) {
      const word = f32(words, entry);
      const ask = f32(asks, entry);
      const score = WORDS * word + ask;
      if (score > least && (word !== 0 || ask !== 0) && admits(entry)) least = best.add(entry, score);
    }
    return best.entries;
  }

  private bestOf(entries: readonly number[], limit: number, admits: (entry: number) => boolean): number[] {
    const best = new Best(limit);
    let least = Number.NEGATIVE_INFINITY;
    for (const entry of entries) {
      const score = this.scoreOf(entry);
      if (score > least && admits(entry)) least = best.add(entry, score);
    }
    return best.entries;
  }
}

/** Of a long story the beginning and the end: that is where people ask. */
function endsOf(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} ${text.slice(-LONGEST / 2)}`;
}

const LONGEST = 2000;

/** The highest scores, best first; of equal ones those that came first. */
class Best {
  readonly entries: number[] = [];
  private readonly scores: number[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Puts an entry where it belongs; answers what the next must exceed. */
  add(entry: number, score: number): number {
    let at = this.entries.length;
    while (at > 0 && score > nth(this.scores, at - 1)) at -= 1;
    this.entries.splice(at, 0, entry);
    this.scores.splice(at, 0, score);
    if (this.entries.length > this.limit) {
      this.entries.pop();
      this.scores.pop();
    }
    return this.entries.length < this.limit ? Number.NEGATIVE_INFINITY : (this.scores.at(-1) ?? 0);
  }
}
