import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { Article } from '../../schemas/article.ts';
import { KnowledgeEnvironment } from '../../schemas/environment.ts';
import { NotFoundError, VersionConflictError } from '../domain/errors.ts';
import type { KeptArticle } from '../domain/knowledge/versions.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, type Page, queryAll, queryPage, toItem } from './dynamodb.ts';
import {
  ARTICLES_PARTITION,
  articleKey,
  articlesRevisionKey,
  articleVersionKey,
  articleVersionsPartition,
} from './keys.ts';

const { KNOWLEDGE_TABLE } = environment(KnowledgeEnvironment);
const Earlier = z._default(z.array(Article), []);
const allArticles = {
  TableName: KNOWLEDGE_TABLE,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: toItem({ ':pk': ARTICLES_PARTITION }),
};

/** One article, latest version. */
export async function get(articleId: string): Promise<Article> {
  const kept = await find(articleId);
  if (!kept) throw new NotFoundError('article');
  return kept.article;
}

/** One article with the earlier versions that may still answer; undefined when there is none. */
export async function find(articleId: string): Promise<KeptArticle | undefined> {
  const row = await getItem(KNOWLEDGE_TABLE, articleKey(articleId));
  return row && keptIn(row);
}

/** Every article, with the earlier versions that may still answer. */
export async function list(): Promise<KeptArticle[]> {
  return (await queryAll(allArticles)).map(keptIn);
}

/** Every version of an article that was ever written, oldest first. */
export async function listVersions(articleId: string): Promise<Article[]> {
  const rows = await queryAll({
    TableName: KNOWLEDGE_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': articleVersionsPartition(articleId) }),
  });
  return rows.map((row) => Article.parse(row['article']));
}

/** How often articles were written; what was read after it holds at least as many changes. */
export async function revision(): Promise<number> {
  const row = await getItem(KNOWLEDGE_TABLE, articlesRevisionKey);
  return row ? Number(row['revision']) : 0;
}

/** A page of all articles. */
export async function listPage(limit: number, cursor?: string): Promise<Page<Article>> {
  const page = await queryPage(allArticles, limit, cursor);
  return { ...page, rows: page.rows.map((row) => Article.parse(row['article'])) };
}

/** Writes the next version of an article and keeps the earlier ones; VersionConflictError when it is not the next. */
export async function put({ article, earlier }: KeptArticle): Promise<void> {
  const { articleId, version } = article;
  try {
    await dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Put: {
              TableName: KNOWLEDGE_TABLE,
              Item: toItem({ ...articleKey(articleId), version, article, earlier }),
              ...(version === 1
                ? { ConditionExpression: 'attribute_not_exists(pk)' }
                : {
                    ConditionExpression: 'version = :previous',
                    ExpressionAttributeValues: toItem({ ':previous': version - 1 }),
                  }),
            },
          },
          {
            Put: {
              TableName: KNOWLEDGE_TABLE,
              Item: toItem({ ...articleVersionKey(articleId, version), article }),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          {
            Update: {
              TableName: KNOWLEDGE_TABLE,
              Key: toItem(articlesRevisionKey),
              UpdateExpression: 'ADD revision :one',
              ExpressionAttributeValues: toItem({ ':one': 1 }),
            },
          },
        ],
      }),
    );
  } catch (error) {
    if (error instanceof TransactionCanceledException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}

function keptIn(row: Record<string, unknown>): KeptArticle {
  return { article: Article.parse(row['article']), earlier: Earlier.parse(row['earlier']) };
}
