import type { Article, ArticleText } from '../../../schemas/article.ts';
import type { Segment } from '../../../schemas/ticket-facts.ts';
import type { IntentGuess, Understanding } from '../../../schemas/understanding.ts';
import { termsOf } from './search-terms.ts';
import { botMayAnswer, parentOf } from './taxonomy.ts';

/** The knowledge base made ready to be searched; build it once and keep it. */
export interface ArticleIndex {
  readonly articles: readonly Article[];
  /** One entry for each language of each article. */
  readonly documents: readonly { readonly article: number; readonly length: number }[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly meanLength: number;
}

interface Posting {
  readonly document: number;
  /** How often the term stands there, title and phrasings counting more than the answer. */
  readonly frequency: number;
}

export interface SearchOptions {
  /** What the customer writes in; an article without it answers in another of its languages. */
  readonly language: string;
  readonly intents: readonly IntentGuess[];
  readonly segment?: Segment;
  readonly now: Date;
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

const k1 = 1.2;
const b = 0.75;
const titleWeight = 3;
const phrasingWeight = 2;
const answerWeight = 0.5;
const mostReasons = 5;
/** Even an empty match in words is shown when the intent is certain; less than this is noise. */
const noise = 0.08;

/** Counts the terms of every language of every article. */
export function buildIndex(articles: readonly Article[]): ArticleIndex {
  const documents: { article: number; length: number }[] = [];
  const postings = new Map<string, Posting[]>();
  for (const [article, { texts }] of articles.entries()) {
    for (const text of Object.values(texts)) {
      const counts = countTerms(text);
      const length = [...counts.values()].reduce((sum, it) => sum + it, 0);
      const document = documents.push({ article, length }) - 1;
      for (const [term, frequency] of counts) {
        const list = postings.get(term);
        if (list) list.push({ document, frequency });
        else postings.set(term, [{ document, frequency }]);
      }
    }
  }
  const total = documents.reduce((sum, it) => sum + it.length, 0);
  return { articles, documents, postings, meanLength: total / Math.max(1, documents.length) };
}

/** The articles that fit best, best first; only those in force and written for this segment. */
export function search(index: ArticleIndex, text: string, options: SearchOptions): Hit[] {
  const matches = matchWords(index, [...new Set(termsOf(text))]);
  return index.articles
    .flatMap((article, i) => {
      if (!isFor(article, options)) return [];
      const { coverage, terms } = matches.get(i) ?? { coverage: 0, terms: [] };
      const guess = bestGuess(article, options.intents);
      const score = confidenceOf(coverage, guess?.confidence ?? 0);
      if (score < noise || (coverage === 0 && !guess)) return [];
      const language = languageFor(article, options.language);
      return [{ article, language, score, reasons: [...longest(terms), ...(guess ? [guess.id] : [])] }];
    })
    .sort((a, z) => z.score - a.score || (a.article.articleId < z.article.articleId ? -1 : 1))
    .slice(0, options.limit);
}

/** From here on the bot is sure of an article. */
const sureScore = 0.6;

/** The article the bot may answer with; nothing unless it is sure and the matter may be left to it. */
export function answerable(understanding: Understanding, hits: readonly Hit[]): Hit | undefined {
  const [hit] = hits;
  const [guess] = understanding.intents;
  if (!hit || !guess || !botMayAnswer(guess.id)) return undefined;
  if (understanding.abstained || understanding.urgency.urgent || understanding.wantsHuman) return undefined;
  const { intents } = hit.article;
  const about = intents.includes(guess.id) || intents.includes(parentOf(guess.id) ?? guess.id);
  return about && hit.score >= sureScore ? hit : undefined;
}

/**
 * How likely the article is the right one: a logistic curve over the share of the question's BM25 weight it covers (0–1) and the
 * confidence of the guessed intent it serves.
 */
function confidenceOf(coverage: number, intent: number): number {
  return 1 / (1 + Math.exp(3.2 - 5 * coverage - 3.2 * intent));
}

/** BM25 of each article's best language, as a share of what a perfect match would weigh; unknown words count as missed. */
function matchWords(index: ArticleIndex, terms: readonly string[]) {
  const scores = new Map<number, { score: number; terms: string[] }>();
  let perfect = 0;
  for (const term of terms) {
    const postings = index.postings.get(term) ?? [];
    const rarity = idf(postings.length, index.documents.length);
    perfect += rarity;
    for (const { document, frequency } of postings) {
      const length = (index.documents[document]?.length ?? 0) / index.meanLength;
      const weight = (rarity * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * length));
      const known = scores.get(document) ?? { score: 0, terms: [] };
      known.score += weight;
      known.terms.push(term);
      scores.set(document, known);
    }
  }
  const best = new Map<number, { coverage: number; terms: readonly string[] }>();
  for (const [document, { score, terms: matched }] of scores) {
    const article = index.documents[document]?.article ?? -1;
    const coverage = Math.min(1, score / (perfect * (k1 + 1)));
    if (coverage > (best.get(article)?.coverage ?? 0)) best.set(article, { coverage, terms: matched });
  }
  return best;
}

function idf(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

function countTerms({ title, phrasings, answer }: ArticleText): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  add(title, titleWeight);
  for (const phrasing of phrasings) add(phrasing, phrasingWeight);
  add(answer, answerWeight);
  return counts;
}

function isFor({ effectiveAt, audience }: Article, { now, segment = 'ordinary' }: SearchOptions): boolean {
  const inForce = !effectiveAt || Date.parse(effectiveAt) <= now.getTime();
  return inForce && (!audience || audience.includes(segment));
}

/** The surest guess the article serves, as the leaf itself or as its topic. */
function bestGuess({ intents }: Article, guesses: readonly IntentGuess[]): IntentGuess | undefined {
  return guesses.find((it) => intents.includes(it.id) || intents.includes(parentOf(it.id) ?? it.id));
}

/** The wanted language, else its plain form, else the first the article has. */
function languageFor({ texts }: Article, wanted: string): string {
  const plain = wanted === 'en' ? 'en' : 'zh';
  return [wanted, plain, ...Object.keys(texts)].find((it) => it in texts) ?? plain;
}

/** The matched words that say most to a reader: the longest. */
function longest(terms: readonly string[]): string[] {
  return [...terms].sort((a, z) => z.length - a.length).slice(0, mostReasons);
}
