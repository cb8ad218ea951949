import type { IntentGuess, Sentiment } from '../../../schemas/understanding.ts';
import { headConfidence } from './model/confidence.ts';
import type { Model } from './model/model.ts';
import { priorityOf } from './taxonomy.ts';

/** What authored rules and the guessed intents add to a head's own score. */
export interface HeadEvidence {
  /** The rules say yes. */
  readonly ruled: boolean;
  /** The rules say that what looks like it is something else. */
  readonly denied: boolean;
  /** How likely the intents are that imply it, together. */
  readonly share: number;
}

const sentiments: readonly Sentiment[] = ['positive', 'neutral', 'negative', 'angry'];

/** The score of a head; undefined when the model was trained without it. */
export function headScore(
  { labels, heads }: Pick<Model, 'labels' | 'heads'>,
  scores: ArrayLike<number>,
  head: string,
): number | undefined {
  const i = heads.indexOf(head);
  return i < 0 ? undefined : scores[labels.length + i];
}

/** What the curve of `urgent` and of `human` weighs: the head's score, what the rules say, the intents' share, and 1. */
export function headInputs(score: number, { ruled, denied, share }: HeadEvidence): number[] {
  return [score, ruled ? 1 : 0, denied ? 1 : 0, share, 1];
}

/** The chance that a head says yes; the rules alone decide when the model does not know the head. */
export function headChance(
  model: Model,
  scores: ArrayLike<number>,
  head: string,
  evidence: HeadEvidence,
): number {
  const score = headScore(model, scores, head);
  const curve = model.curves[head];
  if (score === undefined || !curve) return evidence.ruled ? 1 : 0;
  return headConfidence(curve, headInputs(score, evidence));
}

/** The likeliest sentiment; neutral when the model was trained without sentiments. */
export function sentimentOf(model: Model, scores: ArrayLike<number>): Sentiment {
  const chances = sentiments.map((head) => {
    const score = headScore(model, scores, head);
    const curve = model.curves[head];
    return score === undefined || !curve ? 0 : headConfidence(curve, [score, 1]);
  });
  const best = chances.indexOf(Math.max(...chances));
  return (chances[best] ?? 0) > 0 ? (sentiments[best] ?? 'neutral') : 'neutral';
}

/** How likely the intents are, together, that are urgent by themselves. */
export function urgentShareOf(guesses: readonly IntentGuess[]): number {
  return guesses.reduce((sum, it) => sum + (priorityOf(it.id) === 'urgent' ? it.confidence : 0), 0);
}
