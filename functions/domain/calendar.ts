import type { Calendar, DatedException, DayKind, Hours, Weekday } from '../../schemas/calendar.ts';
import { momentAt } from './iso-time.ts';
import { momentOf, shownAt } from './zone.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Nobody looks further ahead than ten years; a calendar that never opens again has no end to count to. */
const MOST_DAYS = 3660;

/** A stretch of time that counts, from a moment until just before another, in milliseconds of the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The first moment by which so many seconds have counted since `from`: the inverse of `openSecondsBetween`. No seconds end where they
 * begin, open or not. @throws Error when the calendar does not open that often within ten years
 */
export function addOpenSeconds(calendar: Calendar, from: Date | string, seconds: number): Date {
  const start = momentAt(from);
  let left = Math.round(seconds * 1000);
  if (left <= 0 || isAlwaysOpen(calendar)) return new Date(start + Math.max(0, left));
  for (let day = dayOf(calendar, start), last = day + MOST_DAYS; day <= last; day += 1) {
    for (const stretch of openOn(calendar, day)) {
      const begin = Math.max(stretch.from, start);
      const length = stretch.to - begin;
      if (length >= left) return new Date(begin + left);
      left -= Math.max(0, length);
    }
  }
  throw new Error(`calendar ${calendar.calendarId} does not open for ${seconds} s`);
}

/** Seconds that count from one moment to a later one; none when it is not later. */
export function openSecondsBetween(calendar: Calendar, from: Date | string, to: Date | string): number {
  const [start, end] = [momentAt(from), momentAt(to)];
  if (end <= start) return 0;
  if (isAlwaysOpen(calendar)) return (end - start) / 1000;
  let open = 0;
  for (const stretch of openBetween(calendar, start, end))
    open += Math.min(stretch.to, end) - Math.max(stretch.from, start);
  return open / 1000;
}

/** The stretches of a calendar that touch a time (milliseconds of the epoch), whole, in the order of their days. */
export function openBetween(calendar: Calendar, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = dayOf(calendar, from), last = dayOf(calendar, to); day <= last; day += 1) {
    for (const stretch of openOn(calendar, day)) {
      if (stretch.to > from && stretch.from < to) stretches.push(stretch);
    }
  }
  return stretches;
}

/** What the day around a moment is, on the calendar's own clock. */
export function kindOfDay(calendar: Calendar, at: Date | string): DayKind {
  const day = dayOf(calendar, momentAt(at));
  const exception = exceptionOn(calendar, day);
  if (exception) return exception.kind;
  const weekday = weekdayOf(day);
  if (calendar.week[weekday].length === 0) return 'closed';
  return calendar.restDays?.includes(weekday) ? 'holiday' : 'working';
}

/** A calendar by which all time counts, on the clock of a zone. */
export function alwaysOpen(calendarId: string, timeZone: string): Calendar {
  const day = [{ from: '00:00', to: '24:00' }];
  return {
    calendarId,
    timeZone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  };
}

/** Milliseconds since midnight of a time of the day. */
export function timeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
}

/** Calendars that were looked at: a version of the settings, which does not change, is asked for every promise of every ticket. */
const found = new WeakMap<Calendar, boolean>();

function isAlwaysOpen(calendar: Calendar): boolean {
  const known = found.get(calendar);
  if (known !== undefined) return known;
  const { week, exceptions = [] } = calendar;
  const always =
    WEEKDAYS.every((day) => isWholeDay(week[day])) &&
    exceptions.every(({ kind, hours }) => kind !== 'closed' && (!hours || isWholeDay(hours)));
  found.set(calendar, always);
  return always;
}

function isWholeDay(hours: readonly Hours[]): boolean {
  return hours.length === 1 && hours[0]?.from === '00:00' && hours[0].to === '24:00';
}

/** The local day of a moment, counted from 1970-01-01. */
function dayOf({ timeZone }: Calendar, moment: number): number {
  return Math.floor(shownAt(timeZone, moment) / DAY);
}

function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'sun';
}

function exceptionOn({ exceptions }: Calendar, day: number): DatedException | undefined {
  if (!exceptions || exceptions.length === 0) return undefined;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  return exceptions.find((it) => it.date === date);
}

/** When time counts on a local day, earliest first. */
function openOn(calendar: Calendar, day: number): Stretch[] {
  const exception = exceptionOn(calendar, day);
  if (exception?.kind === 'closed') return [];
  const hours = exception?.hours ?? calendar.week[weekdayOf(day)];
  const midnight = day * DAY;
  return hours
    .map(({ from, to }) => ({
      from: momentOf(calendar.timeZone, midnight + timeOfDay(from)),
      to: momentOf(calendar.timeZone, midnight + timeOfDay(to)),
    }))
    .sort((a, b) => a.from - b.from);
}
