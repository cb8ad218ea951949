import type { FactRow } from '../../../schemas/facts.ts';
import { Dimension, type RollUp, type RollUpLevel } from '../../../schemas/roll-up.ts';
import { canonicalJson } from '../digest.ts';
import { dayOf } from '../reply-rate.ts';
import { momentOf, shownAt } from '../zone.ts';
import { addFacts, addFigures, emptyTally, figuresOf, type Tally } from './tally.ts';

/** Facts are kept by the quarter of an hour in which the ticket was opened: hours of every time zone are made of whole ones. */
export const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;

/** A quarter of an hour whose facts have changed, and how often since it was last rolled up. */
export interface Touched {
  quarter: string;
  shard: number;
  times: number;
}

/** Where a list of facts goes on: behind a ticket of a quarter's shard, or at its beginning. */
export interface FactsPlace {
  quarter: string;
  shard: number;
  ticketId?: string | undefined;
}

/** The hours of a day or the days of a month, with all values of a dimension. */
export interface RollUpsWanted {
  level: RollUpLevel;
  timeZone: string;
  dimension: Dimension;
  /** The day whose hours, or any day of the month whose days. */
  day: string;
}

/** What a ticket counts under; nothing where it has no such thing, such as a team. Unknown intents are `none`. */
const valueOf: Record<Dimension, (row: FactRow) => string | undefined> = {
  total: () => 'all',
  channel: ({ channel }) => channel,
  segment: ({ segment }) => segment,
  category: ({ intentId }) => levelOf(intentId, 1),
  topic: ({ intentId }) => levelOf(intentId, 2),
  case: ({ intentId }) => levelOf(intentId, 3),
  queue: ({ queueId }) => queueId,
  team: ({ team }) => team,
  vendor: ({ vendor }) => vendor,
  agent: ({ agentId }) => agentId,
};

/** The quarter of an hour in which a ticket was opened. */
export function quarterOf(createdAt: string): string {
  const time = Date.parse(createdAt);
  return new Date(time - (time % QUARTER_MS)).toISOString();
}

/** When the hour began that clocks of the zone show at a moment (milliseconds of the epoch, both). */
export function hourOf(timeZone: string, moment: number): number {
  return moment - (shownAt(timeZone, moment) % HOUR_MS);
}

/** The quarters that belong to the hour of a zone: four, or fewer where clocks change by half an hour. */
export function quartersOf(timeZone: string, hour: number): string[] {
  const quarters = Array.from({ length: HOUR_MS / QUARTER_MS }, (_, at) => hour + at * QUARTER_MS);
  return quarters
    .filter((quarter) => hourOf(timeZone, quarter) === hour)
    .map((quarter) => new Date(quarter).toISOString());
}

/** When a day of the zone began. */
export function startOfDay(timeZone: string, day: string): string {
  return new Date(momentOf(timeZone, Date.parse(`${day}T00:00:00.000Z`))).toISOString();
}

/** The roll-ups of one hour, from the facts of all tickets that were opened in it. */
export function rollUpsOfHour(timeZone: string, hour: number, facts: Iterable<FactRow>): RollUp[] {
  const tallies = new Tallies();
  for (const row of facts) {
    for (const dimension of Dimension.options) {
      const value = valueOf[dimension](row);
      if (value !== undefined) addFacts(tallies.of(dimension, value), row);
    }
  }
  return tallies.rollUps('hour', {
    timeZone,
    day: dayOf(timeZone, hour),
    start: new Date(hour).toISOString(),
  });
}

/** The roll-ups of one day, from those of its hours. */
export function rollUpsOfDay(timeZone: string, day: string, hours: Iterable<RollUp>): RollUp[] {
  const tallies = new Tallies();
  for (const { dimension, value, figures } of hours) addFigures(tallies.of(dimension, value), figures);
  return tallies.rollUps('day', { timeZone, day, start: startOfDay(timeZone, day) });
}

/** What has to be written so that these rows stand in the place of those. */
export function changesBetween(
  before: readonly RollUp[],
  after: readonly RollUp[],
): { put: RollUp[]; remove: RollUp[] } {
  const had = new Map(before.map((row) => [nameOf(row), canonicalJson(row)]));
  const has = new Set(after.map(nameOf));
  return {
    put: after.filter((row) => had.get(nameOf(row)) !== canonicalJson(row)),
    remove: before.filter((row) => !has.has(nameOf(row))),
  };
}

/** Tallies by dimension and value. */
class Tallies {
  private readonly byDimension = new Map<Dimension, Map<string, Tally>>();

  of(dimension: Dimension, value: string): Tally {
    const byValue = this.byDimension.get(dimension) ?? new Map<string, Tally>();
    const tally = byValue.get(value) ?? emptyTally();
    byValue.set(value, tally);
    this.byDimension.set(dimension, byValue);
    return tally;
  }

  /** What was counted, by dimension and value in order. */
  rollUps(level: RollUpLevel, when: Pick<RollUp, 'timeZone' | 'day' | 'start'>): RollUp[] {
    return Dimension.options.flatMap((dimension) =>
      [...(this.byDimension.get(dimension) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, tally]) => ({ level, ...when, dimension, value, figures: figuresOf(tally) })),
    );
  }
}

/** The category, topic or case of an intent: its first one, two or three parts. */
export function levelOf(intentId: string | undefined, level: number): string {
  return intentId === undefined ? 'none' : intentId.split('.').slice(0, level).join('.');
}

function nameOf({ start, dimension, value }: RollUp): string {
  return `${start} ${dimension} ${value}`;
}
