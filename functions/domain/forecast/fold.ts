import { type Scatter } from './counts.ts';
import type { CountedDay, History } from './history.ts';
import { learn, meansSeen } from './learn.ts';
import { itemAt } from '../numbers.ts';
import { FIRST_DAYS, HORIZONS, type Learner, meansOf, newLearner, spreadsOf, type Start } from './learner.ts';
import { learnWidths, modelWidths, type Widths } from './widths.ts';

/** What a history has taught: the parts of the forecast, and by horizon how wide it must be. */
export interface Experience {
  readonly learner: Learner;
  readonly widths: readonly Widths[];
}

/** What an interval was forecast to bring, and what it brought; `width` turns a stated share into the one the model must give. */
export interface Trial {
  readonly day: number;
  readonly interval: number;
  readonly horizon: number;
  readonly count: number;
  readonly scatter: Scatter;
  readonly widths: Widths;
}

/** Sees a history being learnt. */
export interface Watch {
  /** Every interval with its forecast, and the widths before this day taught them: a back-test with a rolling origin. */
  readonly onTrial?: (trial: Trial) => void;
  /** A day that is about to be learnt, and what was learnt before it. */
  readonly onDay?: (learner: Learner, day: CountedDay) => void;
}

/**
 * Goes through a history day by day: each day is first forecast with nothing but the days before it, then learnt.
 */
export function experienceOf(days: History['days'], start: Start, watch: Watch = {}): Experience {
  const learner = newLearner(start);
  const widths = HORIZONS.map(modelWidths);
  /** Forecasts by day and horizon, made but not yet met. */
  const ahead = new Map<number, (Forecasted | undefined)[]>();
  for (const [at, day] of days.entries()) {
    const forecasts = ahead.get(day.day) ?? [];
    ahead.delete(day.day);
    for (const [horizon, forecasted] of forecasts.entries()) {
      if (forecasted) meet(day, forecasted, horizon, itemAt(widths, horizon), watch.onTrial);
    }
    watch.onDay?.(learner, day);
    learn(
      learner,
      day,
      HORIZONS.map((_, horizon) => forecasts[horizon]?.means),
    );
    if (learner.learntDays < FIRST_DAYS) continue;
    for (const [horizon, days_] of HORIZONS.entries()) {
      const next = days[at + days_];
      if (!next) continue;
      const spreads = spreadsOf(learner, horizon);
      const made = ahead.get(next.day) ?? [];
      made[horizon] = { means: meansOf(learner, next, horizon), spread: spreads.day + spreads.interval };
      ahead.set(next.day, made);
    }
  }
  return { learner, widths };
}

interface Forecasted {
  readonly means: readonly number[];
  readonly spread: number;
}

function meet(
  day: CountedDay,
  { means, spread }: Forecasted,
  horizon: number,
  widths: Widths,
  onTrial: ((trial: Trial) => void) | undefined,
): void {
  const seen = [...day.seen.keys()].filter((at) => itemAt(day.seen, at) > 0);
  const tried = meansSeen(day, means, seen).flatMap((mean, at) => {
    const interval = itemAt(seen, at);
    return mean > 0 ? [{ interval, count: itemAt(day.counts, interval), scatter: { mean, spread } }] : [];
  });
  for (const trial of tried) onTrial?.({ ...trial, day: day.day, horizon, widths });
  learnWidths(widths, tried);
}
