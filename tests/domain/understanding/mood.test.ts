import { describe, expect, it } from 'vitest';
import type { Sentiment } from '../../../schemas/understanding.ts';
import { moodOf, staysAngry } from '../../../functions/domain/understanding/mood.ts';

const list = (letters: string): Sentiment[] =>
  Array.from(
    letters,
    (it) => (({ '+': 'positive', '=': 'neutral', '-': 'negative', '!': 'angry' }) as const)[it] ?? 'neutral',
  );

describe('the mood of a conversation', () => {
  it.each([
    { said: '', sentiment: 'neutral', trend: 'steady' },
    { said: '-', sentiment: 'negative', trend: 'steady' },
    { said: '=-', sentiment: 'negative', trend: 'rising' },
    { said: '-!', sentiment: 'angry', trend: 'rising' },
    { said: '!!', sentiment: 'angry', trend: 'steady' },
    { said: '=--', sentiment: 'negative', trend: 'steady' },
    { said: '!-', sentiment: 'negative', trend: 'falling' },
    { said: '-=', sentiment: 'neutral', trend: 'falling' },
    { said: '!!!+', sentiment: 'positive', trend: 'falling' },
    { said: '!===', sentiment: 'neutral', trend: 'falling' },
    { said: '!====', sentiment: 'neutral', trend: 'steady' },
  ])('after “$said” is $sentiment and $trend', ({ said, sentiment, trend }) => {
    expect(moodOf(list(said))).toMatchObject({ sentiment, trend });
  });

  it.each([
    ['-!=', 'angry'],
    ['=+', 'neutral'],
    ['', 'neutral'],
  ])('after “%s” was %s at worst', (said, worst) => {
    expect(moodOf(list(said)).worst).toBe(worst);
  });

  it.each([
    ['!!', true],
    ['=!!', true],
    ['!', false],
    ['!-!', false],
    ['', false],
  ])('of “%s” stays angry: %s', (said, angry) => {
    expect(staysAngry(list(said))).toBe(angry);
  });
});
