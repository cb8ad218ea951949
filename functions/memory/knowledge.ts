import type { Article } from '../../schemas/article.ts';
import type { Correction } from '../../schemas/correction.ts';
import type { Question } from '../../schemas/question.ts';
import { NotFoundError, VersionConflictError } from '../domain/errors.ts';
import type { KeptArticle } from '../domain/knowledge/versions.ts';
import { articleKey, ARTICLES_PARTITION, correctionKey, CORRECTIONS_PARTITION } from '../stores/keys.ts';
import type { Articles, Corrections, Questions } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { pageOf, SortedRows } from './rows.ts';

/** The knowledge base, every version of it. */
export function memoryArticles(): Articles {
  const rows = new SortedRows<KeptArticle>();
  const versions = new Map<string, Article[]>();
  let written = 0;
  return {
    async get(articleId) {
      const kept = rows.get(articleKey(articleId).sk);
      if (!kept) throw new NotFoundError('article');
      return kept.article;
    },
    async find(articleId) {
      return rows.get(articleId);
    },
    async list() {
      return rows.all();
    },
    async listPage(limit, cursor) {
      const page = pageOf({ rows, partition: ARTICLES_PARTITION, names: ['pk', 'sk'] }, limit, cursor);
      return { ...page, rows: page.rows.map(({ article }) => article) };
    },
    async listVersions(articleId) {
      return versions.get(articleId)?.slice() ?? [];
    },
    async put({ article, earlier }) {
      const { articleId, version } = article;
      if (version - 1 !== (rows.get(articleId)?.article.version ?? 0)) throw new VersionConflictError();
      rows.set(articleId, frozen({ article, earlier: [...earlier] }));
      versions.set(articleId, [...(versions.get(articleId) ?? []), article]);
      written += 1;
    },
    async revision() {
      return written;
    },
  };
}

/** Questions for editors, and which events were counted as one. */
export function memoryQuestions(): Questions {
  const rows = new SortedRows<Question>();
  const counted = new Set<string>();
  const save = (question: Question): void => {
    const { questionId, version } = question;
    if (version - 1 !== (rows.get(questionId)?.version ?? 0)) throw new VersionConflictError();
    rows.set(questionId, frozen(question));
  };
  return {
    async get(questionId) {
      const question = rows.get(questionId);
      if (!question) throw new NotFoundError('question');
      return question;
    },
    async list() {
      return rows.all();
    },
    async save(question) {
      save(question);
    },
    async count(question, { ticketId, number }) {
      const asked = `${ticketId}#${number}`;
      if (counted.has(asked)) return;
      save(question);
      counted.add(asked);
    },
  };
}

/** What agents corrected, oldest first. */
export function memoryCorrections(): Corrections {
  const rows = new SortedRows<Correction>();
  return {
    async put(correction) {
      rows.set(correctionKey(correction).sk, frozen(correction));
    },
    async listPage(limit, cursor) {
      return pageOf({ rows, partition: CORRECTIONS_PARTITION, names: ['pk', 'sk'] }, limit, cursor);
    },
  };
}
