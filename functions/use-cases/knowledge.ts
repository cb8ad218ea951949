import type { Article } from '../../schemas/article.ts';
import type { knowledgeApi } from '../../schemas/knowledge-api.ts';
import { canonicalJson } from '../domain/digest.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { byCount, resolved } from '../domain/knowledge/questions.ts';
import { dueReviews } from '../domain/knowledge/reviews.ts';
import { inForce, withVersion } from '../domain/knowledge/versions.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import { retried } from './decide.ts';
import type { Platform, Uses } from './platform.ts';
import { publishIndex } from './publish-index.ts';

type Needs = Uses<{
  articles: 'get' | 'find' | 'list' | 'listPage' | 'listVersions' | 'put' | 'revision';
  artefacts: 'head' | 'publish';
  questions: 'get' | 'list' | 'save';
  corrections: 'listPage';
}> &
  Pick<Platform, 'now' | 'log'>;

/** What editors can do with the knowledge base. */
export const knowledge = (platform: Needs): Answers<typeof knowledgeApi, Caller> => {
  const { articles, questions, corrections, now } = platform;
  return {
    async listArticles({ limit, cursor }) {
      return articles.listPage(limit, cursor);
    },

    async getArticle({ articleId }) {
      return articles.get(articleId);
    },

    async listArticleVersions({ articleId }) {
      await articles.get(articleId);
      const versions = await articles.listVersions(articleId);
      const answering = inForce(versions, now());
      return { rows: versions.toReversed().map((article) => ({ article, inForce: article === answering })) };
    },

    async putArticle(article) {
      await write(platform, article);
      await publishIndex(platform);
      return article;
    },

    async listReviews({ days, limit }) {
      const due = dueReviews(
        (await articles.list()).map((kept) => kept.article),
        days,
        now(),
      );
      return { rows: due.slice(0, limit), total: due.length };
    },

    async listQuestions({ status, limit }) {
      const rows = (await questions.list()).filter((question) => question.status === status).sort(byCount);
      return { rows: rows.slice(0, limit), total: rows.length };
    },

    async resolveQuestion({ questionId, articleId }, { agentId }) {
      const { version } = await articles.get(articleId);
      return retried(async () => {
        const before = await questions.get(questionId);
        const after = resolved(before, { articleId, version, agentId, resolvedAt: now().toISOString() });
        if (after !== before) await questions.save(after);
        return after;
      });
    },

    async listCorrections({ limit, cursor }) {
      return corrections.listPage(limit, cursor);
    },
  };
};

/** Writes an article; the very same version again is a repeat, not a conflict. */
async function write({ articles, now }: Needs, article: Article): Promise<void> {
  const kept = await articles.find(article.articleId);
  try {
    await articles.put(withVersion(kept, article, now()));
  } catch (error) {
    const repeated =
      error instanceof VersionConflictError &&
      canonicalJson(await articles.get(article.articleId)) === canonicalJson(article);
    if (!repeated) throw error;
  }
}
