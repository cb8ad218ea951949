import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { shaped } from '../functions/domain/faults.ts';
import { Article, ArticleText } from '../schemas/article.ts';

/** A line that is none of the known shapes: says where, which field, and the rule it breaks. */
export class ArticleLineError extends Error {
  override readonly name = 'ArticleLineError';
}

const Id = z.union([z.string().check(z.minLength(1)), z.number()]);

/** An article as the knowledge base has it; ids and intents may be of another system. */
const ArticleLine = z.looseObject({
  articleId: Id,
  version: z._default(Article.shape.version, 1),
  intents: z._default(z.array(z.string()), []),
  audience: Article.shape.audience,
  texts: z.record(z.string(), z.looseObject({ ...ArticleText.shape, phrasings: z.array(z.string()) })),
  effectiveAt: Article.shape.effectiveAt,
  expiresAt: Article.shape.expiresAt,
});

/** A plain document; `body` is another name for `text`. */
const DocumentLine = z.looseObject({
  id: Id,
  title: z._default(z.string(), ''),
  text: z._default(z.string(), ''),
  body: z._default(z.string(), ''),
  phrasings: z._default(z.array(z.string()), []),
  intents: z._default(z.array(z.string()), []),
});
type DocumentLine = z.infer<typeof DocumentLine>;

/**
 * Reads JSON Lines of articles, or of documents `{id, text, title?, phrasings?, intents?}`, where `body` may stand for `text`. Articles of one id are its versions;
 * documents of one id are parts of one. @throws ArticleLineError
 */
export function readArticles(file: string): Article[] {
  const articles: Article[] = [];
  const documents = new Map<string, DocumentLine>();
  for (const [i, written] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (written.trim() === '') continue;
    const at = `${file}:${i + 1}`;
    const line = parsed(written, at);
    if (line instanceof Object && 'texts' in line) articles.push(articleOf(demand(ArticleLine, line, at)));
    else {
      const document = textOf(demand(DocumentLine, line, at));
      if (!/\S/.test(document.text + document.phrasings.join('')))
        throw new ArticleLineError(`${at}: text: is required, or body, or phrasings`);
      const id = String(document.id);
      documents.set(id, joined(documents.get(id), document));
    }
  }
  return [...articles, ...[...documents].map(([id, document]) => articleFrom(id, document))];
}

function articleOf({
  articleId,
  version,
  intents,
  audience,
  texts,
  effectiveAt,
  expiresAt,
}: z.infer<typeof ArticleLine>): Article {
  return {
    articleId: String(articleId),
    version,
    intents,
    texts,
    reviewAt: '',
    ...(audience && { audience }),
    ...(effectiveAt && { effectiveAt }),
    ...(expiresAt && { expiresAt }),
  };
}

/** Several short lines are ways of asking; anything else is an answer to be read. */
function articleFrom(id: string, { title, text, phrasings, intents }: DocumentLine): Article {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const listed =
    phrasings.length === 0 &&
    lines.length >= LEAST_LINES &&
    lines.every(({ length }) => length <= LONGEST_LINE);
  return {
    articleId: id,
    version: 1,
    intents,
    texts: { und: { title, phrasings: listed ? lines : phrasings, answer: listed ? '' : text } },
    reviewAt: '',
  };
}

const LEAST_LINES = 3;
const LONGEST_LINE = 200;

function textOf(document: DocumentLine): DocumentLine {
  return document.text === '' ? { ...document, text: document.body } : document;
}

function joined(before: DocumentLine | undefined, more: DocumentLine): DocumentLine {
  if (!before) return more;
  return {
    ...before,
    text: [before.text, more.text].filter((text) => text !== '').join('\n'),
    phrasings: [...before.phrasings, ...more.phrasings],
    intents: [...new Set([...before.intents, ...more.intents])],
  };
}

function parsed(written: string, at: string): unknown {
  try {
    return JSON.parse(written);
  } catch (cause) {
    throw new ArticleLineError(`${at}: not JSON`, { cause });
  }
}

function demand<T>(schema: z.ZodMiniType<T>, line: unknown, at: string): T {
  const given = shaped(schema, line);
  if (given.success) return given.data;
  const [fault] = given.faults;
  throw new ArticleLineError(
    `${at}: ${fault?.field || 'the line'}: ${fault?.rule ?? 'not what is expected'}`,
  );
}
