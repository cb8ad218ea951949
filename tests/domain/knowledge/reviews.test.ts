import { describe, expect, it } from 'vitest';
import { dueReviews } from '../../../functions/domain/knowledge/reviews.ts';
import { at, isoAt } from '../../support/builders.ts';
import { anArticle, aText } from '../../support/knowledge.ts';

const DAY = 86_400;
const due = (articleId: string, seconds: number) => anArticle({ articleId, reviewAt: isoAt(seconds) });
const articles = [due('tomorrow', DAY), due('b-today', 0), due('a-today', 0), due('long-ago', -40 * DAY)];

describe('reviews that are due', () => {
  it('are those whose day has come, longest overdue first', () => {
    const rows = dueReviews(articles, 0, at(60));

    expect(rows.map(({ articleId, overdueDays }) => [articleId, overdueDays])).toEqual([
      ['long-ago', 40],
      ['a-today', 0],
      ['b-today', 0],
    ]);
  });

  it('are those of the next days too, when asked', () => {
    const rows = dueReviews(articles, 1, at(0));

    expect(rows.at(-1)).toMatchObject({ articleId: 'tomorrow', overdueDays: -1 });
  });

  it('name the article in its languages', () => {
    const article = anArticle({ texts: { zh: aText('退款'), en: aText('Refunds') }, reviewAt: isoAt(0) });

    expect(dueReviews([article], 0, at(0))).toEqual([
      {
        articleId: 'refund-arrival',
        version: 1,
        titles: { zh: '退款', en: 'Refunds' },
        intents: ['buyer.refund.not-arrived'],
        reviewAt: isoAt(0),
        overdueDays: 0,
      },
    ]);
  });
});
