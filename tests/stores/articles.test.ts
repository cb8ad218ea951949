import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError, VersionConflictError } from '../../functions/domain/errors.ts';
import * as articles from '../../functions/stores/articles.ts';
import { CursorError } from '../../functions/stores/cursor.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import { Article } from '../../schemas/article.ts';
import { isoAt } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

const kept = (article: Article) => ({ article, earlier: [] });

const anArticle = (overrides: Partial<Article> = {}) =>
  Article.parse({
    articleId: 'refund-time',
    version: 1,
    intents: ['order.refund'],
    texts: { zh: { title: '退款多久到账', phrasings: ['钱什么时候退'], answer: '一般 1 到 3 天。' } },
    reviewAt: isoAt(86_400),
    ...overrides,
  });

const written = () =>
  dynamodb
    .commandCalls(TransactWriteItemsCommand)[0]
    ?.args[0].input.TransactItems?.map(({ Put }) => Put)
    .filter((it) => it !== undefined);

describe('an article', () => {
  it('is put as the latest and kept as a version, in one transaction', async () => {
    await articles.put(kept(anArticle()));

    expect(written()).toEqual([
      {
        TableName: 'knowledge',
        Item: toItem({ pk: 'ARTICLES', sk: 'refund-time', version: 1, article: anArticle(), earlier: [] }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      {
        TableName: 'knowledge',
        Item: toItem({ pk: 'A#refund-time', sk: 'V#000001', article: anArticle() }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    ]);
  });

  it('follows only the version before it', async () => {
    await articles.put(kept(anArticle()));
    dynamodb.resetHistory();

    await articles.put(kept(anArticle({ version: 2 })));

    expect(written()?.[0]).toMatchObject({
      ConditionExpression: 'version = :previous',
      ExpressionAttributeValues: { ':previous': { N: '1' } },
    });
  });

  it.each([
    ['a second first version', 1],
    ['a version that leaves one out', 3],
  ])('refuses %s', async (_name, version) => {
    await articles.put(kept(anArticle()));

    await expect(articles.put(kept(anArticle({ version })))).rejects.toBeInstanceOf(VersionConflictError);
  });

  it('passes on what it cannot act on', async () => {
    const trouble = refused('InternalServerError');
    dynamodb.on(TransactWriteItemsCommand).rejects(trouble);

    await expect(articles.put(kept(anArticle()))).rejects.toBe(trouble);
  });

  it('is read in its latest version', async () => {
    await articles.put(kept(anArticle()));
    await articles.put(kept(anArticle({ version: 2 })));

    expect(await articles.get('refund-time')).toEqual(anArticle({ version: 2 }));
  });

  it('that does not exist is refused', async () => {
    await expect(articles.get('unknown')).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('all articles', () => {
  beforeEach(async () => {
    for (const articleId of ['a', 'b', 'c']) await articles.put(kept(anArticle({ articleId })));
  });

  it('are listed once each, without earlier versions', async () => {
    await articles.put(kept(anArticle({ articleId: 'a', version: 2 })));

    const listed = await articles.list();

    expect(listed.map(({ article }) => [article.articleId, article.version])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('come page by page', async () => {
    const first = await articles.listPage(2);
    const second = await articles.listPage(2, first.cursor);

    expect([first, second].map(({ rows, cursor }) => [rows.length, cursor === undefined])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('refuse a cursor that is not one of ours', async () => {
    await expect(articles.listPage(2, 'garbage')).rejects.toBeInstanceOf(CursorError);
  });
});
