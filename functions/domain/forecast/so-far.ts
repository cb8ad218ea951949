import type { CountedDay } from './history.ts';
import { meansSeen } from './learn.ts';
import { itemAt, sum } from '../numbers.ts';
import { carryOf, type Learner, meansOf, spreadsOf } from './learner.ts';

/** The rest of a day that has begun: means by interval, and how far an interval scatters around them. */
export interface SoFar {
  readonly day: number;
  readonly means: readonly number[];
  readonly spread: number;
}

/**
 * What the morning says about the rest of the day. The day is its forecast times an unknown factor with mean 1 and the variance of days;
 * counts so far make it a Gamma posterior, as in S. Aldor-Noiman, P. Feigin, A. Mandelbaum, "Workload forecasting for a call center"
 * (2009), in the simplest form. Of that, as much
 * is carried on as mornings have told of afternoons before. Counts that scatter beyond Poisson weigh less.
 */
export function soFar(learner: Learner, day: CountedDay): SoFar {
  const spreads = spreadsOf(learner, 0);
  const means = meansOf(learner, day, 0);
  const seen = [...day.seen.keys()].filter((at) => itemAt(day.seen, at) > 0);
  const expected = sum(meansSeen(day, means, seen));
  const counted = sum(seen.map((at) => itemAt(day.counts, at)));
  const weight = 1 / (1 + spreads.interval * (expected / Math.max(1, seen.length)));
  const before = 1 / spreads.day;
  const carry = carryOf(learner);
  const times = 1 + carry * ((before + counted * weight) / (before + expected * weight) - 1);
  return {
    day: day.day,
    means: means.map((mean) => mean * times),
    spread:
      spreads.day * (1 - carry * carry) + (carry * carry) / (before + expected * weight) + spreads.interval,
  };
}
