import { describe, expect, it } from 'vitest';
import { withIntents, wordsAlone } from '../../../functions/domain/knowledge/coefficients.ts';
import {
  coefficientsFor,
  confidenceLeft,
  type Evidence,
  likelihoods,
  logOdds,
} from '../../../functions/domain/knowledge/likelihood.ts';

const guess = (id: string, confidence: number) => ({ id, confidence, reasons: [] });
const evidence = (overrides: Partial<Evidence> = {}): Evidence => ({
  words: 0.3,
  passage: 0.2,
  asks: 2,
  meaning: 0.1,
  confidence: 0,
  intents: ['buyer.refund.apply'],
  ...overrides,
});
const sure = evidence({ guess: guess('buyer.refund.apply', 0.95), confidence: 0.95 });
const other = evidence({ intents: ['ads.account.topup'], words: 0.1, asks: 0 });

describe('the likelihood of an article', () => {
  it('grows with every kind of evidence', () => {
    const odds = (more: Partial<Evidence>) => logOdds(evidence(more), withIntents);

    for (const more of [{ words: 0.4 }, { passage: 0.4 }, { asks: 4 }, { meaning: 0.3 }, { confidence: 0.5 }])
      expect(odds(more)).toBeGreaterThan(odds({}));
  });

  it('is shared by all candidates and the chance that none is right', () => {
    const [one = 0, two = 0] = likelihoods([sure, other]);

    expect(one).toBeGreaterThan(two);
    expect(one + two).toBeLessThan(1);
  });

  it('of two articles about the same intent is what they have together', () => {
    const twin = { ...sure, words: 0.29 };

    const [alone = 0] = likelihoods([sure, other]);
    const [one = 0, two = 0] = likelihoods([sure, twin, other]);

    expect(one).toBeCloseTo(two, 6);
    expect(one).toBeGreaterThan(alone);
  });

  it('of an article about nothing known is its own', () => {
    const [one = 0] = likelihoods([evidence({ intents: [] }), evidence({ intents: [] })]);

    expect(one).toBeLessThan(0.5);
  });

  it('is nothing without candidates', () => {
    expect(likelihoods([])).toEqual([]);
  });

  it('is judged by words alone where no guess fits any article', () => {
    expect(coefficientsFor([sure, other])).toBe(withIntents);
    expect(coefficientsFor([other])).toBe(wordsAlone);
  });
});

describe('what the guesses leave over', () => {
  it.each([
    ['nothing without guesses', [], 0],
    ['no more than the last guess', [0.3, 0.01], 0.01],
    ['a part of what is left', [0.6, 0.3], 0.1 / 16],
    ['nothing when they say it all', [0.8, 0.4], 0],
  ])('is %s', (_what, confidences, left) => {
    expect(confidenceLeft(confidences.map((it) => guess('none', it)))).toBeCloseTo(left, 9);
  });
});
