import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leafIds } from '../../functions/domain/understanding/taxonomy.ts';
import { normalize } from '../../functions/domain/understanding/normalize.ts';
import { overlapsOf } from '../../training/overlap.ts';
import { readPhrasings } from '../../training/phrasings.ts';
import { readUtterances, withoutRepeats } from '../../training/rows.ts';

const rows = readUtterances(
  join(import.meta.dirname, '../../training/utterances'),
  ['train', 'dev', 'test'],
  new Set(leafIds),
);
const of = (split: string) => rows.filter((it) => it.split === split);

describe('the ways of asking of the starter articles', () => {
  const asked = readPhrasings(join(import.meta.dirname, '../../local/seed/articles'));

  it('are examples of the intent their article is about, calm where that is', () => {
    const row = asked.find((it) => it.text === '忘记密码了怎么办');

    expect(row).toMatchObject({ intent: 'account.login.forgot-password', language: 'zh', urgent: false });
  });

  it('share at most 0.6 of their pairs of characters with either exam', () => {
    expect(overlapsOf(asked, [...of('dev'), ...of('test')], 0.6)).toEqual([]);
  });
});

describe('the utterances', () => {
  it.each(leafIds)('teach %s in at least 40 ways in Chinese and in English', (id) => {
    const own = of('train').filter((it) => it.intent === id);
    const english = own.filter((it) => it.language === 'en').length;

    expect([own.length - english >= 40, english >= 40]).toEqual([true, true]);
  });

  it.each(leafIds)('examine %s in at least 10 ways in either exam', (id) => {
    const count = (split: string) => of(split).filter((it) => it.intent === id).length;

    expect([count('dev') >= 10, count('test') >= 10]).toEqual([true, true]);
  });

  it('never say one thing under two intents', () => {
    expect(withoutRepeats(rows, normalize).length).toBeGreaterThan(0);
  });

  it('are written by other hands in every split', () => {
    const authors = ['train', 'dev', 'test'].map((split) => new Set(of(split).map((it) => it.author)));

    expect(new Set(authors.flatMap((it) => [...it])).size).toBe(
      authors.reduce((sum, it) => sum + it.size, 0),
    );
  });

  it.each([
    ['train', 'dev'],
    ['train', 'test'],
    ['test', 'dev'],
  ])(
    'of %s and %s share at most 0.6 of their pairs of characters',
    (one, other) => {
      const found = overlapsOf(of(one), of(other), 0.6);

      expect(found.map((it) => `${it.one.at} ~ ${it.other.at}`)).toEqual([]);
    },
    60_000,
  );
});
