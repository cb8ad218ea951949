import type { Article } from '../../../schemas/article.ts';
import type { Segment } from '../../../schemas/ticket-facts.ts';
import type { IntentGuess, Understanding } from '../../../schemas/understanding.ts';
import type { ArticleIndex } from '../knowledge/article-index.ts';
import { SURE } from '../knowledge/coefficients.ts';
import {
  coefficientsFor,
  confidenceLeft,
  type Evidence,
  likelihoods,
  logOdds,
} from '../knowledge/likelihood.ts';
import { type MeaningOf, nearness } from '../knowledge/meanings.ts';
import type { Question } from '../retrieval/words.ts';
import { botMayAnswer, parentOf } from './taxonomy.ts';

export interface SearchOptions {
  /** What the customer writes in; an article without it answers in another of its languages. */
  readonly language: string;
  readonly intents: readonly IntentGuess[];
  /** Who asks; without it articles for every segment are found. */
  readonly segment?: Segment;
  readonly now: Date;
  /** Compares questions by what their words mean; without it only the words themselves count. */
  readonly meaningOf?: MeaningOf;
  readonly limit: number;
}

export interface Hit {
  readonly article: Article;
  /** The language of the article's text to show. */
  readonly language: string;
  /** How likely this is the article wanted, 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Entries that are looked at more closely. */
const CANDIDATES = 24;
const mostReasons = 5;

/** The articles that fit best, best first; only those in force and written for this segment. */
export function search(index: ArticleIndex, text: string, options: SearchOptions): Hit[] {
  const { found, question } = candidates(index, text, options);
  const likely = likelihoods(found);
  const hits = found
    .map((it, i) => ({ ...it, score: likely[i] as number }))
    .sort((a, b) => b.odds - a.odds || a.place - b.place)
    .slice(0, options.limit);
  let least = 1;
  return hits.map(({ place, entry, guess, score }) => {
    const article = index.articleAt(place);
    // What two intents speak for may be likelier than the one before it, and yet not better.
    least = Math.min(least, score);
    return {
      article,
      language: languageFor(article, options.language),
      score: least,
      reasons: [...longest(index.finder.shared(question, entry)), ...(guess ? [guess.id] : [])],
    };
  });
}

/** An article that may be meant, and what speaks for it. */
export interface Candidate extends Evidence {
  /** Where it stands in the index. */
  readonly place: number;
  /** Its language that fits best. */
  readonly entry: number;
  readonly odds: number;
}

/** Every article that words, ways of asking or intents speak for: each once, in the language that fits best. */
export function candidates(
  index: ArticleIndex,
  text: string,
  { intents, now, segment, meaningOf }: Pick<SearchOptions, 'intents' | 'now' | 'segment' | 'meaningOf'>,
): { found: Candidate[]; question: Question } {
  const { found, question } = index.finder.find(text, {
    limit: CANDIDATES,
    besides: intents.flatMap(({ id }) => index.about(id)),
    admits: (entry) => index.mayAnswer(index.placeOf[entry] ?? 0, now, segment),
  });
  const left = confidenceLeft(intents);
  const evidence = found.flatMap((it) => {
    const place = index.placeOf[it.entry] ?? 0;
    const about = index.intentsAt(place);
    const guess = bestGuess(about, intents);
    return it.words > 0 || it.asks > 0 || guess
      ? [{ ...it, place, guess, confidence: guess?.confidence ?? left, intents: about, meaning: 0 }]
      : [];
  });
  const coefficients = coefficientsFor(evidence);
  const ranked = evidence
    .map((it) => ({ it, odds: logOdds(it, coefficients) }))
    .sort((a, b) => b.odds - a.odds)
    .map(({ it }) => it);
  const entries = ranked.map(({ entry }) => entry);
  const near = meaningOf && nearness(index, text, entries, meaningOf);
  const best = new Map<number, Candidate>();
  for (const [i, it] of ranked.entries()) {
    const meant = { ...it, meaning: near?.[i] ?? 0 };
    const odds = logOdds(meant, coefficients);
    const known = best.get(it.place);
    if (!known || odds > known.odds) best.set(it.place, { ...meant, odds });
  }
  return { found: [...best.values()], question };
}

/** The article the bot may answer with; nothing unless it is sure and the matter may be left to it. */
export function answerable(
  understanding: Understanding,
  hits: readonly Hit[],
  sureFrom = SURE,
): Hit | undefined {
  const [hit] = hits;
  return hit && hit.score >= sureFrom && mayBeAnswered(understanding, hit.article.intents) ? hit : undefined;
}

/** Whether the bot may answer what was understood, with an article about these intents. */
export function mayBeAnswered(
  { intents: [guess], abstained, urgency, wantsHuman }: Understanding,
  about: readonly string[],
): boolean {
  if (!guess || !botMayAnswer(guess.id) || abstained || urgency.urgent || wantsHuman) return false;
  return about.includes(guess.id) || about.includes(parentOf(guess.id) ?? guess.id);
}

/** The surest guess an article serves, as the leaf itself or as its topic. */
function bestGuess(about: readonly string[], guesses: readonly IntentGuess[]): IntentGuess | undefined {
  return guesses.find(({ id }) => about.includes(id) || about.includes(parentOf(id) ?? id));
}

/** The wanted language, else its plain form, else the first the article has. */
function languageFor({ texts }: Article, wanted: string): string {
  const plain = wanted === 'en' ? 'en' : 'zh';
  return [wanted, plain, ...Object.keys(texts)].find((it) => it in texts) ?? plain;
}

/** The matched words that say most to a reader: the longest. */
function longest(words: readonly string[]): string[] {
  return [...words].sort((a, z) => z.length - a.length).slice(0, mostReasons);
}
