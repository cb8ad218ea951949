import type { Forecast, ForecastInterval } from '../../../schemas/forecast.ts';
import { type HandlingTime, StaffingPlan } from '../../../schemas/roster.ts';
import { sum } from '../numbers.ts';
import { checked } from './checked.ts';
import { seatsFor, type Sizing } from './erlang.ts';

/** What an interval needs, and how it would then be served. */
export interface Need extends Sizing {
  readonly from: string;
  /** Conversations that reach people in the interval. */
  readonly conversations: number;
  /** People on the roster: seats, and those who are on a break or absent. */
  readonly agents: number;
}

/** Seats and people for every interval of a forecast, by Erlang C, or Erlang A when customers have a patience. */
export function needsOf(forecast: Forecast, given: StaffingPlan): Need[] {
  const plan = checked(StaffingPlan, given, 'plan');
  const { handling, patienceSeconds, shrinkage, botShare, planFor, ...goal } = plan;
  const handlingSeconds = meanHandling(handling);
  const sized = new Map<number, Sizing>();
  return forecast.intervals.map((interval) => {
    const conversations = expected(interval, planFor) * (1 - botShare);
    const arrivalsPerHour = (conversations * 60) / forecast.intervalMinutes;
    const sizing =
      sized.get(arrivalsPerHour) ?? seatsFor({ arrivalsPerHour, handlingSeconds, patienceSeconds }, goal);
    sized.set(arrivalsPerHour, sizing);
    const agents = wholePeople(sizing.seats / (1 - shrinkage));
    return { from: interval.from, conversations, agents, ...sizing };
  });
}

/** How long a conversation takes on average, by how common intents are. */
export function meanHandling(handling: readonly HandlingTime[]): number {
  const shares = sum(handling.map(({ share }) => share));
  return sum(handling.map(({ share, seconds }) => share * seconds)) / shares;
}

/** The next whole number; a hair less first, so that 9 seats of 0.9 are 10 people and not 11. */
export function wholePeople(people: number): number {
  return Math.max(0, Math.ceil(people - 1e-9));
}

function expected(interval: ForecastInterval, planFor: StaffingPlan['planFor']): number {
  return planFor === 'mean' ? interval.mean : interval[planFor].high;
}
