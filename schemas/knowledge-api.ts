import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { Article } from './article.ts';
import { Correction } from './correction.ts';
import { IsoTime } from './ids.ts';
import { type Contract, pageOf, pageQuery } from './operation.ts';
import { Question, QuestionStatus } from './question.ts';

const everyone: readonly Role[] = ['agent', 'lead', 'supervisor', 'editor', 'admin'];
const teachers: readonly Role[] = ['lead', 'supervisor', 'editor', 'admin'];
const editors: readonly Role[] = ['editor', 'admin'];

/** What an editor writes: an article without its id. */
export const ArticleBody = z.omit(Article, { articleId: true }).check(
  z.refine(({ effectiveAt, expiresAt }) => !effectiveAt || !expiresAt || effectiveAt < expiresAt, {
    path: ['expiresAt'],
    message: 'must be after effectiveAt',
  }),
);

/** An article that somebody should read again. */
export const DueReview = z.strictObject({
  articleId: Article.shape.articleId,
  version: Article.shape.version,
  /** By language. */
  titles: z.record(z.string(), z.string()),
  intents: Article.shape.intents,
  reviewAt: IsoTime,
  /** Whole days since then; negative when it is still to come. */
  overdueDays: z.int(),
});
export type DueReview = z.infer<typeof DueReview>;

/** One version of an article, and when it answers. */
export const ArticleVersion = z.strictObject({
  article: Article,
  /** Whether it is the one that answers now. */
  inForce: z.boolean(),
});

const articleParams = z.strictObject({ articleId: Article.shape.articleId });
const number = (least: number, most: number) => z.coerce.number().check(z.int(), z.gte(least), z.lte(most));

/** The knowledge base, for those who write it. */
export const knowledgeApi = {
  listArticles: {
    method: 'GET',
    path: '/v1/desk/articles',
    summary: 'Articles of the knowledge base',
    caller: 'desk',
    roles: everyone,
    query: pageQuery,
    response: pageOf(Article),
  },
  getArticle: {
    method: 'GET',
    path: '/v1/desk/articles/{articleId}',
    summary: 'One article',
    caller: 'desk',
    roles: everyone,
    params: articleParams,
    response: Article,
  },
  listArticleVersions: {
    method: 'GET',
    path: '/v1/desk/articles/{articleId}/versions',
    summary: 'All versions of an article, newest first, and which one answers now',
    caller: 'desk',
    roles: everyone,
    params: articleParams,
    response: z.strictObject({ rows: z.array(ArticleVersion) }),
  },
  putArticle: {
    method: 'PUT',
    path: '/v1/desk/articles/{articleId}',
    summary:
      'Write an article: `version` is the version you read plus one, 1 for a new article. With `effectiveAt` the version before it answers until then',
    caller: 'desk',
    roles: editors,
    params: articleParams,
    body: ArticleBody,
    response: Article,
  },
  listReviews: {
    method: 'GET',
    path: '/v1/desk/reviews',
    summary: 'Articles whose review is due within so many days, longest overdue first',
    caller: 'desk',
    roles: everyone,
    query: z.strictObject({ days: z._default(number(0, 366), 0), limit: z._default(number(1, 100), 25) }),
    response: z.strictObject({ rows: z.array(DueReview), total: z.int() }),
  },
  listQuestions: {
    method: 'GET',
    path: '/v1/desk/questions',
    summary: 'Questions the bot could not answer well, most asked first',
    caller: 'desk',
    roles: everyone,
    query: z.strictObject({
      status: z._default(QuestionStatus, 'open'),
      limit: z._default(number(1, 100), 25),
    }),
    response: z.strictObject({ rows: z.array(Question), total: z.int() }),
  },
  resolveQuestion: {
    method: 'POST',
    path: '/v1/desk/questions/{questionId}/resolve',
    summary: 'Say which article answers a question now; it opens again when the bot still cannot',
    caller: 'desk',
    roles: editors,
    params: z.strictObject({ questionId: Question.shape.questionId }),
    body: z.strictObject({ articleId: Article.shape.articleId }),
    response: Question,
  },
  listCorrections: {
    method: 'GET',
    path: '/v1/desk/corrections',
    summary: "What agents corrected, oldest first: customers' words and the intent they have, to train with",
    caller: 'desk',
    roles: teachers,
    query: pageQuery,
    response: pageOf(Correction),
  },
} as const satisfies Contract;
