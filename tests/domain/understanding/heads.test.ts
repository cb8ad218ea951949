import { describe, expect, it } from 'vitest';
import {
  headChance,
  headInputs,
  headScore,
  sentimentOf,
} from '../../../functions/domain/understanding/heads.ts';
import type { Model } from '../../../functions/domain/understanding/model/model.ts';

/** A model of one label, with heads whose curve takes the score as it is. */
const modelOf = (heads: readonly string[]): Model => ({
  format: 1,
  labels: ['none'],
  heads,
  trust: { sharpness: 1, weights: [] },
  curves: Object.fromEntries(
    heads.map((head) => [head, head === 'urgent' ? [1, 4, -4, 2, -1] : [1, 0]] as const),
  ),
  surely: 0.5,
  vectorWeight: 0,
  keys: new Uint32Array(),
  rarity: new Float32Array(),
  scale: new Float32Array(),
  weights: new Int8Array(),
  bias: new Float32Array(1 + heads.length),
});

const unsaid = { ruled: false, denied: false, share: 0 };

describe('a head', () => {
  it('has the score behind the labels', () => {
    expect(headScore(modelOf(['negative', 'urgent']), [9, 1, 2], 'urgent')).toBe(2);
    expect(headScore(modelOf([]), [9], 'urgent')).toBeUndefined();
  });

  it('is judged by its score, the rules and the intents', () => {
    expect(headInputs(2, { ruled: true, denied: true, share: 0.5 })).toEqual([2, 1, 1, 0.5, 1]);
  });

  it.each([
    ['neither the score nor the rules', 0, unsaid, false],
    ['the score alone', 3, unsaid, true],
    ['the rules', 0, { ...unsaid, ruled: true }, true],
    ['what is something else', 3, { ...unsaid, denied: true }, false],
    ['the intents', 0, { ...unsaid, share: 1 }, true],
  ])('says yes or no by %s', (_by, score, evidence, yes) => {
    expect(headChance(modelOf(['urgent']), [0, score], 'urgent', evidence) > 0.5).toBe(yes);
  });

  it('follows the rules alone where the model does not know it', () => {
    expect(headChance(modelOf([]), [0], 'urgent', { ...unsaid, ruled: true })).toBe(1);
    expect(headChance(modelOf([]), [0], 'urgent', unsaid)).toBe(0);
  });
});

describe('the sentiment', () => {
  it('is the likeliest', () => {
    const model = modelOf(['positive', 'neutral', 'negative', 'angry']);

    expect(sentimentOf(model, [0, -1, 0, 2, 1])).toBe('negative');
  });

  it('is neutral when the model knows none', () => {
    expect(sentimentOf(modelOf([]), [0])).toBe('neutral');
  });
});
