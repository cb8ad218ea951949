import { countAt } from '../../functions/domain/forecast/counts.ts';
import { experienceOf, type Trial } from '../../functions/domain/forecast/fold.ts';
import type { CountedDay, History } from '../../functions/domain/forecast/history.ts';
import { HORIZONS, type Start } from '../../functions/domain/forecast/learner.ts';
import { withinOf } from '../../functions/domain/forecast/within.ts';

const SHARES = [0.5, 0.8, 0.95] as const;

/** How forecasts of one series did, from the second week on, at one horizon. */
export interface Score {
  readonly horizonDays: number;
  readonly intervals: number;
  /** Shares of counts inside the intervals that are said to hold 50, 80 and 95 % of them. */
  readonly coverage: readonly number[];
  /** Mean absolute error of an interval, of this and of seasonal-naive: what the same interval brought a week before. */
  readonly error: number;
  readonly naiveError: number;
  /** Sum of absolute errors as a share of the sum of counts. */
  readonly wape: number;
  /** The error as a multiple of that of seasonal-naive over the same forecasts, after R. Hyndman, A. Koehler, "Another look at measures of forecast accuracy" (2006). */
  readonly mase: number;
  /** Whether every forecast was a number. */
  readonly finite: boolean;
}

/** Goes through a series with a rolling origin and scores every forecast at each horizon. */
export function scoresOf(days: History['days'], start: Start): Score[] {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const first = days[0]?.day ?? 0;
  const tallies = HORIZONS.map(() => newTally());
  experienceOf(days, start, (trial) => {
    const tally = tallies[trial.horizon];
    if (tally && trial.day >= first + 7) take(tally, trial, byDay.get(trial.day - 7));
  });
  return tallies.map((tally, at) => ({
    horizonDays: HORIZONS[at] ?? 0,
    intervals: tally.intervals,
    coverage: tally.inside.map((inside) => inside / tally.intervals),
    error: tally.error / tally.compared,
    naiveError: tally.naive / tally.compared,
    wape: tally.error / tally.counts,
    mase: tally.error / tally.naive,
    finite: tally.finite,
  }));
}

interface Tally {
  intervals: number;
  compared: number;
  inside: number[];
  error: number;
  naive: number;
  counts: number;
  finite: boolean;
}

function newTally(): Tally {
  return {
    intervals: 0,
    compared: 0,
    inside: SHARES.map(() => 0),
    error: 0,
    naive: 0,
    counts: 0,
    finite: true,
  };
}

function take(
  tally: Tally,
  { count, scatter, interval, widths }: Trial,
  weekBefore: CountedDay | undefined,
): void {
  tally.intervals += 1;
  tally.finite &&= Number.isFinite(scatter.mean);
  for (const [at, share] of SHARES.entries()) {
    const { low, high } = withinOf(share, scatter, widths);
    if (count >= low && count <= high) tally.inside[at] = (tally.inside[at] ?? 0) + 1;
  }
  if (!weekBefore || (weekBefore.seen[interval] ?? 0) === 0) return;
  tally.compared += 1;
  // The median makes the least absolute error.
  tally.error += Math.abs(count - countAt(0.5, scatter));
  tally.naive += Math.abs(count - (weekBefore.counts[interval] ?? 0));
  tally.counts += count;
}
