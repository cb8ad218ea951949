import type { FactRow } from '../../schemas/facts.ts';
import { Dimension, type RollUp, type RollUpLevel } from '../../schemas/roll-up.ts';
import {
  changesBetween,
  hourOf,
  quartersOf,
  rollUpsOfDay,
  rollUpsOfHour,
  type Touched,
} from '../domain/insights/roll-up.ts';
import { dayOf } from '../domain/reply-rate.ts';
import type { Platform } from './platform.ts';
import type { Insights } from './platform-of-figures.ts';

/** Longer than the function may run: nobody begins while somebody else may still be writing. */
const TURN_MS = 290_000;
/** After this no further day is begun; the next turn goes on. */
const WORK_MS = 150_000;
/** Rows written at the same time. */
const AT_ONCE = 16;

type Needs = {
  insights: Omit<Insights, 'putFacts' | 'putBurst' | 'listBursts' | 'listFactsAfter'>;
  timeZone: string;
} & Pick<Platform, 'now' | 'log'>;

/**
 * Rolls up every quarter whose facts have changed: the hours they belong to from the facts, and the days from their hours. What is
 * written depends on the facts alone, so doing it again, or half of it, changes nothing.
 */
export const rollUp =
  ({ insights, timeZone, now, log }: Needs) =>
  async (): Promise<void> => {
    const begun = now();
    const until = new Date(begun.getTime() + TURN_MS);
    if (!(await insights.takeTurn(begun, until))) return;
    const days = byDay(await insights.listTouched());
    for (const [day, touched] of days) {
      if (now().getTime() - begun.getTime() > WORK_MS) break;
      const rows = await rollUpDay(day, touched);
      for (const mark of touched) await insights.settle(mark);
      log('info', 'rolled up', { day, quarters: touched.length, rows });
    }
    await insights.endTurn(until);

    function byDay(touched: readonly Touched[]): Map<string, Touched[]> {
      const days = new Map<string, Touched[]>();
      for (const mark of touched) {
        const day = dayOf(timeZone, Date.parse(mark.quarter));
        days.set(day, [...(days.get(day) ?? []), mark]);
      }
      return days;
    }

    /** Returns how many rows it has written. */
    async function rollUpDay(day: string, touched: readonly Touched[]): Promise<number> {
      const before = await allRollUps('hour', day);
      const hours = new Set(touched.map(({ quarter }) => hourOf(timeZone, Date.parse(quarter))));
      const starts = new Set([...hours].map((hour) => new Date(hour).toISOString()));
      const made: RollUp[] = [];
      for (const hour of hours) made.push(...rollUpsOfHour(timeZone, hour, await factsOfHour(hour)));
      const written = await replace(
        before.filter(({ start }) => starts.has(start)),
        made,
      );
      const after = [...before.filter(({ start }) => !starts.has(start)), ...made];
      const daysBefore = (await allRollUps('day', day)).filter((row) => row.day === day);
      return written + (await replace(daysBefore, rollUpsOfDay(timeZone, day, after)));
    }

    async function factsOfHour(hour: number): Promise<FactRow[]> {
      const facts: FactRow[] = [];
      for (const quarter of quartersOf(timeZone, hour)) facts.push(...(await insights.listFacts(quarter)));
      return facts;
    }

    async function allRollUps(level: RollUpLevel, day: string): Promise<RollUp[]> {
      const rows = await Promise.all(
        Dimension.options.map((dimension) => insights.listRollUps({ level, timeZone, dimension, day })),
      );
      return rows.flat();
    }

    async function replace(before: readonly RollUp[], after: readonly RollUp[]): Promise<number> {
      const { put, remove } = changesBetween(before, after);
      await inTurn(put, insights.putRollUp);
      await inTurn(remove, insights.removeRollUp);
      return put.length + remove.length;
    }
  };

async function inTurn<T>(rows: readonly T[], write: (row: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await Promise.all(rows.slice(at, at + AT_ONCE).map(write));
  }
}
