import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { leaf, priorityOf } from '../functions/domain/understanding/taxonomy.ts';
import { Article } from '../schemas/article.ts';
import type { Row } from './rows.ts';

/**
 * The ways of asking that the starter articles list, where an article is about one intent: how people put it plainly, which authors who
 * strive for variety leave out. They are no request for a person, and not urgent where their intent is not; nothing is said of moods.
 */
export function readPhrasings(folder: string): Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      const articles = z.array(Article).parse(JSON.parse(readFileSync(file, 'utf8')));
      return articles.flatMap((article) => rowsOf(article, relative(process.cwd(), file)));
    });
}

function rowsOf({ articleId, intents, texts }: Article, file: string): Row[] {
  const [intent] = intents;
  if (intent === undefined || intents.length > 1 || !leaf(intent)) return [];
  return Object.entries(texts).flatMap(([language, text]) =>
    [...new Set([text.title, ...text.phrasings])].map((asked) => ({
      text: asked,
      intent,
      language,
      split: 'train',
      at: `${file}: ${articleId}`,
      author: 'articles',
      ...(priorityOf(intent) !== 'urgent' && { urgent: false }),
      ...(intent !== 'service.human.request' && { wantsHuman: false }),
    })),
  );
}
