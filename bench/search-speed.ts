import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadIndex } from '../functions/domain/knowledge/article-index.ts';
import type { MeaningOf } from '../functions/domain/knowledge/meanings.ts';
import { serializeIndex } from '../functions/domain/knowledge/serialize-index.ts';
import { search } from '../functions/domain/understanding/search.ts';
import { seedArticles } from '../local/seed.ts';
import type { Article } from '../schemas/article.ts';
import { seededRandom } from '../functions/memory/random.ts';
import { bestOf, plainSearch } from './plain-search.ts';

const now = new Date('2026-11-22T00:00:00.000Z');
const guesses = [
  { id: 'buyer.refund.apply', confidence: 0.6, reasons: [] },
  { id: 'buyer.return.process', confidence: 0.2, reasons: [] },
  { id: 'buyer.refund.refused', confidence: 0.1, reasons: [] },
];

/** Milliseconds a question takes, and what that costs. */
export interface Speed {
  readonly p50: number;
  readonly p99: number;
  readonly plainP50: number;
  readonly plainP99: number;
  readonly questions: number;
  /** Bytes of the snapshot, and of memory once it is loaded and warm. */
  readonly snapshot: number;
  readonly memory: number;
  readonly buildMs: number;
  readonly loadMs: number;
}

/** How fast articles are searched; beside it how fast the plain search is, by every tenth question. */
export function speedOf(articles: readonly Article[], meaningOf: MeaningOf): Speed {
  const questions = questionsOf(seedArticles());
  const [bytes, buildMs] = timed(() => serializeIndex(articles));
  const before = memory();
  const held = Uint8Array.from(bytes);
  const [index, loadMs] = timed(() => loadIndex(held));
  const ask = (text: string) =>
    search(index, text, { language: 'zh', intents: guesses, now, meaningOf, limit: 3 });
  for (const question of questions.slice(0, 500)) ask(question);
  const used = Math.max(0, memory() - before);
  const times = fastest(questions, ask);
  const plain = plainSearch(
    articles.flatMap(({ texts }, group) =>
      Object.values(texts).map(({ title, phrasings, answer }) => ({ group, title, phrasings, body: answer })),
    ),
  );
  const plainTimes = fastest(
    questions.filter((_, i) => i % 10 === 0),
    (question) => bestOf(plain(question), 3),
  );
  return {
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    plainP50: at(plainTimes, 0.5),
    plainP99: at(plainTimes, 0.99),
    questions: questions.length,
    snapshot: bytes.length,
    memory: used,
    buildMs,
    loadMs,
  };
}

/** The best of five for each: what other processes take of the machine is not the search's time. */
function fastest(questions: readonly string[], ask: (question: string) => unknown): number[] {
  const rounds = Array.from({ length: 5 }, () => questions.map((question) => timed(() => ask(question))[1]));
  return questions.map((_, i) => Math.min(...rounds.map((round) => round[i] ?? 0))).sort((a, b) => a - b);
}

function at(times: readonly number[], share: number): number {
  return times[Math.floor(times.length * share)] ?? 0;
}

/**
 * Articles made of sentences of the starter articles, each with numbers of its own: as long as real ones and harder to tell apart, so that
 * every list of postings is long.
 */
export function manyArticles(count: number): Article[] {
  const seeds = seedArticles();
  const random = seededRandom(1);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const stock = new Map(
    ['zh', 'en'].map((language) => {
      const texts = seeds.flatMap((it) => it.texts[language] ?? []);
      const lines = texts.flatMap(({ answer }) => answer.split('\n'));
      return [language, { lines, asks: texts.flatMap(({ phrasings }) => phrasings) }];
    }),
  );
  return Array.from({ length: count }, (_, i) => {
    const textIn = (language: string) => {
      const { lines = [], asks = [] } = stock.get(language) ?? {};
      const some = (many: number, from: readonly string[]) =>
        Array.from({ length: many }, () => pick(from) ?? '');
      return {
        title: `${pick(asks) ?? ''} ${i}`,
        phrasings: some(12, asks).map((it) => `${it} ${(i * 7919) % 100_000}`),
        answer: some(9, lines).join('\n'),
      };
    };
    return {
      ...(pick(seeds) ?? { intents: [], reviewAt: '' }),
      articleId: `article-${i}`,
      version: 1,
      texts: { zh: textIn('zh'), en: textIn('en') },
    };
  });
}

/** What customers may ask: phrasings, alone, in pairs, and now and then a long story. */
function questionsOf(articles: readonly Article[]): string[] {
  const all = articles.flatMap(({ texts }) => Object.values(texts).flatMap((it) => it.phrasings));
  const random = seededRandom(2);
  return all.map((phrasing, i) => {
    const more = i % 50 === 0 ? 20 : i % 3;
    return [
      phrasing,
      ...Array.from({ length: more }, () => all[Math.floor(random() * all.length)] ?? ''),
    ].join('，');
  });
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function memory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
