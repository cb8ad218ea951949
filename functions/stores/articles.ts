import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { Article } from '../../schemas/article.ts';
import { KnowledgeEnvironment } from '../../schemas/environment.ts';
import { NotFoundError, VersionConflictError } from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, type Page, queryAll, queryPage, toItem } from './dynamodb.ts';
import { ARTICLES_PARTITION, articleKey, articleVersionKey } from './keys.ts';

const { KNOWLEDGE_TABLE } = environment(KnowledgeEnvironment);
const allArticles = {
  TableName: KNOWLEDGE_TABLE,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: toItem({ ':pk': ARTICLES_PARTITION }),
};

/** One article, latest version. */
export async function get(articleId: string): Promise<Article> {
  const row = await getItem(KNOWLEDGE_TABLE, articleKey(articleId));
  if (!row) throw new NotFoundError('article');
  return Article.parse(row['article']);
}

/** Every article, latest versions. */
export async function list(): Promise<Article[]> {
  return (await queryAll(allArticles)).map((row) => Article.parse(row['article']));
}

/** A page of all articles. */
export async function listPage(limit: number, cursor?: string): Promise<Page<Article>> {
  const page = await queryPage(allArticles, limit, cursor);
  return { ...page, rows: page.rows.map((row) => Article.parse(row['article'])) };
}

/** Writes the next version of an article and keeps the earlier ones; VersionConflictError when it is not the next. */
export async function put(article: Article): Promise<void> {
  const { articleId, version } = article;
  try {
    await dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Put: {
              TableName: KNOWLEDGE_TABLE,
              Item: toItem({ ...articleKey(articleId), version, article }),
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
        ],
      }),
    );
  } catch (error) {
    if (error instanceof TransactionCanceledException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}
