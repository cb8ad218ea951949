import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex } from '../functions/domain/knowledge/serialize-index.ts';
import type { Entry } from '../functions/domain/retrieval/entry.ts';
import { meaningBy } from '../functions/domain/understanding/meaning.ts';
import { SURE } from '../functions/domain/knowledge/coefficients.ts';
import { answerable, search } from '../functions/domain/understanding/search.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import type { Article } from '../schemas/article.ts';
import type { Row } from '../training/rows.ts';
import { isForBot, type SearchExam, searchExam } from '../training/search-exam.ts';
import { productSettings } from '../training/settings.ts';
import { bestOf, type PlainSearch, plainSearch } from './plain-search.ts';
import { faqSet, passageSet, type QuestionSet } from './search-sets.ts';
import { manyArticles, speedOf } from './search-speed.ts';

const DATA = process.env['DATA'] ?? join(import.meta.dirname, '../../shared/data');
const ARTICLES = 10_000;
/** As the model that ships knows them. */
const meaningOf = meaningBy({ ...productSettings.words });
const now = new Date('2026-11-22T00:00:00.000Z');

/**
 * How well and how fast the knowledge base is searched, each figure beside plain BM25 in the same run. Public sets are measured where
 * they are at hand (DATA, else ../shared/data).
 */
export function benchSearch(): Promise<void> {
  line('', 'plain BM25', 'here', 'goal');
  if (existsSync(DATA)) publicSets();
  else console.log(`Public sets left out: they are read from ${DATA}, which is not here.`);
  ownMessages();
  speed();
  return Promise.resolve();
}

/** Shares of questions whose right entry is first, and among the first three. */
interface Recall {
  readonly first: number;
  readonly three: number;
}

function publicSets(): void {
  const passages = comparedOn(passageSet(DATA, { titled: true }));
  line('CMRC passages, R@1', percent(passages.plain.first), percent(passages.here.first), '≥ 96.5');
  const untitled = comparedOn(passageSet(DATA, { titled: false }));
  line('… without titles, R@1', percent(untitled.plain.first), percent(untitled.here.first), '');
  const faqs = [0, 1, 2, 3, 4].map((draw) => comparedOn(faqSet(DATA, draw)));
  const mean = (of: (it: Compared) => number) =>
    percent(faqs.reduce((sum, it) => sum + of(it), 0) / faqs.length);
  line(
    'FAQ entries of 20 phrasings, R@1 (5 draws)',
    mean(({ plain }) => plain.first),
    mean(({ here }) => here.first),
    '≥ 84',
  );
  line(
    '… R@3',
    mean(({ plain }) => plain.three),
    mean(({ here }) => here.three),
    '≥ 95',
  );
  line(
    '… R@1 of the first 20 messages',
    percent(faqs[0]?.plain.first ?? 0),
    percent(faqs[0]?.here.first ?? 0),
    '',
  );
}

interface Compared {
  readonly plain: Recall;
  readonly here: Recall;
}

function comparedOn({ entries, asked }: QuestionSet): Compared {
  const index = buildIndex(entries.map(articleOf));
  const plain = plainSearch(entries);
  const recall = (found: (text: string) => readonly number[]): Recall => {
    const places = asked.map(({ text, right }) => found(text).indexOf(right));
    const within = (most: number) => places.filter((it) => it >= 0 && it < most).length / asked.length;
    return { first: within(1), three: within(3) };
  };
  return {
    plain: recall((text) => bestOf(plain(text), 3)),
    here: recall((text) =>
      search(index, text, { language: 'und', intents: [], now, meaningOf, limit: 3 }).map(({ article }) =>
        Number(article.articleId),
      ),
    ),
  };
}

function articleOf({ title, phrasings, body }: Entry, place: number): Article {
  const texts = { und: { title, phrasings: [...phrasings], answer: body } };
  return { articleId: String(place).padStart(6, '0'), version: 1, intents: [], texts, reviewAt: '' };
}

/** The project's own exams on the starter articles. Right is an article about the message's intent. */
function ownMessages(): void {
  const exam = searchExam();
  const entries: Entry[] = [];
  for (let place = 0; place < exam.index.size; place += 1)
    for (const { title, phrasings, answer } of Object.values(exam.index.articleAt(place).texts))
      entries.push({ group: place, title, phrasings, body: answer });
  const plain = plainSearch(entries);
  for (const split of ['dev', 'test'] as const) ownSplit(split, exam, { entries, plain });
}

function ownSplit(
  split: 'dev' | 'test',
  exam: SearchExam,
  { entries, plain }: { entries: readonly Entry[]; plain: PlainSearch },
): void {
  const rows = exam[split];
  const messages = rows.map((row) => answeredBy(exam, row));
  const inScope = rows.filter(({ intent }) => intent !== 'none');
  const plainly = inScope.filter(({ text, intent }) => {
    const [place = 0] = bestOf(plain(text), 1);
    return exam.index.intentsAt(entries[place]?.group ?? -1).includes(intent);
  });
  const right = messages.filter((it) => it.right).length / inScope.length;
  line(`own ${split}: right article first`, percent(plainly.length / inScope.length), percent(right), '≥ 85');
  for (const sureFrom of [0.4, 0.5, 0.7]) tradeOff(`own ${split}`, messages, sureFrom);
  const answered = messages.filter((it) => it.answered(SURE));
  line(
    `own ${split}: answers that are right`,
    '–',
    percent(answered.filter((it) => it.right).length / answered.length),
    '≥ 95',
  );
  const forBot = messages.filter((it) => it.forBot).length;
  line(`own ${split}: answered, of ${forBot} for the bot`, '–', percent(answered.length / forBot), '≥ 80');
}

function answeredBy({ model, index, meaningOf: meaning }: SearchExam, row: Row) {
  const understanding = understand(row.text, {}, model);
  const { intents, language } = understanding;
  const hits = search(index, row.text, { language, intents, now, meaningOf: meaning, limit: 3 });
  return {
    right: hits[0]?.article.intents.includes(row.intent) ?? false,
    answered: (sureFrom: number) => answerable(understanding, hits, sureFrom) !== undefined,
    forBot: isForBot(row),
  };
}

/** What the bot would answer if it were sure from elsewhere on, and how much of that is right. */
function tradeOff(name: string, messages: readonly ReturnType<typeof answeredBy>[], sureFrom: number): void {
  const answered = messages.filter((it) => it.answered(sureFrom));
  const right = answered.filter((it) => it.right).length / answered.length;
  const forBot = messages.filter((it) => it.forBot).length;
  line(
    `${name}: sure from ${sureFrom}: right, answered`,
    '–',
    `${percent(right)}, ${percent(answered.length / forBot)}`,
    '',
  );
}

function speed(): void {
  const it = speedOf(manyArticles(ARTICLES), meaningOf);
  line(`${ARTICLES} articles in two languages, p50`, ms(it.plainP50), ms(it.p50), '');
  line('… p99', ms(it.plainP99), ms(it.p99), '≤ 2 ms');
  line('… snapshot: size', '–', mb(it.snapshot), '');
  line('… built in, loaded in', '–', `${(it.buildMs / 1000).toFixed(1)} s, ${ms(it.loadMs)}`, '');
  line('… memory', '–', mb(it.memory), '');
}

function line(what: string, plain: string, here: string, goal: string): void {
  console.log(`${what.padEnd(48)}${plain.padStart(12)}${here.padStart(18)}   ${goal}`.trimEnd());
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
