import type { Projection } from '../../../schemas/budget.ts';
import { addDays, daysBetween } from '../insights/range.ts';
import { mean, sum } from '../numbers.ts';

/** Days of the past that a weekday is known from. */
export const KNOWN_DAYS = 28;
/** As long as fewer are known, nothing is projected; and no range, as long as no weekday came twice. */
const FEWEST_DAYS = 7;
const FEWEST_FOR_RANGE = 14;
/** Standard deviations of a normal distribution on either side that hold four of five. */
const FOUR_OF_FIVE = 1.2816;
const WEEK = 7;

/** What was spent on days, in dollars; days without tickets may be left out. */
export type Spent = ReadonlyMap<string, number>;

/** The first day of the month of a day, and the last. */
export function monthOf(day: string): { from: string; to: string } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** What has been spent in the month, on days that are over and today. */
export function spentInMonth(spent: Spent, today: string): number {
  return sum(daysBetween(monthOf(today).from, today).map((day) => spent.get(day) ?? 0));
}

/**
 * What the month will cost: what was spent, and for each day to come the mean of its weekday in the four weeks before today. Today costs
 * at least what it has cost. The range takes days to differ from their weekday's mean independently and normally, and counts in how
 * little the means are known. Undefined while fewer than seven days are known; days before the first ticket are not.
 */
export function projectionOf(spent: Spent, today: string): Projection | undefined {
  const first = [...spent.keys()].sort()[0];
  const begin = addDays(today, -KNOWN_DAYS);
  const known = daysBetween(first !== undefined && first > begin ? first : begin, addDays(today, -1));
  if (first === undefined || known.length < FEWEST_DAYS) return undefined;
  const spentOn = (day: string) => spent.get(day) ?? 0;
  const byWeekday = Map.groupBy(known, weekdayOf);
  const usual = (day: string) => mean((byWeekday.get(weekdayOf(day)) ?? []).map(spentOn));

  const left = daysBetween(today, monthOf(today).to);
  const so = spentInMonth(spent, today);
  const later = sum(left.slice(1).map(usual));
  const now = spentOn(today);
  const dollars = so - now + Math.max(now, usual(today)) + later;
  if (known.length < FEWEST_FOR_RANGE) return { dollars };

  const missed = sum(known.map((day) => (spentOn(day) - usual(day)) ** 2));
  const variance = missed / (known.length - WEEK);
  const times = [...byWeekday].map(([weekday, days]) => {
    const toCome = left.filter((day) => weekdayOf(day) === weekday).length;
    return toCome + toCome ** 2 / days.length;
  });
  const width = FOUR_OF_FIVE * Math.sqrt(variance * sum(times));
  return { dollars, low: Math.max(so, dollars - width), high: dollars + width };
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}
