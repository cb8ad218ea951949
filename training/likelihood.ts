import type { Coefficients } from '../functions/domain/knowledge/likelihood.ts';

/** One message: what speaks for each candidate, and which of them are right; none of them when no article is. */
export interface Trial {
  readonly candidates: readonly { readonly measured: Omit<Coefficients, 'none'>; readonly right: boolean }[];
}

const names = ['words', 'passage', 'asks', 'meaning', 'intent', 'none'] as const;
type Name = (typeof names)[number];

const ROUNDS = 800;
const STEP = 0.5;
const RIDGE = 1e-4;

/**
 * The coefficients under which the right candidates, or "none of them", are most likely: the log-likelihood of a conditional logit,
 * climbed with AdaGrad from the same start every time. Names in `fixed` keep their proportion to the first of them.
 */
export function fitLikelihood(
  trials: readonly Trial[],
  fixed: Partial<Record<Name, number>> = {},
): Coefficients {
  const shared = Object.keys(fixed).length > 0;
  const free = names.filter((name) => !(name in fixed));
  let weights: Record<Name, number> = {
    words: 1,
    passage: 1,
    asks: 0.2,
    meaning: 1,
    intent: 1,
    none: 1,
    ...fixed,
  };
  const squares = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = slopeOf(trials, weights);
    const move = (name: string, slope: number) => {
      const square = (squares.get(name) ?? 1e-6) + slope * slope;
      squares.set(name, square);
      return (STEP * slope) / Math.sqrt(square);
    };
    const next = { ...weights };
    for (const name of free) next[name] += move(name, gradient[name] - RIDGE * weights[name]);
    if (shared) {
      const inCommon = names.reduce((sum, name) => sum + gradient[name] * (fixed[name] ?? 0), 0);
      const scale = Math.exp(move('in common', inCommon) / 10);
      for (const name of names) if (name in fixed) next[name] *= scale;
    }
    weights = next;
  }
  return weights;
}

/** How much the mean log-likelihood gains with each coefficient. */
function slopeOf(trials: readonly Trial[], weights: Coefficients): Record<Name, number> {
  const slope = { words: 0, passage: 0, asks: 0, meaning: 0, intent: 0, none: 0 };
  for (const { candidates } of trials) {
    const odds = candidates.map(({ measured }) => dot(measured, weights));
    const most = Math.max(weights.none, ...odds);
    const parts = odds.map((it) => Math.exp(it - most));
    const nothing = Math.exp(weights.none - most);
    const total = parts.reduce((sum, it) => sum + it, nothing);
    const known = candidates.some(({ right }) => right);
    const wanted = known ? parts.reduce((sum, it, i) => sum + (candidates[i]?.right ? it : 0), 0) : nothing;
    for (const [i, { measured, right }] of candidates.entries()) {
      const part = parts[i] ?? 0;
      const pull = (right ? part / wanted : 0) - part / total;
      for (const name of ['words', 'passage', 'asks', 'meaning', 'intent'] as const)
        slope[name] += (pull * measured[name]) / trials.length;
    }
    slope.none += ((known ? 0 : 1) - nothing / total) / trials.length;
  }
  return slope;
}

function dot(measured: Omit<Coefficients, 'none'>, by: Coefficients): number {
  return (
    by.words * measured.words +
    by.passage * measured.passage +
    by.asks * measured.asks +
    by.meaning * measured.meaning +
    by.intent * measured.intent
  );
}
