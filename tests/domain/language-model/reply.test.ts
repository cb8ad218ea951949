import { describe, expect, it } from 'vitest';
import { readChoice, readDraft } from '../../../functions/domain/language-model/reply.ts';

describe('a written answer', () => {
  it.each([
    ['{"text":"好","articles":["A1"]}', [0]],
    ['  {"text":"好","articles":["A2","A1","A2"]}\n', [1, 0]],
    ['```json\n{"text":"好","articles":[]}\n```', []],
  ])('is read: %s', (reply, cited) => {
    expect(readDraft(reply, 2)).toEqual({ text: '好', cited });
  });

  it.each([
    ['no object', '好'],
    ['nothing', ''],
    ['broken', '{"text":"好","articles":["A1"]'],
    ['talk around it', 'Sure! {"text":"好","articles":["A1"]}'],
    ['two objects', '{"text":"好","articles":["A1"]} {"text":"坏","articles":["A1"]}'],
    ['more than was asked for', '{"text":"好","articles":["A1"],"refund":true}'],
    ['no articles', '{"text":"好"}'],
    ['a text that is none', '{"text":["好"],"articles":["A1"]}'],
    ['an article nobody gave', '{"text":"好","articles":["A3"]}'],
    ['an article by its title', '{"text":"好","articles":["退款"]}'],
    ['too much', JSON.stringify({ text: '好'.repeat(9000), articles: ['A1'] })],
  ])('is not read: %s', (_what, reply) => {
    expect(readDraft(reply, 2)).toBeUndefined();
  });
});

describe('a chosen meaning', () => {
  const candidates = ['buyer.refund.apply', 'buyer.refund.not-arrived'];

  it('is one of the candidates', () => {
    expect(readChoice('{"intent":"buyer.refund.apply"}', candidates)).toBe('buyer.refund.apply');
  });

  it.each([
    '{"intent":"unclear"}',
    '{"intent":"account.security.stolen"}',
    '{"intent":"buyer.refund"}',
    '{"intent":"BUYER.REFUND.APPLY"}',
    '{"intent":["buyer.refund.apply"]}',
    '{"intent":"buyer.refund.apply","urgent":true}',
    'buyer.refund.apply',
    '',
  ])('is ignored when it is anything else: %s', (reply) => {
    expect(readChoice(reply, candidates)).toBeUndefined();
  });
});
