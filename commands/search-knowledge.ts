import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { SURE } from '../functions/domain/knowledge/coefficients.ts';
import { buildIndex } from '../functions/domain/knowledge/serialize-index.ts';
import { meaningBy } from '../functions/domain/understanding/meaning.ts';
import { loadModel } from '../functions/domain/understanding/model/model.ts';
import { answerable, type Hit, search } from '../functions/domain/understanding/search.ts';
import { leaf } from '../functions/domain/understanding/taxonomy.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import { seedArticles } from '../local/seed.ts';
import type { Article } from '../schemas/article.ts';
import type { Understanding } from '../schemas/understanding.ts';
import { ArticleLineError, readArticles } from './articles.ts';
import { answerLines } from './lines.ts';

const usage = `npm run --silent search-knowledge -- [--model DIR] [--articles FILE] [--top N] < questions.jsonl

Reads JSON Lines {id, text} on standard input and writes, for each, the articles that answer it, best first, and whether the bot
would answer with the first: {id, articles: [{id, intents, score}], answered}.

  --model DIR      the folder of a trained model; its articles.jsonl, if there, takes the place of the starter articles
  --articles FILE  JSON Lines of articles, or of documents {id, text or body, title?, phrasings?, intents?}
  --top N          how many articles are written at most                                                    [5]`;

const Line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
const trained = join(import.meta.dirname, '../training/model');

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: trained },
    articles: { type: 'string' },
    top: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else await main();

async function main(): Promise<void> {
  const limit = Number(values.top);
  if (!Number.isInteger(limit) || limit < 1) {
    fail('--top: must be a whole number from 1');
    return;
  }
  const index = buildIndexFrom(values.model, values.articles);
  if (!index) return;
  const model = loadModel(readFileSync(modelIn(values.model)));
  const meaningOf = meaningBy(model);
  const now = new Date();
  await answerLines(Line, ({ id, text }) => {
    const understanding = understand(text, {}, model);
    const { intents, language } = understanding;
    const hits = search(index, text, {
      language: language === 'und' ? 'zh' : language,
      intents,
      now,
      meaningOf,
      limit,
    });
    return {
      id,
      articles: hits.map(({ article, score }) => ({
        id: article.articleId,
        intents: article.intents,
        score: Math.round(score * 10_000) / 10_000,
      })),
      answered: isAnswered(understanding, hits),
    };
  });
}

/** A folder without a model of its own is searched with the one that ships. */
function modelIn(folder: string): string {
  const own = join(folder, 'understanding.bin');
  return existsSync(own) ? own : join(trained, 'understanding.bin');
}

function buildIndexFrom(folder: string, file: string | undefined) {
  try {
    return buildIndex(articlesFrom(folder, file));
  } catch (error) {
    const unreadable = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!(error instanceof ArticleLineError) && !unreadable) throw error;
    fail(error.message);
    return undefined;
  }
}

function articlesFrom(folder: string, file: string | undefined): Article[] {
  if (!existsSync(folder)) throw new ArticleLineError(`--model: there is no folder ${folder}`);
  if (file !== undefined) return readArticles(file);
  const own = join(folder, 'articles.jsonl');
  return existsSync(own) ? readArticles(own) : seedArticles();
}

/** As the bot decides; what the taxonomy does not know, nothing forbids to answer. */
function isAnswered(understanding: Understanding, hits: readonly Hit[]): boolean {
  const [hit] = hits;
  if (!hit) return false;
  return hit.article.intents.some((id) => leaf(id))
    ? answerable(understanding, hits) !== undefined
    : hit.score >= SURE;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
