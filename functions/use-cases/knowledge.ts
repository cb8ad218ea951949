import type { knowledgeApi } from '../../schemas/desk-api.ts';
import { VersionConflictError } from '../domain/errors.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { Uses } from './platform.ts';
import { canonicalJson } from '../domain/digest.ts';

/** What editors can do with the knowledge base. */
export const knowledge = ({
  articles,
}: Uses<{ articles: 'get' | 'listPage' | 'put' }>): Answers<typeof knowledgeApi, Caller> => ({
  async listArticles({ limit, cursor }) {
    return articles.listPage(limit, cursor);
  },

  async getArticle({ articleId }) {
    return articles.get(articleId);
  },

  async putArticle(article) {
    try {
      await articles.put(article);
    } catch (error) {
      // Writing the very same version again is a repeat, not a conflict.
      const repeated =
        error instanceof VersionConflictError &&
        canonicalJson(await articles.get(article.articleId)) === canonicalJson(article);
      if (!repeated) throw error;
    }
    return article;
  },
});
