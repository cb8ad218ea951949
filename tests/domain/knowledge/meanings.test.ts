import { describe, expect, it } from 'vitest';
import { type MeaningOf, nearness } from '../../../functions/domain/knowledge/meanings.ts';
import { buildIndex } from '../../../functions/domain/knowledge/serialize-index.ts';
import { meaningBy } from '../../../functions/domain/understanding/meaning.ts';
import { search } from '../../../functions/domain/understanding/search.ts';
import { at } from '../../support/builders.ts';
import { anArticle, aText } from '../../support/knowledge.ts';

/** A world of two meanings: money coming back, and parcels. */
const meanings: Record<string, [money: number, parcels: number]> = {
  refund: [1, 0],
  'money back': [1, 0],
  reimbursement: [0.8, 0.6],
  parcel: [0, 1],
  courier: [0, 1],
};
const meaningOf: MeaningOf = (text) => meanings[text] && Float32Array.from(meanings[text]);

const about = (articleId: string, title: string, phrasings: string[]) =>
  anArticle({ articleId, intents: ['buyer'], texts: { en: aText(title, phrasings, 'See the order page.') } });
const index = buildIndex([
  about('a-money', 'refund', ['money back']),
  about('b-parcel', 'parcel', ['courier']),
  about('c-unknown', '退款', ['退钱']),
  about('d-document', 'parcel', []),
]);

describe('how near ways of asking come to a question', () => {
  it('is the cosine to the nearest of them, less the mean', () => {
    const [money = 0, parcel = 0] = nearness(index, 'reimbursement', [0, 1], meaningOf);

    expect(money).toBeCloseTo(0.1, 6);
    expect(parcel).toBeCloseTo(-0.1, 6);
  });

  it('is that of the farthest where none of their words is known', () => {
    expect(nearness(index, 'refund', [0, 1, 2], meaningOf)[2]).toBeCloseTo(-0.5, 6);
  });

  it('is nothing for a document, which has no phrasings', () => {
    expect(nearness(index, 'refund', [0, 1, 3], meaningOf)[2]).toBe(0);
    expect(nearness(index, 'refund', [3], meaningOf)).toEqual([0]);
  });

  it('is nothing for words nobody knows, and without entries', () => {
    expect(nearness(index, '退款', [0, 1], meaningOf)).toEqual([0, 0]);
    expect(nearness(index, 'refund', [], meaningOf)).toEqual([]);
  });

  it('is looked at for the best eight; the others come no nearer than the farthest of these', () => {
    const many = buildIndex(
      Array.from({ length: 9 }, (_, i) => about(`article-${i}`, i === 7 ? 'parcel' : 'refund', ['x'])),
    );

    const near = nearness(many, 'refund', [...many.placeOf.keys()], meaningOf);

    expect(near[8]).toBe(near[7]);
    expect(near[8]).toBeLessThan(near[0] ?? 0);
  });

  it('is read once for each entry', () => {
    let read = 0;
    const counting: MeaningOf = (text) => {
      read += 1;
      return meaningOf(text);
    };
    const fresh = buildIndex([about('a-money', 'refund', ['money back'])]);
    nearness(fresh, 'refund', [0], counting);

    nearness(fresh, 'parcel', [0], counting);

    expect(read).toBe(4);
  });

  it('forgets entries rather than keep more than 2,000', () => {
    const texts = { textOf: () => aText('refund', ['money back']) };
    for (let entry = 0; entry <= 2000; entry += 1) nearness(texts, 'refund', [entry], meaningOf);
    const read: string[] = [];

    nearness(texts, 'parcel', [0], (text) => {
      read.push(text);
      return meaningOf(text);
    });

    expect(read).toEqual(['parcel', 'refund', 'money back']);
  });

  it('decides between articles that words cannot tell apart', () => {
    const twins = buildIndex([
      about('a-parcel', 'delivery question', ['courier']),
      about('b-money', 'delivery question', ['money back']),
    ]);
    const directions: MeaningOf = (text) => meaningOf(text) ?? meaningOf('refund');
    const options = { language: 'en', intents: [], now: at(0), limit: 1 };

    const [plain] = search(twins, 'delivery question', options);
    const [meant] = search(twins, 'delivery question', {
      ...options,
      meaningOf: (text) => (text === 'delivery question' ? undefined : directions(text)),
    });
    const [near] = search(twins, 'delivery question please', {
      ...options,
      meaningOf: (text) => (text === 'delivery question' ? undefined : directions(text)),
    });

    expect([plain, meant, near].map((hit) => hit?.article.articleId)).toEqual([
      'a-parcel',
      'a-parcel',
      'b-money',
    ]);
  });
});

describe('what a model knows of meanings', () => {
  it('is nothing without vectors', () => {
    expect(meaningBy({})('refund')).toBeUndefined();
  });
});
