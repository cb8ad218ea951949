import type { FactTime } from '../../../schemas/facts.ts';
import type { CountRow } from '../../../schemas/forecast.ts';
import type { LoadFigures } from '../../../schemas/load.ts';
import type { Measured } from '../../../schemas/planning.ts';
import type { RollUp } from '../../../schemas/roll-up.ts';
import { hourOf } from '../insights/roll-up.ts';
import { readSketch, sizeOf } from '../insights/sketch.ts';
import { sum } from '../numbers.ts';

/** So long after its end an hour counts: who came in its last minutes has asked for a person by then, and was added up. */
const SETTLED_MS = 15 * 60_000;
/** Of fewer conversations, or of fewer who left, a mean is chance. */
const LEAST_HANDLED = 20;
const LEAST_LEFT = 20;
/** Of fewer minutes at work, all people together, a mean of seats is chance. */
const LEAST_AT_WORK = 480;
/** What plans accept: HandlingSeconds and PatienceSeconds of schemas/staffing.ts. */
const MOST_HANDLING = 14_400;
const MOST_PATIENCE = 86_400;

/** Tickets of one queue, topic … that asked for a person. */
export interface Counts {
  readonly rows: readonly CountRow[];
  /** When the first counted hour began, in milliseconds of the epoch; undefined when nobody has asked. */
  readonly since: number | undefined;
}

/** Just after the last hour that is counted, in milliseconds of the epoch. */
export function countedUntil(timeZone: string, now: Date): number {
  return hourOf(timeZone, now.getTime() - SETTLED_MS);
}

/**
 * Roll-ups of hours as a forecast takes them, with what is missing to be read as zero: every ticket makes its hour's row, so that from
 * the first on an hour without a row is one in which nobody asked. Before it nobody knows. `from` is given where older rows were not read.
 */
export function countsOf(
  hours: readonly RollUp[],
  { timeZone, from, until }: { timeZone: string; from: number | undefined; until: number },
): Counts {
  const counted = hours
    .map(({ start, figures }) => ({ at: Date.parse(start), count: askedIn(figures) }))
    .filter(({ at, count }) => count > 0 && at < until)
    .toSorted((a, b) => a.at - b.at);
  const [first] = counted;
  const since = first && Math.min(from ?? first.at, first.at);
  if (since === undefined) return { rows: [], since };
  const byHour = new Map([[since, 0], ...counted.map(({ at, count }) => [at, count] as const)]);
  const last = hourOf(timeZone, until - 1);
  if (!byHour.has(last)) byHour.set(last, 0);
  return { rows: [...byHour].map(([at, count]) => ({ from: new Date(at).toISOString(), count })), since };
}

/** How many tickets of a roll-up asked for a person. */
export function askedIn({ flags }: RollUp['figures']): number {
  return flags.asked ?? 0;
}

/**
 * How long conversations take a seat, by value of the roll-ups, and how patient customers are. Patience is taken to be exponential and most
 * waits end before it does, because somebody comes: the estimate of greatest likelihood is then all the time that was waited, by the
 * number of those who left (B. Epstein and M. Sobel, “Life testing”, 1953). `load` is of everybody at work.
 */
export function measuredOf(
  days: readonly RollUp[],
  { from, to, load }: { from: string; to: string; load: LoadFigures },
): Measured {
  const byValue = [...Map.groupBy(days, ({ value }) => value)];
  const handling = byValue
    .map(([intent, rows]) => ({ intent, ...spent(rows, 'handling') }))
    .filter(({ times }) => times > 0)
    .map(({ intent, times, milliseconds }) => ({
      intent,
      tickets: times,
      seconds: between(1, milliseconds / times / 1000, MOST_HANDLING),
    }))
    .toSorted((a, b) => b.tickets - a.tickets || (a.intent < b.intent ? -1 : 1));
  const [reached, left] = [spent(days, 'reached'), spent(days, 'abandoned')];
  const handled = sum(handling.map(({ tickets }) => tickets));
  const isPatient = left.times >= LEAST_LEFT;
  const wasSeen = load.present >= LEAST_AT_WORK;
  return {
    from,
    to,
    handling: handled < LEAST_HANDLED ? [] : handling,
    reached: reached.times,
    abandoned: left.times,
    ...(isPatient && {
      patienceSeconds: between(
        1,
        (reached.milliseconds + left.milliseconds) / left.times / 1000,
        MOST_PATIENCE,
      ),
    }),
    ...(wasSeen && {
      seats: {
        offered: hundredths(load.offered / load.present),
        taken: hundredths(load.held / load.present),
      },
    }),
    notes: [
      ...(handled < LEAST_HANDLED
        ? [
            `handling times: ${handled} conversations of at least ${LEAST_HANDLED}; the one that ships is used`,
          ]
        : []),
      ...(isPatient
        ? []
        : [
            `patience: ${left.times} of at least ${LEAST_LEFT} customers have left while waiting; Erlang A needs it`,
          ]),
      ...seatNotes(load),
    ],
  };
}

function seatNotes({ present, held, offered }: LoadFigures): string[] {
  if (present < LEAST_AT_WORK)
    return [`concurrency: ${present} minutes of at least ${LEAST_AT_WORK} at work were seen; 1 is used`];
  return held < offered / 2
    ? ['concurrency: less than half of the seats were taken; conversations may last longer when more are']
    : [];
}

function spent(rows: readonly RollUp[], time: FactTime): { times: number; milliseconds: number } {
  const all = rows.flatMap(({ figures }) => figures.times[time] ?? []);
  return {
    times: sum(all.map(({ sketch }) => sizeOf(readSketch(sketch)))),
    milliseconds: sum(all.map(({ total }) => total)),
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value * 10) / 10));
}
