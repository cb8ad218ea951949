import type { IntentLevel, Top, TopRow } from '../../../schemas/insights-api.ts';
import type { RollUp } from '../../../schemas/roll-up.ts';
import { displayName } from '../understanding/taxonomy.ts';
import { dayOf } from '../reply-rate.ts';
import { addDays } from './range.ts';
import { sum } from '../numbers.ts';

/** Chance may call one comparison of a whole list a move this often. */
const FALSE_ALARMS = 0.01;
/** A smaller change is none worth telling, however sure it is. */
const LEAST_CHANGE = 0.2;
const DAYS = 7;

/** Two weeks that can be compared: the days of the one that are over, and as many of the week before. */
export interface Weeks {
  week: { from: string; to: string };
  before: { from: string; to: string };
  /** How many days are over; 0 when the week has only begun. */
  days: number;
}

/** The week of a day, from Monday, as far as it is over on the clock of the business; the last one that is over unless told. */
export function weeksOf(day: string | undefined, timeZone: string, now: Date): Weeks {
  const today = dayOf(timeZone, now.getTime());
  const monday = mondayOf(day ?? addDays(today, -DAYS));
  const before = addDays(monday, -DAYS);
  const over = (Date.parse(today) - Date.parse(monday)) / 86_400_000;
  const days = Math.max(0, Math.min(DAYS, over));
  const last = Math.max(1, days) - 1;
  return {
    week: { from: monday, to: addDays(monday, last) },
    before: { from: before, to: addDays(before, last) },
    days,
  };
}

/**
 * What was asked most, and what has moved. A move is a change of at least a fifth that chance makes in less than one of a hundred lists:
 * of the n tickets about a matter in both weeks each is as likely of the one as of the other, so that (|a − b| − 1) / √n is about
 * normal, and the limit is divided by the number of matters compared (Bonferroni).
 */
export function topOf(
  rollUps: readonly RollUp[],
  { week, before }: Weeks,
  { timeZone, level, limit }: { timeZone: string; level: IntentLevel; limit: number },
): Top {
  const now = countsIn(rollUps, week);
  const then = countsIn(rollUps, before);
  const total = sum(now.values());
  const intents = [...new Set([...now.keys(), ...then.keys()])];
  const rows = intents
    .map((intentId) => rowOf(intentId, now.get(intentId) ?? 0, then.get(intentId) ?? 0))
    .sort((a, b) => b.tickets - a.tickets || (a.intentId < b.intentId ? -1 : 1));
  return {
    timeZone,
    level,
    week: { ...week, tickets: total },
    before: { ...before, tickets: sum(then.values()) },
    rows: rows.filter(({ tickets }) => tickets > 0).slice(0, limit),
    movers: rows
      .filter(({ moved }) => moved !== 'no')
      .sort((a, b) => surpriseOf(b) - surpriseOf(a))
      .slice(0, limit),
    ...(intents.length === 0 && { note: 'no tickets in these weeks' }),
  };

  function rowOf(intentId: string, tickets: number, had: number): TopRow {
    return {
      intentId,
      zh: displayName(intentId, 'zh'),
      en: displayName(intentId, 'en'),
      tickets,
      share: total === 0 ? 0 : tickets / total,
      before: had,
      ...(had > 0 && { change: (tickets - had) / had }),
      moved: moveOf(tickets, had, FALSE_ALARMS / intents.length),
    };
  }
}

/** Which way a count has moved, if it is more than chance makes it with this probability. */
export function moveOf(now: number, before: number, chance: number): TopRow['moved'] {
  const change = Math.abs(now - before);
  if (change < LEAST_CHANGE * before || twoSided(surpriseOf({ tickets: now, before })) >= chance) return 'no';
  return now > before ? 'up' : 'down';
}

/** How many standard deviations lie between two counts that chance alone would make alike. */
function surpriseOf({ tickets, before }: Pick<TopRow, 'tickets' | 'before'>): number {
  const all = tickets + before;
  return all === 0 ? 0 : Math.max(0, Math.abs(tickets - before) - 1) / Math.sqrt(all);
}

/** Probability of so many standard deviations or more, either way (Abramowitz and Stegun, 7.1.26; error below 2e-7). */
function twoSided(deviations: number): number {
  const t = 1 / (1 + (0.3275911 * deviations) / Math.SQRT2);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return series.reduce((value, factor) => (value + factor) * t, 0) * Math.exp((-deviations * deviations) / 2);
}

function countsIn(
  rollUps: readonly RollUp[],
  { from, to }: { from: string; to: string },
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { day, value, figures } of rollUps) {
    if (day >= from && day <= to) counts.set(value, (counts.get(value) ?? 0) + figures.tickets);
  }
  return counts;
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
