import type { Article } from '../../../schemas/article.ts';
import type { DueReview } from '../../../schemas/knowledge-api.ts';

const DAY = 86_400_000;

/** The articles that must be read again within so many days, longest overdue first. */
export function dueReviews(articles: readonly Article[], days: number, now: Date): DueReview[] {
  const horizon = now.getTime() + days * DAY;
  return articles
    .filter(({ reviewAt }) => Date.parse(reviewAt) <= horizon)
    .sort((a, b) => (`${a.reviewAt} ${a.articleId}` < `${b.reviewAt} ${b.articleId}` ? -1 : 1))
    .map(({ articleId, version, intents, reviewAt, texts }) => ({
      articleId,
      version,
      titles: Object.fromEntries(Object.entries(texts).map(([language, { title }]) => [language, title])),
      intents,
      reviewAt,
      overdueDays: Math.floor((now.getTime() - Date.parse(reviewAt)) / DAY),
    }));
}
