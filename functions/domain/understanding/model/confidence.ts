import type { Model } from './model.ts';

/** What turns scores into confidences. */
export interface Trust {
  /** What scores are multiplied by before the softmax. */
  readonly sharpness: number;
  /** How the best label's score and its lead over `none` make up the chance that the text is in scope at all; then the offset. */
  readonly weights: readonly number[];
}

/** Labels for what is out of scope. */
export const outside: readonly string[] = ['none', 'oos'];

/**
 * How likely each label is, together at most 1. A softmax tells labels from one another but is sure of anything it has never seen; so
 * the shares are multiplied by the chance that the text is in scope at all: a logistic curve over what `evidenceFor` gives.
 */
export function confidencesOf(model: Pick<Model, 'labels' | 'trust'>, scores: ArrayLike<number>): number[] {
  const shares = sharesOf(model, scores);
  const { weights } = model.trust;
  const best = indexOfLargest(shares);
  if (weights.length === 0 || outside.includes(model.labels[best] ?? '')) return shares;
  const evidence = evidenceFor(model, scores, best);
  const known = logistic(evidence.reduce((sum, it, i) => sum + it * (weights[i] ?? 0), 0));
  return shares.map((it) => it * known);
}

/** The softmax of the sharpened scores. */
export function sharesOf(
  { labels, trust }: Pick<Model, 'labels' | 'trust'>,
  scores: ArrayLike<number>,
): number[] {
  const most = labels.reduce((max, _, i) => Math.max(max, scores[i] as number), -Infinity);
  const odds = labels.map((_, i) => Math.exp(trust.sharpness * ((scores[i] as number) - most)));
  const total = odds.reduce((sum, it) => sum + it, 0);
  return odds.map((it) => it / total);
}

/** What speaks for a text's being in scope: the best label's score, its lead over the label for what is out of scope, and 1. */
export function evidenceFor(
  { labels }: Pick<Model, 'labels'>,
  scores: ArrayLike<number>,
  best: number,
): number[] {
  const stranger = labels.findIndex((label) => outside.includes(label));
  const lead = stranger < 0 ? 0 : (scores[best] as number) - (scores[stranger] as number);
  return [scores[best] as number, lead, 1];
}

export function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** How likely a head's answer is yes: a logistic curve over its inputs. */
export function headConfidence(curve: readonly number[], inputs: readonly number[]): number {
  return logistic(inputs.reduce((sum, it, i) => sum + it * (curve[i] ?? 0), 0));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
