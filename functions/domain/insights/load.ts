import type { Agent } from '../../../schemas/agent.ts';
import {
  type AtWork,
  LoadDimension,
  type LoadFigures,
  type LoadRow,
  type LoadSample,
} from '../../../schemas/load.ts';
import type { RollUpLevel } from '../../../schemas/roll-up.ts';
import { canonicalJson } from '../digest.ts';
import { sum } from '../numbers.ts';
import { dayOf } from '../reply-rate.ts';
import { startOfDay } from './roll-up.ts';

const MINUTE_MS = 60_000;
/** People of one row: a row of the table stays below 400 KB. */
const MOST_OF_PART = 2000;

const valueOf: Record<LoadDimension, (agent: AtWork) => string | undefined> = {
  total: () => 'all',
  team: ({ team }) => team,
  agent: ({ agentId }) => agentId,
};

/** The hours of a day or the days of a month, with all values of a dimension. */
export type LoadsWanted = Pick<LoadRow, 'level' | 'timeZone' | 'dimension' | 'day'>;

/** Nothing seen. */
export const noLoad: LoadFigures = {
  minutes: 0,
  present: 0,
  held: 0,
  offered: 0,
  mostPresent: 0,
  mostHeld: 0,
};

/** Who is at work just now, with the seats they have taken: nothing when nobody is. At work is who is reachable, available or on a break. */
export function sampleOf(agents: readonly Agent[], now: Date): LoadSample[] {
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS).toISOString();
  const atWork = agents
    .filter(({ availability, leaseUntil }) => availability !== 'offline' && leaseUntil > now.toISOString())
    .map(({ agentId, team, seats, capacity, availability }) => ({
      agentId,
      ...(team !== undefined && { team }),
      held: seats.length,
      offered: Math.max(seats.length, availability === 'available' ? capacity : 0),
    }));
  return Array.from({ length: Math.ceil(atWork.length / MOST_OF_PART) }, (_, part) => ({
    minute,
    part,
    agents: atWork.slice(part * MOST_OF_PART, (part + 1) * MOST_OF_PART),
  }));
}

/** The load of one hour, from what was seen in its minutes. */
export function loadsOfHour(timeZone: string, hour: number, samples: readonly LoadSample[]): LoadRow[] {
  const minutes = Map.groupBy(samples, ({ minute }) => minute).values();
  const seen = [...minutes].flatMap((parts) =>
    LoadDimension.options.flatMap((dimension) =>
      grouped(
        parts.flatMap(({ agents }) => agents),
        valueOf[dimension],
      ).map(([value, of]) => ({ dimension, value, load: inMinute(of) })),
    ),
  );
  const start = new Date(hour).toISOString();
  return rows('hour', { timeZone, day: dayOf(timeZone, hour), start }, seen);
}

/** The load of one day, from that of its hours. */
export function loadsOfDay(timeZone: string, day: string, hours: readonly LoadRow[]): LoadRow[] {
  return rows('day', { timeZone, day, start: startOfDay(timeZone, day) }, hours);
}

/** What was seen in all of these. */
export function loadOf(all: readonly LoadFigures[]): LoadFigures {
  return all.reduce(
    (load, one) => ({
      minutes: load.minutes + one.minutes,
      present: load.present + one.present,
      held: load.held + one.held,
      offered: load.offered + one.offered,
      mostPresent: Math.max(load.mostPresent, one.mostPresent),
      mostHeld: Math.max(load.mostHeld, one.mostHeld),
    }),
    noLoad,
  );
}

/** Those of these rows that do not stand there yet. */
export function loadsToPut(before: readonly LoadRow[], after: readonly LoadRow[]): LoadRow[] {
  const had = new Set(before.map(canonicalJson));
  return after.filter((row) => !had.has(canonicalJson(row)));
}

function rows(
  level: RollUpLevel,
  when: Pick<LoadRow, 'timeZone' | 'day' | 'start'>,
  seen: readonly Pick<LoadRow, 'dimension' | 'value' | 'load'>[],
): LoadRow[] {
  return LoadDimension.options.flatMap((dimension) =>
    grouped(
      seen.filter((it) => it.dimension === dimension),
      ({ value }) => value,
    )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, of]) => ({ level, ...when, dimension, value, load: loadOf(of.map(({ load }) => load)) })),
  );
}

function inMinute(agents: readonly AtWork[]): LoadFigures {
  const held = sum(agents.map((agent) => agent.held));
  return {
    minutes: 1,
    present: agents.length,
    held,
    offered: sum(agents.map((agent) => agent.offered)),
    mostPresent: agents.length,
    mostHeld: held,
  };
}

/** By name; what has none is left out. */
function grouped<T>(all: readonly T[], nameOf: (one: T) => string | undefined): [string, T[]][] {
  return [...Map.groupBy(all, nameOf)].flatMap(([name, of]) => (name === undefined ? [] : [[name, of]]));
}
