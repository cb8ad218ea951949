import type { StaffingPlan } from '../../schemas/roster.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import { sum } from '../domain/numbers.ts';
import { faulty } from '../domain/staffing/checked.ts';
import { loadOf } from '../domain/staffing/erlang.ts';
import { meanHandling, type Need, wholePeople } from '../domain/staffing/requirements.ts';
import { shownAt } from '../domain/zone.ts';
import { correctedSeats } from './correction.ts';
import { type Fared, type PlannedDay, playPlanned } from './planned-day.ts';

const TIMES = { least: 4, most: 40 } as const;
/** What one day may bring: more takes a minute for every look. */
const MOST_A_DAY = 50_000;
/** Where the seeds of each part of the search begin, and of the judgement. */
const SEEDS_OF_A_SCENARIO = 1000;
const SEEDS = { up: 0, down: 100, end: 200, judge: 300 } as const;

/** A day's seats as formulas count them. */
export interface ErlangDay extends PlannedDay {
  readonly seats: readonly number[];
}

/** How a day is played. */
export interface Playing {
  /** The team, and what people write about. */
  readonly scenario: Scenario;
  readonly plan: StaffingPlan;
  /** Customers of one look at the day. @default 6000: then the share of an interval is known to a per cent or two */
  readonly played?: number;
  /** Called every simulated hour; may throw to end it. */
  readonly tell?: (() => void) | undefined;
}

/** A day's seats after they were played, and how both would do with customers that they were not chosen by. */
export interface CorrectedDay extends ErlangDay {
  readonly corrected: readonly number[];
  readonly faredBefore: readonly Fared[];
  readonly fared: readonly Fared[];
}

/** What an interval needs after it was played. */
export interface PlayedNeed extends Need {
  readonly played: {
    readonly seats: number;
    readonly agents: number;
    /** Shares reached within the target with Erlang's seats and with these, by customers neither was chosen by; absent when nobody came. */
    readonly erlangServiceLevel?: number;
    readonly serviceLevel?: number;
  };
}

/** The local days of a plan's needs. @throws FaultyInputError for a day that is too large to be played */
export function daysToPlay(
  needs: readonly Need[],
  { timeZone, intervalMinutes }: Pick<PlannedDay, 'timeZone' | 'intervalMinutes'>,
): ErlangDay[] {
  const byDate = Map.groupBy(needs, ({ from }) =>
    new Date(shownAt(timeZone, Date.parse(from))).toISOString().slice(0, 10),
  );
  return [...byDate].map(([date, ofDay]) => {
    const intervals = ofDay.map(({ from, conversations }) => ({ from: Date.parse(from), conversations }));
    const all = sum(intervals.map(({ conversations }) => conversations));
    if (all > MOST_A_DAY)
      throw faulty('forecast', [
        {
          field: date,
          rule: `days of at most ${MOST_A_DAY} conversations can be played, not of ${Math.round(all)}`,
        },
      ]);
    return { date, timeZone, intervalMinutes, intervals, seats: ofDay.map(({ seats }) => seats) };
  });
}

/** The seats of a day, corrected until they keep the plan's promise when they are played; at most twice what formulas say, and six more. */
export function correctedDay(day: ErlangDay, { scenario, plan, tell, played = 6000 }: Playing): CorrectedDay {
  const all = sum(day.intervals.map(({ conversations }) => conversations));
  const times = Math.max(TIMES.least, Math.min(TIMES.most, Math.ceil(played / Math.max(1, all))));
  const seed = scenario.seed * SEEDS_OF_A_SCENARIO;
  const look = (seats: readonly number[], part: keyof typeof SEEDS) =>
    playPlanned(day, seats, { scenario, plan, tell, seed: seed + SEEDS[part], times });
  const corrected = correctedSeats(look, day.seats, {
    goal: plan.serviceLevel,
    least: leastSeats(day, plan),
    most: day.seats.map((seats) => (seats === 0 ? 0 : 2 * seats + 6)),
  });
  return { ...day, corrected, faredBefore: look(day.seats, 'judge'), fared: look(corrected, 'judge') };
}

/** The needs of the days' intervals with what playing has made of them. */
export function playedNeeds(
  needs: readonly Need[],
  days: readonly CorrectedDay[],
  { shrinkage }: Pick<StaffingPlan, 'shrinkage'>,
): PlayedNeed[] {
  const played = days.flatMap(({ corrected, fared, faredBefore }) =>
    corrected.map((seats, at) => ({ seats, after: fared[at], before: faredBefore[at] })),
  );
  return needs.map((need, at) => {
    const { seats = need.seats, after, before } = played[at] ?? {};
    return {
      ...need,
      played: {
        seats,
        agents: wholePeople(seats / (1 - shrinkage)),
        ...(before && before.came > 0 && { erlangServiceLevel: shareInTime([before]) }),
        ...(after && after.came > 0 && { serviceLevel: shareInTime([after]) }),
      },
    };
  });
}

/** How many seats one has come to be, all intervals together; 1 where there are none. */
export function factorOf(days: readonly CorrectedDay[]): number {
  const before = sum(days.flatMap(({ seats }) => seats));
  return before === 0 ? 1 : sum(days.flatMap(({ corrected }) => corrected)) / before;
}

/** Share of everybody who came that was reached within the target; 1 when nobody came. */
export function shareInTime(fared: readonly Fared[]): number {
  const came = sum(fared.map((it) => it.came));
  return came === 0 ? 1 : sum(fared.map(({ inTime }) => inTime)) / came;
}

/** Somebody wherever somebody comes, and so many that they are not busier than the plan allows. */
function leastSeats({ intervals, intervalMinutes }: ErlangDay, plan: StaffingPlan): number[] {
  const { concurrency = 1, maxOccupancy, handling } = plan;
  const handlingSeconds = meanHandling(handling);
  return intervals.map(({ conversations }) => {
    if (conversations <= 0) return 0;
    if (maxOccupancy === undefined) return 1;
    const load = loadOf({ arrivalsPerHour: (conversations * 60) / intervalMinutes, handlingSeconds });
    return Math.max(1, Math.ceil(load / (concurrency * maxOccupancy)));
  });
}
