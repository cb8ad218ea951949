import type { Granularity, SummaryQuery } from '../../../schemas/insights-api.ts';
import { type Fault, FaultyInputError } from '../errors.ts';
import { dayOf } from '../reply-rate.ts';
import { isTimeZone } from '../zone.ts';
import { hourOf, startOfDay } from './roll-up.ts';

const DAY_MS = 86_400_000;
/** Days one question may be about: of the business’s own days, and where hours have to be read. */
export const MOST_DAYS = 400;
export const MOST_DAYS_OF_HOURS = 31;
/** Days that facts and figures are kept after a ticket was opened: what a late event changes must still be there. */
export const FACTS_KEPT_DAYS = 430;

/** Where the rows of a question stand: in days of the business, by month or one by one, and from when until before when they count. */
export interface Reading {
  level: 'hour' | 'day';
  days: string[];
  from: string;
  until: string;
}

/**
 * What has to be read for a question. Days of the business’s own clock are rolled up; those of another clock are made of hours, if they
 * begin where hours of the business do. @throws FaultyInputError naming the field
 */
export function readingOf(
  { from, to, timeZone, granularity }: SummaryQuery & { timeZone: string },
  businessZone: string,
): Reading {
  const faults = faultsIn({ from, to, timeZone }, timeZone === businessZone, granularity);
  if (faults.length > 0) throw new FaultyInputError('this cannot be asked', faults);
  const begin = startOfDay(timeZone, from);
  const end = startOfDay(timeZone, addDays(to, 1));
  if (timeZone === businessZone && granularity !== 'hour')
    return { level: 'day', days: firstsOfMonths(from, to), from: begin, until: end };
  for (const day of daysBetween(from, addDays(to, 1))) {
    const moment = Date.parse(startOfDay(timeZone, day));
    if (hourOf(businessZone, moment) === moment) continue;
    const rule = `hours are counted on the clock of ${businessZone}, and days of ${timeZone} do not begin with one`;
    throw new FaultyInputError('this cannot be asked', [{ field: 'timeZone', rule }]);
  }
  const first = dayOf(businessZone, Date.parse(begin));
  const last = dayOf(businessZone, Date.parse(end) - 1);
  return { level: 'hour', days: daysBetween(first, last), from: begin, until: end };
}

/** A range of days of one clock as moments, from the first until before the last. @throws FaultyInputError naming the field */
export function daysOf(
  { from, to }: { from: string; to: string },
  timeZone: string,
): Pick<Reading, 'from' | 'until'> {
  const faults = faultsIn({ from, to, timeZone }, true, 'total');
  if (faults.length > 0) throw new FaultyInputError('this cannot be asked', faults);
  return { from: startOfDay(timeZone, from), until: startOfDay(timeZone, addDays(to, 1)) };
}

/** A day so many days later, on the calendar: `addDays('2026-12-31', 1)` is 2027-01-01. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What is wrong with a day, if it is not one of the calendar. */
export function faultsInDay(field: string, day: string): Fault[] {
  const moment = Date.parse(`${day}T00:00:00.000Z`);
  const known = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
  return known ? [] : [{ field, rule: 'must be a day of the calendar' }];
}

/** One day of each month of a range. */
export function firstsOfMonths(from: string, to: string): string[] {
  const days = daysBetween(from, to);
  return days.filter((day, at) => at === 0 || day.endsWith('-01'));
}

function faultsIn(
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
  own: boolean,
  granularity: Granularity,
): Fault[] {
  const faults = [...faultsInDay('from', from), ...faultsInDay('to', to)];
  if (!isTimeZone(timeZone))
    faults.push({
      field: 'timeZone',
      rule: 'must be a time zone of the IANA database, such as Asia/Shanghai',
    });
  if (faults.length > 0) return faults;
  if (to < from) return [{ field: 'to', rule: 'must not be before from' }];
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days > MOST_DAYS)
    return [{ field: 'to', rule: `a range has at most ${MOST_DAYS} days; this one has ${days}` }];
  if (days <= MOST_DAYS_OF_HOURS || (own && granularity !== 'hour')) return [];
  const rule = own
    ? `by hour a range has at most ${MOST_DAYS_OF_HOURS} days; this one has ${days}`
    : `in another time zone than the business’s own a range has at most ${MOST_DAYS_OF_HOURS} days; this one has ${days}`;
  return [{ field: 'to', rule }];
}
