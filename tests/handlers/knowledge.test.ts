import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/knowledge.ts';
import { Article } from '../../schemas/article.ts';
import { knowledgeApi } from '../../schemas/knowledge-api.ts';
import { counted } from '../../functions/domain/knowledge/questions.ts';
import { count } from '../../functions/stores/questions.ts';
import { at, isoAt, TICKET_ID } from '../support/builders.ts';
import { ask, askInVain, type Carried, listenToLog } from '../support/requests.ts';
import { keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const editor = await issuer.idToken({ 'cognito:groups': ['editor'] });
const agent = await issuer.idToken({ 'cognito:groups': ['agent'] });
const guest = await issuer.idToken({ 'cognito:groups': [] });

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
});

const path = { articleId: 'refund-time' };
const body = {
  version: 1,
  intents: ['order.refund'],
  texts: { zh: { title: '退款多久到账', phrasings: ['钱什么时候退'], answer: '一般 1 到 3 天。' } },
  reviewAt: isoAt(86_400),
};
const list = 'GET /v1/desk/articles';
const get = 'GET /v1/desk/articles/{articleId}';
const put = 'PUT /v1/desk/articles/{articleId}';

describe('the knowledge base', () => {
  it('keeps what an editor writes and shows it to everyone at the desk', async () => {
    const written = await ask(handler, put, { path, token: editor, body });

    const read = await ask(handler, get, { path, token: agent });

    expect(written).toEqual(read);
    expect(Article.parse(read.body)).toEqual({ articleId: 'refund-time', ...body });
  });

  it('lists articles page by page', async () => {
    for (const articleId of ['a', 'b']) await ask(handler, put, { path: { articleId }, token: editor, body });

    const page = await ask(handler, list, { token: agent, query: { limit: '1' } });

    expect(knowledgeApi.listArticles.response.parse(page.body)).toMatchObject({ rows: [{ articleId: 'a' }] });
  });

  it('takes the same version three times as once, byte for byte', async () => {
    const answers = [
      await ask(handler, put, { path, token: editor, body }),
      await ask(handler, put, { path, token: editor, body }),
      await ask(handler, put, { path, token: editor, body }),
    ];

    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  });
});

describe('a version with an effective date', () => {
  const versions = 'GET /v1/desk/articles/{articleId}/versions';
  const inForce = async () => {
    const { body: answer } = await ask(handler, versions, { path, token: agent });
    const { rows } = knowledgeApi.listArticleVersions.response.parse(answer);
    return rows.map((row) => [row.article.version, row.inForce]);
  };

  it('takes the place of the one before at that moment', async () => {
    await ask(handler, put, { path, token: editor, body });
    await ask(handler, put, { path, token: editor, body: { ...body, version: 2, effectiveAt: isoAt(60) } });

    vi.setSystemTime(at(59));
    const before = await inForce();
    vi.setSystemTime(at(60));
    const after = await inForce();
    vi.setSystemTime(at(0));

    expect([before, after]).toEqual([
      [
        [2, false],
        [1, true],
      ],
      [
        [2, true],
        [1, false],
      ],
    ]);
  });

  it('404 for versions of an article that does not exist', async () => {
    expect(await askInVain(handler, versions, { path, token: agent })).toMatchObject({ status: 404 });
  });
});

describe('work for editors', () => {
  const reviews = 'GET /v1/desk/reviews';
  const questions = 'GET /v1/desk/questions';
  const resolve = 'POST /v1/desk/questions/{questionId}/resolve';
  const question = counted(undefined, {
    ticketId: TICKET_ID,
    number: 3,
    occurredAt: isoAt(0),
    sort: 'no-article',
    language: 'zh',
    text: '退款多久到账',
    intents: ['buyer.refund.not-arrived'],
  });
  const answerWith = (articleId: string, questionId = question.questionId) =>
    ({ path: { questionId }, token: editor, body: { articleId } }) satisfies Carried;

  beforeEach(async () => {
    await ask(handler, put, { path, token: editor, body });
    await count(question, { ticketId: TICKET_ID, number: 3, occurredAt: isoAt(0) });
  });

  it.each([
    ['0', 0],
    ['1', 1],
  ])('lists the reviews due within %s days', async (days, total) => {
    const { body: answer } = await ask(handler, reviews, { token: agent, query: { days } });

    expect(knowledgeApi.listReviews.response.parse(answer).total).toBe(total);
  });

  it('lists open questions, and those that are resolved when asked', async () => {
    const open = await ask(handler, questions, { token: agent });
    const settled = await ask(handler, questions, { token: agent, query: { status: 'resolved' } });

    expect([open.body, settled.body]).toEqual([
      { rows: [question], total: 1 },
      { rows: [], total: 0 },
    ]);
  });

  it('resolves a question with the article that answers it now, once', async () => {
    const first = await ask(handler, resolve, answerWith('refund-time'));
    const again = await ask(handler, resolve, answerWith('refund-time'));

    expect(knowledgeApi.resolveQuestion.response.parse(first.body)).toMatchObject({
      status: 'resolved',
      version: 2,
      resolution: { articleId: 'refund-time', version: 1, resolvedAt: isoAt(0) },
    });
    expect(again).toEqual(first);
  });

  it.each<[string, number, Carried]>([
    ['an agent, who only reads', 403, { ...answerWith('refund-time'), token: agent }],
    ['an article that does not exist', 404, answerWith('no-such-article')],
    ['a question that does not exist', 404, answerWith('refund-time', '0'.repeat(20))],
    ['an id that is none', 400, answerWith('refund-time', 'x')],
  ])('refuses %s: %i', async (_what, status, carried) => {
    expect(await askInVain(handler, resolve, carried)).toMatchObject({ status });
  });
});

describe('refusals', () => {
  it.each<[string, number, Carried]>([
    ['without a token', 401, {}],
    ['with a bad token', 401, { token: 'a.b.c' }],
    ['without a role', 403, { token: guest }],
    ['by an agent, who only reads', 403, { token: agent }],
  ])('writing %s: %i', async (_name, status, carried) => {
    expect(await askInVain(handler, put, { path, body, ...carried })).toMatchObject({ status });
    expect(dynamodb.commandCalls(TransactWriteItemsCommand)).toEqual([]);
  });

  it.each([
    ['the same version with other words', { ...body, intents: ['order'] }],
    ['a version that leaves one out', { ...body, version: 3 }],
  ])('409 for %s', async (_name, changed) => {
    await ask(handler, put, { path, token: editor, body });

    expect(await askInVain(handler, put, { path, token: editor, body: changed })).toMatchObject({
      status: 409,
      code: 'conflict',
    });
  });

  it('404 for an article that does not exist', async () => {
    expect(await askInVain(handler, get, { path, token: agent })).toMatchObject({
      status: 404,
      message: 'article not found',
    });
  });

  it.each<[string, Carried, string, string]>([
    ['an id with capitals', { path: { articleId: 'Refund' }, body }, 'articleId', 'is not a valid regex'],
    ['no version', { body: { ...body, version: undefined } }, 'version', 'is required'],
    ['version 0', { body: { ...body, version: 0 } }, 'version', 'must be at least 0'],
    ['no intents', { body: { ...body, intents: [] } }, 'intents', 'must be at least 1'],
    [
      'an answer too long',
      { body: { ...body, texts: { zh: { ...body.texts.zh, answer: 'x'.repeat(2001) } } } },
      'texts.zh.answer',
      'must have at most 2000 characters',
    ],
    ['an id in the body', { body: { ...body, articleId: 'x' } }, 'articleId', 'is not a known field'],
  ])('400 names the field: %s', async (_name, carried, field) => {
    expect(await askInVain(handler, put, { path, token: editor, ...carried })).toMatchObject({
      status: 400,
      issues: [{ field }],
    });
  });
});
