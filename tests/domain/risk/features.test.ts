import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskFeaturesOf } from '../../../functions/domain/risk/features.ts';

const sharedOf = (a: string, b: string) => {
  const known = new Set(riskFeaturesOf(a).keys);
  return riskFeaturesOf(b).keys.filter((it) => known.has(it)).length;
};

describe('what the risk model sees', () => {
  it('is how a clause begins and ends', () => {
    expect(sharedOf('能退吗？', '好吗？')).toBeGreaterThan(sharedOf('能退吗？', '好吗的'));
  });

  it('is every digit as the same digit', () => {
    expect(riskFeaturesOf('加 138').keys).toEqual(riskFeaturesOf('加 796').keys);
  });

  it('is pieces of words, so that a misspelt word resembles the right one', () => {
    expect(sharedOf('gambling', 'gambiing')).toBeGreaterThan(sharedOf('gambling', 'garden'));
  });

  it('has a place inside the text and a count for every feature', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        const { keys, counts, spans, blocks } = riskFeaturesOf(text);

        expect([counts.length, spans.length, blocks.length]).toEqual([
          keys.length,
          2 * keys.length,
          keys.length,
        ]);
        for (let i = 0; i < keys.length; i += 1) {
          expect(spans[2 * i]).toBeGreaterThanOrEqual(0);
          expect(spans[2 * i + 1]).toBeLessThanOrEqual(text.length);
          expect(spans[2 * i]).toBeLessThan(spans[2 * i + 1] ?? 0);
        }
      }),
    );
  });
});
