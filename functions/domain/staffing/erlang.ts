import * as z from 'zod/mini';
import {
  Demand,
  type QueuePerformance,
  ServiceGoal,
  Slots,
  TargetSeconds,
} from '../../../schemas/staffing.ts';
import { checked, faulty } from './checked.ts';
import { palmA } from './palm.ts';

const Load = z.number().check(z.gte(0, 'must be 0 or more'), z.lte(10_000_000, 'must be at most 10000000'));
const Traffic = z.strictObject({ load: Load, slots: Slots });
const Asked = z.strictObject({ ...Demand.shape, slots: Slots, targetSeconds: TargetSeconds });

/** The seats that keep a promise, and how they keep it. */
export interface Sizing extends QueuePerformance {
  /** Agents at work. */
  readonly seats: number;
  /** Conversations that they hold at the same time. */
  readonly slots: number;
}

/**
 * Share of arrivals that find all slots taken and leave (Erlang B, M/M/n/n). The load is in erlang: arrivals a second times handling
 * seconds. By the recurrence B(n) = aB(n−1) / (n + aB(n−1)), which neither overflows nor cancels.
 */
export function erlangB(load: number, slots: number): number {
  const traffic = checked(Traffic, { load, slots }, 'Erlang B');
  return blocking(traffic.load, traffic.slots);
}

/** Share of arrivals that have to wait when everybody stays (Erlang C, M/M/n). @throws FaultyInputError when the load fills the slots */
export function erlangC(load: number, slots: number): number {
  const traffic = checked(Traffic, { load, slots }, 'Erlang C');
  mustBeStable(traffic.load, traffic.slots, 'Erlang C');
  return waiting(traffic.load, traffic.slots);
}

/**
 * How many conversations at once serve a demand, in the long run: Erlang C, or Erlang A (M/M/n+M) when customers have a patience.
 * @throws FaultyInputError for input out of range, and for a load that fills the slots while nobody gives up
 */
export function performanceOf(demand: Demand, slots: number, targetSeconds: number): QueuePerformance {
  const asked = checked(Asked, { ...demand, slots, targetSeconds }, 'queue');
  if (asked.patienceSeconds === undefined) mustBeStable(loadOf(asked), asked.slots, 'queue');
  return served(asked, asked.slots, asked.targetSeconds);
}

/** The fewest seats that keep the goal: the service level, and the greatest occupancy if there is one. No arrivals need no seats. */
export function seatsFor(demand: Demand, goal: ServiceGoal): Sizing {
  const {
    targetSeconds,
    serviceLevel,
    maxOccupancy = 1,
    concurrency = 1,
  } = checked(ServiceGoal, goal, 'goal');
  const asked = checked(Demand, demand, 'demand');
  const least = asked.patienceSeconds === undefined ? Math.floor(loadOf(asked)) + 1 : 1;
  const isEnough = (seats: number) => {
    const queue = served(asked, seats * concurrency, targetSeconds);
    return queue.serviceLevel >= serviceLevel && queue.occupancy <= maxOccupancy;
  };
  const seats =
    asked.arrivalsPerHour === 0 ? 0 : leastThat(isEnough, Math.ceil(least / concurrency), loadOf(asked));
  return { seats, slots: seats * concurrency, ...served(asked, seats * concurrency, targetSeconds) };
}

/** The load of a demand in erlang: conversations going on at the same time if nobody had to wait. */
export function loadOf({ arrivalsPerHour, handlingSeconds }: Demand): number {
  return (arrivalsPerHour * handlingSeconds) / 3600;
}

function served(demand: Demand, slots: number, targetSeconds: number): QueuePerformance {
  const load = loadOf(demand);
  if (load === 0) {
    const idle = { serviceLevel: 1, waitProbability: 0, averageWaitSeconds: 0, occupancy: 0 };
    return demand.patienceSeconds === undefined ? idle : { ...idle, abandonment: 0 };
  }
  if (demand.patienceSeconds !== undefined) {
    const { handlingSeconds, patienceSeconds } = demand;
    return palmA({ load, slots, handlingSeconds, patienceSeconds, targetSeconds }, blocking(load, slots));
  }
  const waitProbability = waiting(load, slots);
  const free = slots - load;
  return {
    serviceLevel: 1 - waitProbability * Math.exp((-free * targetSeconds) / demand.handlingSeconds),
    waitProbability,
    averageWaitSeconds: (waitProbability * demand.handlingSeconds) / free,
    occupancy: load / slots,
  };
}

function blocking(load: number, slots: number): number {
  let share = 1;
  for (let n = 1; n <= slots; n += 1) share = (load * share) / (n + load * share);
  return share;
}

function waiting(load: number, slots: number): number {
  const blocked = blocking(load, slots);
  return (slots * blocked) / (slots - load * (1 - blocked));
}

/** The least whole number that is enough, given that every greater one is too. The first steps are those of the square-root rule. */
export function leastThat(isEnough: (n: number) => boolean, from: number, load: number): number {
  if (isEnough(from)) return from;
  let [low, step] = [from, Math.max(1, Math.ceil(Math.sqrt(load)))];
  while (!isEnough(low + step)) {
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function mustBeStable(load: number, slots: number, what: string): void {
  if (slots > load) return;
  const rule = `must be more than the load of ${load.toFixed(2)} erlang, or the queue grows without end: at least ${Math.floor(load) + 1}`;
  throw faulty(what, [{ field: 'slots', rule }]);
}
