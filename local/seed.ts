import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Article } from '../schemas/article.ts';
import type { Member } from './api-client.ts';

const ARTICLES = join(import.meta.dirname, 'seed/articles');

/** The articles Kefu ships as a start. */
export function seedArticles(): Article[] {
  return readdirSync(ARTICLES)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => z.array(Article).parse(JSON.parse(readFileSync(join(ARTICLES, name), 'utf8'))));
}

/** Writes the articles through the API as an editor; returns how many there are. */
export async function seedKnowledge(editor: Member): Promise<number> {
  const articles = seedArticles();
  for (let at = 0; at < articles.length; at += 4) {
    await Promise.all(
      articles
        .slice(at, at + 4)
        .map(({ articleId, ...article }) =>
          editor.call(z.unknown(), 'PUT', `/v1/desk/articles/${articleId}`, article),
        ),
    );
  }
  return articles.length;
}
