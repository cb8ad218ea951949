import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRetrieval } from '../../../functions/domain/retrieval/build.ts';
import type { Entry } from '../../../functions/domain/retrieval/entry.ts';
import { Finder } from '../../../functions/domain/retrieval/find.ts';
import { f32, nth, numbersBelow, small, u32, u8 } from '../../../functions/domain/retrieval/numbers.ts';
import {
  placeOf,
  type Row,
  scoreAll,
  scoreOne,
  transposed,
} from '../../../functions/domain/retrieval/postings.ts';
import { learnAsks } from '../../../functions/domain/retrieval/tune.ts';

const entry = (group: number, overrides: Partial<Entry> = {}): Entry => ({
  group,
  title: '',
  phrasings: [],
  body: '',
  ...overrides,
});

const passages = [
  entry(0, { title: '尤金袋鼠', body: '尤金袋鼠是袋鼠科中细小的成员，分布在澳洲南部岛屿及西岸地区。' }),
  entry(1, { title: '黄蝉', body: '黄蝉花为聚繖花序顶生，鲜黄色，花冠呈漏斗形，原产巴西。' }),
  entry(2, { title: 'POWER6', body: '2007年5月21日推出的双核POWER6处理器的速度为4.7GHz。' }),
];

const faq = [
  entry(0, { phrasings: ['my card was stolen', 'someone took my card', 'card theft'] }),
  entry(1, { phrasings: ['i lost my card', 'cannot find my card anywhere', 'misplaced the card'] }),
  entry(2, { phrasings: ['when does my card arrive', 'card not delivered yet', 'waiting for the new card'] }),
];

const first = (entries: readonly Entry[], question: string) => {
  const { found } = new Finder(buildRetrieval(entries)).find(question, { limit: 3 });
  return found
    .map((it) => ({ ...it, sum: it.asks + 5 * it.words + 2 * it.passage }))
    .sort((a, b) => b.sum - a.sum)[0]?.entry;
};

describe('passages', () => {
  it.each([
    ['袋鼠分布在哪里？', 0],
    ['黄蝉的花是什么样子？', 1],
    ['POWER6什么时候推出的', 2],
    ['2007年5月推出了什么处理器', 2],
  ])('are found for “%s”', (question, right) => {
    expect(first(passages, question)).toBe(right);
  });

  it('say how much of the question they hold, and how much of it in one place', () => {
    const together = entry(0, { body: `${'天气很好。'.repeat(30)}信用卡退款要几天。` });
    const apart = entry(1, { body: `信用卡很方便。${'天气很好。'.repeat(30)}退款要几天。` });
    const { found } = new Finder(buildRetrieval([together, apart])).find('信用卡退款要几天', { limit: 2 });
    const [near, far] = [found.find((it) => it.entry === 0), found.find((it) => it.entry === 1)];

    expect(near?.passage).toBeGreaterThan(far?.passage ?? 1);
    expect(near?.words).toBeGreaterThan(0.4);
    expect(near?.asks).toBe(0);
  });
});

describe('ways of asking', () => {
  it.each([
    ['a thief has my card', 0],
    ['i have misplaced my bank card', 1],
    ['my card is gone, i cant find it', 1],
    ['has my new card been delivered', 2],
  ])('lead “%s” to its entry', (question, right) => {
    expect(first(faq, question)).toBe(right);
  });

  it('never hold two languages of one article against each other', () => {
    const phrasings = ['退款没到账', 'refund not here'];
    const same = [entry(0, { phrasings }), entry(0, { phrasings }), entry(1, { phrasings: ['怎么开店'] })];

    const { found } = new Finder(buildRetrieval(same)).find('退款没到账', { limit: 3 });
    const [one, other] = [0, 1].map((number) => found.find((it) => it.entry === number)?.asks);

    expect(one).toBeGreaterThan(0);
    expect(one).toBeCloseTo(other ?? 0, 0);
  });

  it('are averaged, not learned, where the knowledge base is too large', () => {
    const ask = (number: number, term: number) => ({
      entry: number,
      terms: Uint32Array.of(term),
      values: Float32Array.of(1),
    });
    const of = (size: number) => learnAsks([ask(0, 0), ask(1, 0), ask(1, 1)], [0, 1], size);
    const inAll = (rows: readonly Row[]) => rows.map(({ values }) => Math.hypot(...values));

    for (const length of inAll(of(9_000_000))) expect(length).toBeCloseTo(10, 4);
    expect(inAll(of(2))).not.toEqual(inAll(of(9_000_000)));
  });

  it('are learned the same in every run', () => {
    expect(buildRetrieval(faq).asks).toEqual(buildRetrieval(faq).asks);
  });
});

describe('a finder', () => {
  const finder = new Finder(buildRetrieval(passages));

  it('leaves out what may not be found', () => {
    const { found } = finder.find('袋鼠分布在哪里', { limit: 3, admits: (it) => it !== 0 });

    expect(found.map((it) => it.entry)).not.toContain(0);
  });

  it('adds what is wanted for other reasons, if it may be found', () => {
    const besides = [1, 2];

    const { found } = finder.find('袋鼠', { limit: 4, besides, admits: (it) => it !== 2 });

    expect(found.map((it) => it.entry).sort()).toEqual([0, 1]);
  });

  it('gives as many as are wanted, best first', () => {
    const many = Array.from({ length: 9 }, (_, i) => entry(i, { body: `退款${'慢'.repeat(i)}` }));

    const { found } = new Finder(buildRetrieval(many)).find('退款', { limit: 3 });

    expect(found.map((it) => it.entry)).toEqual([0, 1, 2]);
  });

  it('lets later ones that are better take the place of earlier ones', () => {
    const many = Array.from({ length: 9 }, (_, i) => entry(i, { body: `退款${'慢'.repeat(9 - i)}` }));

    const { found } = new Finder(buildRetrieval(many)).find('退款', { limit: 3 });

    expect(found.map((it) => it.entry)).toEqual([8, 7, 6]);
  });

  it('says nothing for an entry that is wanted anyway when the question says nothing', () => {
    expect(finder.find('！？', { limit: 4, besides: [1] }).found).toEqual([
      { entry: 1, words: 0, passage: 0, asks: 0 },
    ]);
  });

  it('says which words an entry shares with the question', () => {
    const { question } = finder.find('袋鼠在澳洲吗', { limit: 3 });

    expect(finder.shared(question, 0)).toEqual(expect.arrayContaining(['袋鼠', '澳洲']));
    expect(finder.shared(question, 1)).toEqual([]);
  });

  it('finds nothing in nothing, and nothing for nothing', () => {
    expect(new Finder(buildRetrieval([])).find('退款', { limit: 3 }).found).toEqual([]);
    expect(finder.find('', { limit: 3 }).found).toEqual([]);
    expect(finder.find('zzzz', { limit: 3 }).found).toEqual([]);
  });

  it('answers the same after any other question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (other) => {
        const before = finder.find('黄蝉的花', { limit: 3 });
        finder.find(`${other}袋鼠`, { limit: 3 });

        expect(finder.find('黄蝉的花', { limit: 3 })).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['one character', '退'.repeat(32_768)],
    ['words that are all different', Array.from({ length: 4000 }, (_, i) => `w${i}`).join(' ')],
    ['lone surrogates', '\ud800'.repeat(2000)],
    ['marks without letters', '\u0301\u200b'.repeat(2000)],
  ])('bears %s', (_what, question) => {
    expect(finder.find(question, { limit: 3 }).found.length).toBeLessThanOrEqual(3);
  });
});

describe('postings', () => {
  const rows = [
    { terms: Uint32Array.of(0, 2), values: Float32Array.of(1, 2) },
    { terms: Uint32Array.of(2), values: Float32Array.of(3) },
  ];

  it('list the entries of each term in order', () => {
    const { starts, entries, values } = transposed(rows, 3);

    expect([...starts]).toEqual([0, 1, 1, 3]);
    expect([...entries]).toEqual([0, 0, 1]);
    expect([...values]).toEqual([1, 2, 3]);
  });

  it.each([
    [0, 0, 0],
    [2, 1, 2],
    [1, 0, -1],
    [0, 1, -1],
  ])('have term %i of entry %i at %i', (term, entryNumber, place) => {
    expect(placeOf(transposed(rows, 3), term, entryNumber)).toBe(place);
  });

  it('leave the longest lists for those that come into question', () => {
    const many = Array.from({ length: 70_000 }, () => ({
      terms: Uint32Array.of(0),
      values: Float32Array.of(1),
    }));
    const postings = transposed(many, 1);
    const values = { values: new Uint8Array(70_000).fill(5), zero: 3 };
    const scores = new Float32Array(70_000);

    const left = scoreAll(postings, values, [{ term: 0, factor: 2 }], scores);

    expect(scores.every((it) => it === 0)).toBe(true);
    expect(scoreOne(postings, values, left, 69_999)).toBe(4);
    expect(scoreOne(transposed(rows, 3), values, [{ term: 1, factor: 2 }], 0)).toBe(0);
  });
});

describe('numbers', () => {
  it('take half the room where they are small', () => {
    expect(numbersBelow(65_536, 3)).toBeInstanceOf(Uint16Array);
    expect(numbersBelow(65_537, 3)).toBeInstanceOf(Uint32Array);
  });

  it('are 0 beyond the end', () => {
    expect([
      nth([1], 1),
      u8(Uint8Array.of(1), 1),
      u32(Uint32Array.of(1), 1),
      f32(Float32Array.of(1), 1),
      small(Uint16Array.of(1), 1),
    ]).toEqual([0, 0, 0, 0, 0]);
  });
});
