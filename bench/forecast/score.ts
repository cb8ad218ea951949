import { countAt } from '../../functions/domain/forecast/counts.ts';
import { experienceOf, type Trial } from '../../functions/domain/forecast/fold.ts';
import type { CountedDay, History } from '../../functions/domain/forecast/history.ts';
import { HORIZONS, meansOf, type Start } from '../../functions/domain/forecast/learner.ts';
import { soFar } from '../../functions/domain/forecast/so-far.ts';
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
  /** Whether every forecast was a number. */
  readonly finite: boolean;
}

/** Goes through a series with a rolling origin and scores every forecast of at least a mean, at each horizon. */
export function scoresOf(days: History['days'], start: Start, least = 0): Score[] {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const first = days[0]?.day ?? 0;
  const tallies = HORIZONS.map(() => newTally());
  experienceOf(days, start, {
    onTrial: (trial) => {
      const tally = tallies[trial.horizon];
      if (tally && trial.day >= first + 7 && trial.scatter.mean >= least)
        take(tally, trial, byDay.get(trial.day - 7));
    },
  });
  return tallies.map((tally, at) => ({
    horizonDays: HORIZONS[at] ?? 0,
    intervals: tally.intervals,
    coverage: tally.inside.map((inside) => inside / tally.intervals),
    error: tally.error / tally.compared,
    naiveError: tally.naive / tally.compared,
    wape: tally.error / tally.counts,
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

/** How much nearer the afternoon is forecast at noon than the evening before, from the second week on: absolute errors. */
export interface Afternoon {
  readonly before: number;
  readonly atNoon: number;
}

/** Forecasts the second half of every day twice: without its morning, and with it. */
export function afternoonOf(days: History['days'], start: Start): Afternoon {
  const errors = { before: 0, atNoon: 0 };
  const first = days[0]?.day ?? 0;
  experienceOf(days, start, {
    onDay(learner, day) {
      if (day.day < first + 7) return;
      const noon = day.seen.length / 2;
      const morning = { ...day, seen: day.seen.map((share, at) => (at < noon ? share : 0)) };
      const means = { before: meansOf(learner, day, 0), atNoon: soFar(learner, morning).means };
      for (let at = noon; at < day.seen.length; at += 1) {
        if ((day.seen[at] ?? 0) === 0) continue;
        errors.before += Math.abs((day.counts[at] ?? 0) - (means.before[at] ?? 0));
        errors.atNoon += Math.abs((day.counts[at] ?? 0) - (means.atNoon[at] ?? 0));
      }
    },
  });
  return errors;
}
