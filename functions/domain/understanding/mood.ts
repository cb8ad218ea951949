import type { Sentiment, Trend } from '../../../schemas/understanding.ts';

export interface Mood {
  readonly sentiment: Sentiment;
  /** The tensest it has been. */
  readonly worst: Sentiment;
  readonly trend: Trend;
}

const tension: Readonly<Record<Sentiment, number>> = { positive: 0, neutral: 1, negative: 2, angry: 3 };
const compared = 3;
const swing = 2 / 3;

/**
 * The mood after these sentiments, one a customer's message, oldest first. Each counts 0 (positive) to 3 (angry); the last is
 * compared with the mean of up to three before it: two thirds of a step more is rising, as much less is falling, else steady. So
 * one step away from an even tone tells, and a tone that is simply kept does not. Nothing said is neutral and steady.
 */
export function moodOf(sentiments: readonly Sentiment[]): Mood {
  const sentiment = sentiments.at(-1) ?? 'neutral';
  const before = sentiments.slice(0, -1).slice(-compared);
  const worst = sentiments.reduce((most, it) => (tension[it] > tension[most] ? it : most), sentiment);
  if (before.length === 0) return { sentiment, worst, trend: 'steady' };
  const mean = before.reduce((sum, it) => sum + tension[it], 0) / before.length;
  const change = tension[sentiment] - mean;
  return { sentiment, worst, trend: change >= swing ? 'rising' : change <= -swing ? 'falling' : 'steady' };
}

/** Whether the last messages were all angry: no advice of a machine helps any more. */
export function staysAngry(sentiments: readonly Sentiment[], times = 2): boolean {
  return sentiments.length >= times && sentiments.slice(-times).every((it) => it === 'angry');
}

/** Whether the mood has fallen twice without rising in between: from neutral to negative to angry, for one. */
export function fellTwice(sentiments: readonly Sentiment[]): boolean {
  const tones = sentiments.filter((it, i) => it !== sentiments[i - 1]).map((it) => tension[it]);
  const [before, between, now] = tones.slice(-3);
  return (
    before !== undefined && between !== undefined && now !== undefined && before < between && between < now
  );
}

/** Whether a customer is upset: worried, complaining, or worse. */
export function isTense(sentiment: Sentiment): boolean {
  return tension[sentiment] >= tension.negative;
}
