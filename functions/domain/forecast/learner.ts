import type { DayPlan } from './days.ts';
import { itemAt } from '../numbers.ts';
import { type Average, average, meanOf, type Ratio, ratio, ratioOf } from './ratio.ts';

/** How long the level may remember, as the share that a day keeps of its weight: at each horizon the one that has done best is used. */
const MEMORIES = [0.6, 0.75, 0.85, 0.92, 0.97] as const;
/** Weekdays differ from the average day by about 30 %, and weigh 1 / 0.3² counts before they are seen. */
const WEEKDAY_STRENGTH = 11;
/** The hour curve gives way to counts as soon as an interval has seen about so many. */
const SHAPE_STRENGTH = 6;
/** Days scatter by about 15 % around what was expected, and intervals of a day by 5 %, until it is known better. */
export const DAY_SPREAD = 0.0225;
export const INTERVAL_SPREAD = 0.0025;

/** Days that must be learnt before forecasts are held to what comes. */
export const FIRST_DAYS = 3;

/** Days ahead at which forecasts are tried: the next day, and the same day next week. */
export const HORIZONS = [1, 7] as const;

/** A memory of the level, and its squared error as a share, by horizon. */
export interface Level {
  readonly keep: number;
  readonly of: Ratio;
  readonly errors: readonly Average[];
}

/** What has been learnt: level × weekday × shape of the day × event, and how far days and intervals scatter around that. */
export interface Learner {
  readonly levels: readonly Level[];
  /** What the levels were at the end of each of the last days, the latest last. */
  readonly pastLevels: number[][];
  readonly weekdays: readonly Ratio[];
  /** By interval, against the average interval. */
  readonly shape: readonly Ratio[];
  /** By weekday and interval, against the common shape. */
  readonly ownShapes: readonly (readonly Ratio[])[];
  /** How far weekdays differ in shape: the variance of their share. */
  ownShapeSpread: number;
  readonly events: Map<string, Ratio>;
  readonly daySpreads: readonly Average[];
  readonly intervalSpread: Average;
  /** How the first half of a day was off, squared, and times how the second was: shares of the forecast. */
  readonly halves: { readonly first: Average; readonly both: Average };
  learntDays: number;
}

/** What a learner starts with. `level` is the mean count of an interval, if there is a rule to start from. */
export interface Start {
  readonly level: number | undefined;
  readonly shape: readonly number[];
  readonly multipliers: ReadonlyMap<string, number>;
}

export function newLearner({ level, shape, multipliers }: Start): Learner {
  return {
    levels: MEMORIES.map((keep) => ({
      keep,
      // The rule may be wrong by 70 %: it weighs two counts.
      of: level === undefined ? ratio(1, 0) : ratio(level, 2),
      errors: HORIZONS.map(() => average(DAY_SPREAD, 1)),
    })),
    pastLevels: [],
    weekdays: Array.from({ length: 7 }, () => ratio(1, WEEKDAY_STRENGTH)),
    shape: shape.map((share) => ratio(Math.max(share, 0.02), SHAPE_STRENGTH)),
    ownShapes: Array.from({ length: 7 }, () => shape.map(() => ratio(1, 0))),
    ownShapeSpread: INTERVAL_SPREAD,
    events: new Map([...multipliers].map(([name, times]) => [name, ratio(times, 10)])),
    daySpreads: HORIZONS.map(() => average(DAY_SPREAD, 3)),
    intervalSpread: average(INTERVAL_SPREAD, 2),
    halves: { first: average(DAY_SPREAD, 1), both: average(DAY_SPREAD, 1) },
    learntDays: 0,
  };
}

/** What a day is expected to bring by interval, as seen from a horizon (its place in HORIZONS). */
export function meansOf(learner: Learner, plan: DayPlan, horizon: number): number[] {
  const level = levelAt(learner, horizon);
  return sharesOf(learner, plan).map((share) => share * level);
}

/** What an interval brings for each unit of level. */
export function sharesOf(learner: Learner, { weekday, open, events }: Omit<DayPlan, 'day'>): number[] {
  const times = ratioOf(itemAt(learner.weekdays, weekday));
  return open.map((share, at) => {
    if (share === 0) return 0;
    return share * times * shapeAt(learner, weekday, at) * eventTimes(learner, events[at]);
  });
}

/** The level, by the memory that has done best at this horizon. */
export function levelAt({ levels }: Learner, horizon: number): number {
  const error = ({ errors }: Level) => meanOf(itemAt(errors, horizon));
  const best = levels.reduce((a, b) => (error(b) < error(a) ? b : a));
  return ratioOf(best.of);
}

/** How far a day's total scatters as seen from a horizon, and an interval beside it: variances of shares. */
export function spreadsOf({ daySpreads, intervalSpread }: Learner, horizon: number) {
  return {
    day: Math.max(1e-4, meanOf(itemAt(daySpreads, horizon))),
    interval: Math.max(0, meanOf(intervalSpread)),
  };
}

/** How much of what the first half of a day was off, the second is off as well: 1 is all of it. */
export function carryOf({ halves }: Learner): number {
  return Math.min(1, Math.max(0, meanOf(halves.both) / Math.max(1e-6, meanOf(halves.first))));
}

/** The variance of a level that no forecast has tried yet, as a share; none once errors tell how far off it is. */
export function untried({ levels, learntDays }: Learner): number {
  const { strength, seen } = itemAt(levels, 0).of;
  return learntDays < FIRST_DAYS ? 1 / (strength + seen) : 0;
}

/** The common shape times the weekday's own, which is taken from half an hour before and after: it changes slowly. */
function shapeAt(learner: Learner, weekday: number, at: number): number {
  const own = itemAt(learner.ownShapes, weekday);
  const reach = Math.floor(learner.shape.length / 48);
  const strength = 1 / learner.ownShapeSpread;
  let [seen, expected] = [strength, strength];
  for (const near of own.slice(Math.max(0, at - reach), at + reach + 1)) {
    seen += near.seen;
    expected += near.expected;
  }
  return ratioOf(itemAt(learner.shape, at)) * (seen / expected);
}

function eventTimes({ events }: Learner, name: string | undefined): number {
  const event = name === undefined ? undefined : events.get(name);
  return event ? ratioOf(event) : 1;
}
