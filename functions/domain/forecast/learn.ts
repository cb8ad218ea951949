import type { CountedDay } from './history.ts';
import {
  DAY_SPREAD,
  HORIZONS,
  INTERVAL_SPREAD,
  type Learner,
  levelAt,
  sharesOf,
  spreadsOf,
} from './learner.ts';
import { itemAt, sum } from '../numbers.ts';
import { meanOf, ratio, ratioOf, takeIn, takeUp, telling } from './ratio.ts';

/** What the parts keep of their weight from one of their days to the next. */
const KEEP_WEEKDAY = 0.97;
const KEEP_SHAPE = 0.985;
const KEEP_EVENT = 0.9;
const KEEP_SPREAD = 0.97;
/** A level that has moved is noticed within days. */
const KEEP_ERROR = 0.92;
/** A day counts as at most three standard deviations off. */
const MOST_SURPRISE = 9;
/** A day that was forecast to bring less tells nothing about errors: their squares are lost in rounding. */
const LEAST_FORECAST = 1e-6;
/** Weekdays differ in shape by 1 % to 50 %: what is found outside is chance. */
const OWN_SHAPE_SPREADS = { least: 1e-4, most: 0.25 } as const;

/** The forecasts that a day had, by horizon; days at the beginning had none. */
export type Expected = readonly (readonly number[] | undefined)[];

/** Takes up a day: first how far off its forecasts were, then what it brought. Gaps teach nothing, and events only their own multiplier. */
export function learn(learner: Learner, day: CountedDay, expected: Expected): void {
  const usual = [...day.seen.keys()].filter((at) => itemAt(day.seen, at) > 0 && day.events[at] === undefined);
  learnSpreads(learner, day, usual, expected);
  learnMemories(learner, day, usual);
  learnEvents(learner, day);
  learnUsual(learner, day, usual);
  learner.pastLevels.push(learner.levels.map(({ of }) => ratioOf(of)));
  if (learner.pastLevels.length > Math.max(...HORIZONS)) learner.pastLevels.shift();
  if (usual.length > 0) learner.learntDays += 1;
}

/** The means of the intervals that were counted, for as much of each as was. */
export function meansSeen(day: CountedDay, means: readonly number[], usual: readonly number[]): number[] {
  return usual.map((at) => (itemAt(means, at) * itemAt(day.seen, at)) / (itemAt(day.open, at) || 1));
}

function learnSpreads(learner: Learner, day: CountedDay, usual: readonly number[], expected: Expected): void {
  const seen = sum(usual.map((at) => itemAt(day.counts, at)));
  for (const [horizon, means] of expected.entries()) {
    if (!means) continue;
    const spread = itemAt(learner.daySpreads, horizon);
    const each = meansSeen(day, means, usual);
    const forecast = sum(each);
    if (forecast < LEAST_FORECAST) continue;
    // One day that is nothing like the others must not make all forecasts of a month wide.
    const error = Math.min(squaredShare(seen, forecast), MOST_SURPRISE * meanOf(spread));
    takeIn(spread, error, sure(DAY_SPREAD, forecast), KEEP_SPREAD);
    if (horizon > 0 || seen === 0) continue;
    learnHalves(
      learner,
      each,
      usual.map((at) => itemAt(day.counts, at)),
    );
    const known = each.map((mean) => (mean * seen) / forecast);
    const squares = sum(known.map((mean, at) => (itemAt(day.counts, itemAt(usual, at)) - mean) ** 2 - mean));
    const size = sum(known.map((mean) => mean * mean));
    const trust = sure(INTERVAL_SPREAD, seen / usual.length) * Math.min(1, usual.length / 10);
    takeIn(learner.intervalSpread, squares / size, trust, KEEP_SPREAD);
  }
}

function learnHalves({ halves }: Learner, means: readonly number[], counts: readonly number[]): void {
  const middle = Math.floor(means.length / 2);
  const [morning, afternoon] = [sum(means.slice(0, middle)), sum(means.slice(middle))];
  if (morning === 0 || afternoon === 0) return;
  const off = (seen: number, forecast: number) => Math.min(0.5, seen / forecast - 1);
  const [first, second] = [
    off(sum(counts.slice(0, middle)), morning),
    off(sum(counts.slice(middle)), afternoon),
  ];
  const trust = sure(DAY_SPREAD, morning);
  takeIn(halves.first, first * first - 1 / morning, trust, KEEP_SPREAD);
  takeIn(halves.both, first * second, trust, KEEP_SPREAD);
}

/** Every memory of the level is tried on the day, with what it was at each horizon before. */
function learnMemories(learner: Learner, day: CountedDay, usual: readonly number[]): void {
  const seen = sum(usual.map((at) => itemAt(day.counts, at)));
  const shares = sharesOf(learner, { ...day, open: day.seen });
  const share = sum(usual.map((at) => itemAt(shares, at)));
  for (const [horizon, ahead] of HORIZONS.entries()) {
    const past = learner.pastLevels.at(-ahead);
    if (!past) continue;
    for (const [at, { errors }] of learner.levels.entries()) {
      const forecast = itemAt(past, at) * share;
      if (forecast >= LEAST_FORECAST)
        takeIn(itemAt(errors, horizon), squaredShare(seen, forecast), sure(DAY_SPREAD, forecast), KEEP_ERROR);
    }
  }
}

function learnEvents(learner: Learner, day: CountedDay): void {
  const shares = sharesOf(learner, { ...day, open: day.seen, events: [] });
  const level = levelAt(learner, 0);
  for (const [name, places] of Map.groupBy(day.events.keys(), (at) => day.events[at])) {
    if (name === undefined) continue;
    const seen = sum(places.map((at) => itemAt(day.counts, at)));
    const expected = sum(places.map((at) => itemAt(shares, at) * level));
    const weight = telling(expected, spreadsOf(learner, 0).day);
    const event = learner.events.get(name) ?? ratio(1, 1);
    if (learner.learntDays > 0) takeUp(event, seen * weight, expected * weight, KEEP_EVENT);
    learner.events.set(name, event);
  }
}

function learnUsual(learner: Learner, day: CountedDay, usual: readonly number[]): void {
  const seen = sum(usual.map((at) => itemAt(day.counts, at)));
  const shares = sharesOf(learner, { ...day, open: day.seen });
  const share = sum(usual.map((at) => itemAt(shares, at)));
  const weekday = itemAt(learner.weekdays, day.weekday);
  if (share <= 0) return;
  const spread = spreadsOf(learner, 0);
  for (const { of, keep } of learner.levels) {
    const forecast = ratioOf(of) * share;
    // What the first day tells is not weighed by a level that nobody has seen yet.
    const weight = telling(learner.learntDays === 0 ? Math.max(seen, forecast) : forecast, spread.day);
    takeUp(of, seen * weight, share * weight, keep);
  }
  const times = ratioOf(weekday);
  const forecast = levelAt(learner, 0) * share;
  const weight = telling(forecast, spread.day);
  takeUp(weekday, seen * weight, (forecast / times) * weight, KEEP_WEEKDAY);
  // The shape is learnt from how the day was parted, however much it brought.
  if (seen > 0) learnShape(learner, day, usual, (seen / share) * times);
}

/** `even` is what each interval would have brought if all were average. */
function learnShape(learner: Learner, day: CountedDay, usual: readonly number[], even: number): void {
  const own = itemAt(learner.ownShapes, day.weekday);
  const { interval } = spreadsOf(learner, 0);
  for (const at of usual) {
    const [common, mine] = [itemAt(learner.shape, at), itemAt(own, at)];
    const count = itemAt(day.counts, at);
    const unshaped = even * itemAt(day.seen, at);
    const shaped = unshaped * ratioOf(common);
    const weight = telling(shaped, interval);
    takeUp(mine, count * weight, shaped * weight, KEEP_SHAPE);
    takeUp(common, count * weight, unshaped * weight, KEEP_SHAPE);
  }
  learner.ownShapeSpread = ownShapeSpread(learner);
}

/** How far weekdays truly differ in shape: what their counts differ by, less what Poisson counts would anyway (empirical Bayes, by moments). */
function ownShapeSpread({ ownShapes }: Learner): number {
  let [squares, size] = [0, 1e-9];
  for (const { seen, expected } of ownShapes.flat()) {
    squares += (seen - expected) ** 2 - expected;
    size += expected * expected;
  }
  return Math.min(OWN_SHAPE_SPREADS.most, Math.max(OWN_SHAPE_SPREADS.least, squares / size));
}

/** The squared error as a share, less what a Poisson count would be off anyway. */
function squaredShare(seen: number, forecast: number): number {
  return ((seen - forecast) ** 2 - forecast) / (forecast * forecast);
}

/** How much of the variance of a count is not Poisson's, squared: the weight of what it says about the rest. */
function sure(spread: number, mean: number): number {
  return (1 - telling(mean, spread)) ** 2;
}
