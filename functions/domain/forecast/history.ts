import type { CountRow, ForecastSettings } from '../../../schemas/forecast.ts';
import type { Fault } from '../errors.ts';
import { faulty } from '../staffing/checked.ts';
import { itemAt } from '../numbers.ts';
import {
  type DayPlan,
  dayPlan,
  type EventSpan,
  intervalAt,
  momentAt,
  momentWritten,
  weekdayOf,
} from './days.ts';

/** Ten years: a longer history says nothing about next week, and is most likely a wrong year. */
const MOST_DAYS = 3660;

const LEAST_IN_STEP = 24;
/** So many days without a row are no holiday. */
const HOLE_DAYS = 28;
const DAY_MS = 86_400_000;

/** A day and what was counted on it. */
export interface CountedDay extends DayPlan {
  readonly counts: readonly number[];
  /** By interval: how many intervals' time was counted; 0 is a gap, or closed. */
  readonly seen: readonly number[];
}

/** Counts put in order, day by day without a hole, and what was odd about them. */
export interface History {
  readonly days: readonly CountedDay[];
  /** Just after the last interval that was counted; undefined when nothing was. */
  readonly end: number | undefined;
  /** Whether conversations can come, by weekday and interval, as far as the history says. */
  readonly opens: (weekday: number, interval: number) => boolean;
  readonly notes: readonly string[];
}

interface Counted {
  readonly day: number;
  readonly interval: number;
  /** When the row says, and when its interval begins. */
  readonly written: number;
  readonly moment: number;
  readonly count: number;
}

/** Counts as rows tell them, in any order, until a moment (milliseconds of the epoch): rows of one interval are added. @throws FaultyInputError that names the row */
export function historyOf(
  rows: readonly CountRow[],
  settings: Omit<ForecastSettings, 'days'>,
  spans: readonly EventSpan[],
  until = Infinity,
): History {
  const counted = rows
    .map((row, at) => placed(row, at, settings))
    .filter(({ moment }) => moment + settings.intervalMinutes * 60_000 <= until);
  const ordered = counted.toSorted((a, b) => a.written - b.written);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return { days: [], end: undefined, opens: () => true, notes: [] };
  if (last.day - first.day > MOST_DAYS)
    throw faulty('counts', [
      { field: 'rows', rule: `must span ten years at most, not from ${shown(first)} to ${shown(last)}` },
    ]);

  const apart = minutesApart(ordered);
  if (apart > settings.intervalMinutes)
    throw faulty('counts', [
      {
        field: 'intervalMinutes',
        rule: `must be ${apart} or so: rows are ${apart} minutes apart, not ${settings.intervalMinutes}`,
      },
    ]);

  const byDay = Map.groupBy(ordered, ({ day }) => day);
  const plans = Array.from({ length: last.day - first.day + 1 }, (_, at) =>
    dayPlan(settings, first.day + at, spans),
  );
  const seenInWeek = seenTimes(ordered);
  const seenInDay = new Set(ordered.map(({ interval }) => interval));
  const lived = new Set(plans.map(({ weekday }) => weekday));
  const opens = (weekday: number, interval: number) =>
    settings.hours !== undefined ||
    settings.missing === 'zero' ||
    last.day - first.day < 4 ||
    // Of a weekday that has not come yet nobody knows: it is taken to be like the others.
    (lived.has(weekday) ? seenInWeek.has(weekday * 1440 + interval) : seenInDay.has(interval));
  const isCounted = (day: number, interval: number) =>
    (day > first.day || interval >= first.interval) && (day < last.day || interval <= last.interval);
  const zeros = settings.missing === 'zero' ? isCounted : () => false;
  const days = plans.map((plan) => filled(plan, byDay.get(plan.day), zeros, opens));
  const end = last.moment + settings.intervalMinutes * 60_000;
  return { days, end, opens, notes: oddities(counted, days, isCounted, opens) };
}

function placed(row: CountRow, at: number, settings: Omit<ForecastSettings, 'days'>): Counted {
  const written = momentWritten(row.from, settings.timeZone);
  if (Number.isNaN(written)) {
    const fault: Fault = { field: `rows.${at}.from`, rule: `${row.from} is not a day of the calendar` };
    throw faulty('counts', [fault]);
  }
  const place = intervalAt(settings, written);
  return { ...place, written, moment: momentAt(settings, place.day, place.interval), count: row.count };
}

/** The longest step that all rows keep to, in minutes; 0 of fewer than a day's worth, which may be so by chance. */
function minutesApart(ordered: readonly Counted[]): number {
  if (ordered.length < LEAST_IN_STEP) return 0;
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return ordered
    .map(({ written }, at) => (written - itemAt(ordered, Math.max(0, at - 1)).written) / 60_000)
    .reduce(divisor, 0);
}

function seenTimes(rows: readonly Counted[]): ReadonlySet<number> {
  return new Set(rows.map(({ day, interval }) => weekdayOf(day) * 1440 + interval));
}

function filled(
  plan: DayPlan,
  rows: readonly Counted[] | undefined,
  isZero: (day: number, interval: number) => boolean,
  opens: History['opens'],
): CountedDay {
  const counts = plan.open.map(() => 0);
  const seen = [...counts];
  for (const { interval, count } of rows ?? []) {
    counts[interval] = itemAt(counts, interval) + count;
    // What came while closed is counted as if it were open: the hours are wrong, not the customers.
    seen[interval] = plan.open[interval] || 1;
  }
  for (const [at, open] of plan.open.entries()) if (isZero(plan.day, at)) seen[at] ||= open;
  const open = plan.open.map((share, at) => (opens(plan.weekday, at) ? share : 0));
  return { ...plan, open, counts, seen };
}

function oddities(
  rows: readonly Counted[],
  days: readonly CountedDay[],
  isCounted: (day: number, interval: number) => boolean,
  opens: History['opens'],
): string[] {
  const backwards = rows.filter((row, at) => at > 0 && row.written < itemAt(rows, at - 1).written).length;
  const doubled = rows.length - new Set(rows.map(({ written }) => written)).size;
  const inside = days.flatMap(({ day, open, seen }) =>
    open.flatMap((share, at) => (isCounted(day, at) && share > 0 ? [itemAt(seen, at)] : [])),
  );
  const gaps = inside.filter((seen) => seen === 0).length;
  const hole = longestHole(rows);
  const closed = days.some(({ weekday, open }) => open.some((_, at) => !opens(weekday, at)));
  return [
    ...(backwards > 0
      ? [
          `${backwards} rows are earlier than the row before them, as when a clock is set back; they were put in order`,
        ]
      : []),
    ...(doubled > 0 ? [`${doubled} rows are of a time that had one; they were added to it`] : []),
    ...(gaps > 0
      ? [
          `${gaps} of ${inside.length} intervals have no row and are taken as not counted; if nobody came then, say that what is missing is zero`,
        ]
      : []),
    ...(hole
      ? [
          `nothing was counted from ${shown(hole.before)} to ${shown(hole.after)}; is one of these dates wrong?`,
        ]
      : []),
    ...(closed ? ['times of the week without a single row are taken as closed'] : []),
  ];
}

/** The longest stretch of weeks without a row, if there is one. */
function longestHole(rows: readonly Counted[]): { before: Counted; after: Counted } | undefined {
  return rows
    .toSorted((a, b) => a.day - b.day)
    .flatMap((after, at, all) => {
      const before = all[at - 1];
      return before && after.day - before.day > HOLE_DAYS ? [{ before, after }] : [];
    })
    .toSorted((a, b) => b.after.day - b.before.day - (a.after.day - a.before.day))[0];
}

function shown({ day }: Counted): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
