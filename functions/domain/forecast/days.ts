import type { Calendar, Weekday } from '../../../schemas/calendar.ts';
import type { DatedEvent, ForecastSettings } from '../../../schemas/forecast.ts';
import { openSecondsBetween } from '../calendar.ts';
import { itemAt } from '../numbers.ts';
import { momentOf, shownAt } from '../zone.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A local day in intervals by what clocks show. One that clocks skip has no part, one that they show twice counts twice. */
export interface DayPlan {
  /** Counted from 1970-01-01 on the clocks of the business. */
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** By interval: in how many intervals' time conversations can come, 0 to 2. */
  readonly open: readonly number[];
  /** By interval: the name of the event that goes on, if any. */
  readonly events: readonly (string | undefined)[];
}

/** A stretch of time with a name, in milliseconds of the epoch. */
export interface EventSpan {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The settings that days are made of. */
export type DaySettings = Pick<ForecastSettings, 'timeZone' | 'intervalMinutes' | 'hours'>;

/** What a local day is, before anything is counted. */
export function dayPlan(settings: DaySettings, day: number, spans: readonly EventSpan[]): DayPlan {
  const { timeZone, hours } = settings;
  const open = new Array<number>(intervalsOf(settings)).fill(0);
  const events = new Array<string | undefined>(open.length).fill(undefined);
  const length = settings.intervalMinutes * MINUTE;
  const [start, end] = [momentOf(timeZone, day * DAY), momentOf(timeZone, (day + 1) * DAY)];
  const today = spans.filter(({ from, to }) => from < end && to > start);
  for (let from = start; from < end; from += length) {
    const at = intervalAt(settings, from).interval;
    open[at] = itemAt(open, at) + (hours ? openShare(hours, from, from + length) : 1);
    events[at] ??= today.find((span) => span.from < from + length && span.to > from)?.name;
  }
  return { day, weekday: weekdayOf(day), open, events };
}

/** Intervals of a day. */
export function intervalsOf({ intervalMinutes }: Pick<DaySettings, 'intervalMinutes'>): number {
  return 1440 / intervalMinutes;
}

/** The local day and interval of a moment. */
export function intervalAt({ timeZone, intervalMinutes }: DaySettings, moment: number) {
  const shown = shownAt(timeZone, moment);
  const day = Math.floor(shown / DAY);
  return { day, interval: Math.floor((shown - day * DAY) / (intervalMinutes * MINUTE)) };
}

/** When an interval of a local day begins, the first time that clocks show it. */
export function momentAt({ timeZone, intervalMinutes }: DaySettings, day: number, interval: number): number {
  return momentOf(timeZone, day * DAY + interval * intervalMinutes * MINUTE);
}

/** A written time as a moment: with its offset, or as the clocks of the zone show it. NaN for a day that is none. */
export function momentWritten(written: string, timeZone: string): number {
  const text = written.replace(' ', 'T');
  const day = text.slice(0, 10);
  // A day that a month does not have would be taken as one of the next.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return NaN;
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text);
  const shown = Date.parse(`${text}Z`);
  return Number.isNaN(shown) ? NaN : momentOf(timeZone, shown);
}

/** Events as stretches of time. */
export function spansOf(events: readonly DatedEvent[], timeZone: string): EventSpan[] {
  return events.map(({ name, from, to }) => ({
    name,
    from: momentWritten(from, timeZone),
    to: momentWritten(to, timeZone),
  }));
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/** What people call a weekday of `weekdayOf`. */
export function weekdayName(weekday: number): Weekday {
  return itemAt(WEEKDAYS, weekday);
}

function openShare(hours: Calendar, from: number, to: number): number {
  return openSecondsBetween(hours, new Date(from), new Date(to)) / ((to - from) / 1000);
}
