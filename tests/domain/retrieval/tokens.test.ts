import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptOf } from '../../../functions/domain/retrieval/concepts.ts';
import { isSlight } from '../../../functions/domain/retrieval/slight.ts';
import { tokensOf } from '../../../functions/domain/retrieval/tokens.ts';

const WORD = /^[\p{L}\p{M}\p{N}]+$/u;
const written = (text: string) => tokensOf(text).map((it) => it.written);

describe('tokens of a text', () => {
  it.each([
    ['退款没到账', ['退', '款', '没', '到', '账']],
    ['退款沒到賬', ['退', '款', '没', '到', '账']],
    ['iPhone15手机登录不了', ['iphone', '15', '手', '机', '登', '录', '不', '了']],
    ['2007年末开始', ['2007', '年', '末', '开', '始']],
    ["I can't log-in!", ['i', 'cant', 'log', 'in']],
    ['ＭＰ４ ①', ['mp', '4', '1']],
    ['！？…👍', []],
    ['', []],
  ])('of “%s” are %j', (text, tokens) => {
    expect(written(text)).toEqual(tokens);
  });

  it.each([
    ['refunds', 'refund'],
    ['refunded', 'refund'],
    ['refunding', 'refund'],
    ['cards', 'card'],
    ['bus', 'bus'],
    ['is', 'is'],
    ['parties', 'party'],
    ['verified', 'verify'],
  ])('know the word %s as %s', (word, stem) => {
    expect(tokensOf(word)[0]?.text).toBe(stem);
  });

  it('tell what stands together from what a gap parts', () => {
    expect(tokensOf('mp4 退款，到账').map((it) => it.joined)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('are made of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => written(text).every((it) => WORD.test(it))),
    );
  });

  it('are made of no more than the first 20,000 characters', () => {
    expect(tokensOf('退'.repeat(32_768))).toHaveLength(20_000);
  });
});

describe('a word', () => {
  it.each(['的', '什', 'how', 'my'])('%s says little of what a text is about', (word) => {
    expect(isSlight(word)).toBe(true);
  });

  it.each(['退', '没', 'refund', 'cannot'])('%s says something', (word) => {
    expect(isSlight(word)).toBe(false);
  });

  it.each([
    ['misplaced', '丢失'],
    ['top up', '充值'],
    ['reimbursed', '退款'],
    ['被盗', 'stolen'],
  ])('%s means the same as %s', (one, other) => {
    expect(conceptOf(one)).toBeDefined();
    expect(conceptOf(one)).toBe(conceptOf(other));
  });

  it('that nobody listed has no concept', () => {
    expect(conceptOf('zebra')).toBeUndefined();
  });
});
