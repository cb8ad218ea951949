import type { Requirements, RosterPlan, ShiftKind } from '../../../schemas/roster.ts';
import { timeOfDay } from '../calendar.ts';
import { itemAt } from '../numbers.ts';
import { momentOf, shownAt } from '../zone.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A shift that somebody could work. */
export interface Shift {
  readonly kind: ShiftKind;
  /** The date it starts on, on the clocks of the business. */
  readonly date: string;
  /** Milliseconds of the epoch. */
  readonly start: number;
  readonly end: number;
  /** Intervals it covers, by their place among the requirements. */
  readonly covers: readonly number[];
  /** Hours of it within the time that is planned: the rest serves the day before or after. */
  readonly hours: number;
}

/** Every shift that covers any of the intervals. Those of the evening before count for their hours after midnight. */
export function shiftsFor({ timeZone, intervalMinutes, intervals }: Requirements, plan: RosterPlan): Shift[] {
  const length = intervalMinutes * MINUTE;
  const starts = intervals.map(({ from }) => Date.parse(from));
  const [begin, end] = [itemAt(starts, 0), itemAt(starts, starts.length - 1) + length];
  const firstDay = Math.floor(shownAt(timeZone, begin) / DAY) - 1;
  const lastDay = Math.floor(shownAt(timeZone, end - 1) / DAY);
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, at) => firstDay + at);
  return plan.shifts.flatMap((kind) =>
    days.flatMap((day) =>
      startTimes(kind).flatMap((time) => {
        const start = momentOf(timeZone, day * DAY + time);
        const stop = start + kind.hours * HOUR;
        const covers = starts.flatMap((from, at) => (from >= start && from + length <= stop ? [at] : []));
        if (covers.length === 0) return [];
        const hours = (Math.min(stop, end) - Math.max(start, begin)) / HOUR;
        return [
          { kind, date: new Date(day * DAY).toISOString().slice(0, 10), start, end: stop, covers, hours },
        ];
      }),
    ),
  );
}

/** Whether a moment is at night: from the evening until the morning, or between two times of one day. */
export function isNight({ night }: RosterPlan, timeZone: string, moment: number): boolean {
  const shown = shownAt(timeZone, moment);
  const time = shown - Math.floor(shown / DAY) * DAY;
  const [from, to] = [timeOfDay(night.from), timeOfDay(night.to)];
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

function startTimes({ earliest, latest, everyMinutes }: ShiftKind): number[] {
  const [first, last] = [timeOfDay(earliest), timeOfDay(latest)];
  const until = last < first ? last + DAY : last;
  const count = Math.floor((until - first) / (everyMinutes * MINUTE)) + 1;
  return Array.from({ length: count }, (_, at) => (first + at * everyMinutes * MINUTE) % DAY);
}
