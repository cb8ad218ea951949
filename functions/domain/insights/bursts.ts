import type { Burst } from '../../../schemas/burst.ts';
import type { FactRow } from '../../../schemas/facts.ts';
import type { RollUp } from '../../../schemas/roll-up.ts';
import { dayOf } from '../reply-rate.ts';
import { momentOf, shownAt } from '../zone.ts';
import { hourOf, levelOf, QUARTER_MS } from './roll-up.ts';
import { sum } from '../numbers.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Over all topics and all quarters of a month, chance may call this many bursts. */
const FALSE_ALARMS_A_MONTH = 1;
const QUARTERS_A_MONTH = 30 * 96;
/** Fewer tickets are no burst, whatever they are compared with. */
const LEAST_TICKETS = 5;
/** Days are taken to differ by at least a third, however alike the few weeks were that are known: 1 / size is that squared. */
const MOST_SIZE = 9;
/** However erratic they were, a size below this expects everything. */
const LEAST_SIZE = 0.5;
/** Weeks that a quarter is compared with, and how many of them must have had tickets at all. */
const WEEKS = 4;
const LEAST_WEEKS = 2;
/** Quarters that began longer ago are history. */
const LOOKED_BACK_MS = 75 * 60_000;

/** What is expected of a quarter, and how much that varies: a negative binomial distribution of this mean and size. */
export interface Expected {
  readonly mean: number;
  /** Its variance is mean + mean² / size. */
  readonly size: number;
}

/** The quarters that are looked at now: those that began within the last 75 minutes, also the one that still runs. */
export function quartersToWatch(now: Date): string[] {
  const last = now.getTime() - (now.getTime() % QUARTER_MS);
  const quarters: string[] = [];
  for (let at = last; now.getTime() - at <= LOOKED_BACK_MS; at -= QUARTER_MS)
    quarters.push(new Date(at).toISOString());
  return quarters;
}

/** The hours that a quarter is compared with: the same on the clock, one before and one after, on the same day of the last weeks. */
export function pastHours(quarter: string, timeZone: string): { day: string; start: string }[][] {
  const shown = shownAt(timeZone, Date.parse(quarter));
  return Array.from({ length: WEEKS }, (_, week) =>
    [-HOUR_MS, 0, HOUR_MS].map((beside) => {
      const hour = hourOf(timeZone, momentOf(timeZone, shown - (week + 1) * WEEK_MS + beside));
      return { day: dayOf(timeZone, hour), start: new Date(hour).toISOString() };
    }),
  );
}

/**
 * The bursts of a quarter. A topic bursts when so many tickets are less likely than the share of false alarms that one quarter of one
 * topic may have: one a month, over `topics` topics and 2,880 quarters (Bonferroni). Tickets of a quarter only become more with time, so
 * looking again and again adds no false alarms to those of the last look. None where fewer than two of the weeks before had tickets.
 */
export function burstsIn(
  quarter: string,
  facts: readonly FactRow[],
  weeks: readonly (readonly RollUp[])[],
): Burst[] {
  const known = weeks.filter((rows) => rows.length > 0);
  if (known.length < LEAST_WEEKS) return [];
  const counts = new Map<string, number>();
  for (const { intentId } of facts) {
    const topic = levelOf(intentId, 2);
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const topics = new Set([...counts.keys(), ...known.flat().map(({ value }) => value)]);
  const limit = FALSE_ALARMS_A_MONTH / QUARTERS_A_MONTH / topics.size;
  return [...counts].flatMap(([topic, tickets]) => {
    const expected = expectedOf(known.map((rows) => hoursOf(topic, rows)));
    const probability = tickets < LEAST_TICKETS ? 1 : tailOf(tickets, expected);
    return probability < limit ? [{ quarter, topic, tickets, expected: expected.mean, probability }] : [];
  });
}

/**
 * What a quarter should bring, from the hours of each week: their mean with one ticket more, so that of what is hardly known much is thought
 * possible. Days vary more than chance: the size is no larger than what was learnt from, than the variance of the hours says (method of
 * moments), and than days that differ by a third.
 */
export function expectedOf(weeks: readonly (readonly number[])[]): Expected {
  const hours = weeks.flat();
  const total = sum(hours);
  const quarters = (hours.length * HOUR_MS) / QUARTER_MS;
  const learnt = 1 + total;
  const hourly = total / hours.length;
  const variance = sum(hours.map((tickets) => (tickets - hourly) ** 2)) / Math.max(1, hours.length - 1);
  const varied = variance > hourly ? hourly ** 2 / (variance - hourly) : learnt;
  return { mean: learnt / quarters, size: Math.max(LEAST_SIZE, Math.min(learnt, varied, MOST_SIZE)) };
}

/** Probability of so many tickets or more; 1 where they are no more than expected. */
export function tailOf(tickets: number, { mean, size }: Expected): number {
  if (tickets <= mean) return 1;
  const share = size / (size + mean);
  let logarithm = size * Math.log(share) + tickets * Math.log(1 - share);
  for (let count = 0; count < tickets; count += 1) logarithm += Math.log((count + size) / (count + 1));
  let tail = 0;
  let probability = Math.exp(logarithm);
  for (let count = tickets; probability > tail * 1e-15; count += 1) {
    tail += probability;
    probability *= ((count + size) / (count + 1)) * (1 - share);
  }
  return Math.min(1, tail);
}

/** The tickets of a topic in each hour; three hours make a week's part. */
function hoursOf(topic: string, rows: readonly RollUp[]): number[] {
  const own = rows.filter(({ value }) => value === topic).map(({ figures }) => figures.tickets);
  return [...own, 0, 0, 0].slice(0, 3);
}
