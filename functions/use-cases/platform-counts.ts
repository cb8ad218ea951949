import type { Measured, PlanGroup } from '../../schemas/planning.ts';
import type { LoadFigures } from '../../schemas/load.ts';
import type { Dimension, RollUp } from '../../schemas/roll-up.ts';
import { askedIn, type Counts, countedUntil, countsOf, measuredOf } from '../domain/forecast/counted.ts';
import { sum } from '../domain/numbers.ts';
import { loadOf } from '../domain/insights/load.ts';
import { addDays, firstsOfMonths } from '../domain/insights/range.ts';
import { startOfDay } from '../domain/insights/roll-up.ts';
import { dayOf } from '../domain/reply-rate.ts';
import type { Platform, Uses } from './platform.ts';

/** How far back counts are looked for: as long as figures are asked of. */
const HISTORY_DAYS = 400;
/** What is called recent: what work and patience are measured by. */
const RECENT_DAYS = 28;
/** Rows of hours that one question may read, and days read at the same time. */
const MOST_READ = 50_000;
const AT_ONCE = 16;

export type CountsNeeds = Uses<{ insights: 'listRollUps'; loads: 'listLoads' }> &
  Pick<Platform, 'now'> & { timeZone: string };

/** The history of one queue, topic …, and the days by which its work is measured. */
export interface GroupCounts extends Counts {
  readonly value: string;
  /** Tickets that asked for a person on the recent days. */
  readonly asked: number;
  readonly recent: readonly RollUp[];
}

export interface PlatformCounts {
  /** Just after the last hour that is counted. */
  readonly until: Date;
  /** The most asked first. */
  readonly groups: readonly GroupCounts[];
  readonly leftOut: number;
  /** Said where older hours were not read. */
  readonly notes: readonly string[];
}

export interface CountsWanted {
  readonly groupBy: PlanGroup;
  readonly value: string | undefined;
  /** Groups an answer has room for. */
  readonly most: number;
}

/** How many asked for a person by the hour, and how long that took, as the platform itself has counted it. */
export const platformCounts = ({ insights, loads, timeZone, now }: CountsNeeds) => {
  return {
    async countsFor({ groupBy, value: only, most }: CountsWanted): Promise<PlatformCounts> {
      const until = countedUntil(timeZone, now());
      const today = dayOf(timeZone, now().getTime());
      const days = await daysOf(groupBy, addDays(today, -HISTORY_DAYS), today);
      const recentFrom = addDays(today, 1 - RECENT_DAYS);
      const byValue = Map.groupBy(days, ({ value }) => value);
      const named = only ?? (groupBy === 'total' ? 'all' : undefined);
      const groups = (named === undefined ? [...byValue.keys()] : [named])
        .map((value) => {
          const recent = (byValue.get(value) ?? []).filter(({ day }) => day >= recentFrom);
          return { value, recent, asked: sum(recent.map(({ figures }) => askedIn(figures))) };
        })
        .toSorted((a, b) => b.asked - a.asked || (a.value < b.value ? -1 : 1));
      const told = groups.slice(0, most);
      const wanted = new Set(told.map(({ value }) => value));
      const counted = days.filter(({ value, figures }) => wanted.has(value) && askedIn(figures) > 0);
      const { hours, from } = await hoursOf(groupBy, [...new Set(counted.map(({ day }) => day))]);
      const hoursByValue = Map.groupBy(hours, ({ value }) => value);
      return {
        until: new Date(until),
        groups: told.map((group) => ({
          ...group,
          ...countsOf(hoursByValue.get(group.value) ?? [], { timeZone, from, until }),
        })),
        leftOut: groups.length - told.length,
        notes: from === undefined ? [] : [`hours before ${new Date(from).toISOString()} were not read`],
      };
    },

    /** How long the recent conversations of a group took, everything together told apart by topic; and how many people had at once. */
    async measured(groupBy: PlanGroup, { recent }: GroupCounts): Promise<Measured> {
      const to = dayOf(timeZone, now().getTime());
      const from = addDays(to, 1 - RECENT_DAYS);
      const [rows, load] = await Promise.all([
        groupBy === 'total' ? daysOf('topic', from, to) : recent,
        loadsOf(from, to),
      ]);
      return measuredOf(
        rows.filter(({ day }) => day >= from && day <= to),
        { from, to, load },
      );
    },
  };

  async function daysOf(dimension: Dimension, from: string, to: string): Promise<RollUp[]> {
    return within(from, to, (day) => insights.listRollUps({ level: 'day', timeZone, dimension, day }));
  }

  async function loadsOf(from: string, to: string): Promise<LoadFigures> {
    const rows = await within(from, to, (day) =>
      loads.listLoads({ level: 'day', timeZone, dimension: 'total', day }),
    );
    return loadOf(rows.map(({ load }) => load));
  }

  /** Hours of these days, the latest first, until it is enough: then from when on they are complete. */
  async function hoursOf(
    dimension: Dimension,
    days: readonly string[],
  ): Promise<{ hours: RollUp[]; from: number | undefined }> {
    const latestFirst = days.toSorted().reverse();
    const hours: RollUp[] = [];
    for (let at = 0; at < latestFirst.length; at += AT_ONCE) {
      if (hours.length >= MOST_READ) {
        const [oldest = ''] = latestFirst.slice(at - 1);
        return { hours, from: Date.parse(startOfDay(timeZone, oldest)) };
      }
      const read = await Promise.all(
        latestFirst
          .slice(at, at + AT_ONCE)
          .map((day) => insights.listRollUps({ level: 'hour', timeZone, dimension, day })),
      );
      hours.push(...read.flat());
    }
    return { hours, from: undefined };
  }
};

/** The days' rows of these days, which are kept by the month. */
async function within<T extends { readonly day: string }>(
  from: string,
  to: string,
  list: (day: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const rows = await Promise.all(firstsOfMonths(from, to).map(list));
  return rows.flat().filter(({ day }) => day >= from && day <= to);
}
