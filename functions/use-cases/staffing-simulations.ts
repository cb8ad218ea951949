import type { PlayedStaffing, StaffingOrder } from '../../schemas/simulation.ts';
import type { NotEnough } from '../../schemas/forecast.ts';
import type { ShippedSeconds } from '../../schemas/sla.ts';
import { addDays, daysBetween } from '../domain/insights/range.ts';
import { dayOf } from '../domain/reply-rate.ts';
import { faulty } from '../domain/staffing/checked.ts';
import { needsOf } from '../domain/staffing/requirements.ts';
import {
  correctedDay,
  daysToPlay,
  factorOf,
  type PlayedNeed,
  playedNeeds,
} from '../simulation/corrected-plan.ts';
import { defaultScenario } from '../simulation/defaults.ts';
import { scenarioFrom } from '../simulation/settings.ts';
import type { CountsNeeds } from './platform-counts.ts';
import { mustBeOfOne, type Planned, platformPlans } from './platform-plans.ts';

/** How far ahead a day can be played. */
const MOST_DAYS_AHEAD = 28;

type Order = Pick<StaffingOrder, 'groupBy' | 'value' | 'dates' | 'scenario' | 'set'>;

/** What an order asks for. @throws FaultyInputError for a group without a name, a day that cannot be forecast, or a setting that is none */
export function orderedStaffing(
  { groupBy, value, dates, scenario, set }: Order,
  { shipped, timeZone, askedAt }: { shipped: ShippedSeconds; timeZone: string; askedAt: Date },
) {
  const today = dayOf(timeZone, askedAt.getTime());
  const last = addDays(today, MOST_DAYS_AHEAD - 1);
  const wanted = dates ?? [addDays(today, 1)];
  const ahead = daysBetween(today, last);
  const away = wanted.find((date) => !ahead.includes(date));
  mustBeOfOne({ groupBy, value }, 'staffing', 'what is played are people who work together');
  if (away !== undefined)
    throw faulty('staffing', [
      { field: 'dates', rule: `must be days from ${today} to ${last}, which ${away} is not` },
    ]);
  return { dates: new Set(wanted), scenario: scenarioFrom({ ...defaultScenario(shipped) }, scenario, set) };
}

/**
 * Plays days of the platform's own forecast until their seats keep the promise. `look` is called every simulated hour, and may throw to
 * end it. @throws FaultyInputError as `orderedStaffing`, or for a day on which nobody can come, or too many
 */
export const playStaffing = (needs: CountsNeeds & { shipped: ShippedSeconds }) => {
  const { plannedForOne } = platformPlans(needs);
  const { timeZone, shipped } = needs;
  return async (
    order: StaffingOrder,
    { askedAt, look }: { askedAt: Date; look: () => void },
  ): Promise<PlayedStaffing | NotEnough> => {
    const { dates, scenario } = orderedStaffing(order, { shipped, timeZone, askedAt });
    const query = { ...order, days: MOST_DAYS_AHEAD };
    const planned = await plannedForOne(query);
    if (planned.kind !== 'planned') return planned;
    const { forecast, plan } = planned;
    const wanted = needsOf(forecast, plan).filter(({ from }) => dates.has(dayOf(timeZone, Date.parse(from))));
    if (wanted.length === 0)
      throw faulty('staffing', [{ field: 'dates', rule: 'must be days on which somebody can come' }]);
    const days = daysToPlay(wanted, forecast).map((day) => correctedDay(day, { scenario, plan, tell: look }));
    return answerOf(planned, factorOf(days), playedNeeds(wanted, days, plan));
  };
};

function answerOf(
  { forecast: { timeZone, intervalMinutes, basis, notes }, plan, measured }: Planned,
  factor: number,
  intervals: readonly PlayedNeed[],
): PlayedStaffing {
  return {
    kind: 'played',
    timeZone,
    intervalMinutes,
    basis,
    notes,
    plan,
    measured,
    factor: rounded(factor),
    intervals: intervals.map(({ from, conversations, seats, agents, played }) => ({
      from,
      conversations: rounded(conversations),
      erlang: { seats, agents, ...shared(played.erlangServiceLevel) },
      played: { seats: played.seats, agents: played.agents, ...shared(played.serviceLevel) },
    })),
  };
}

function shared(serviceLevel: number | undefined) {
  return serviceLevel === undefined ? {} : { serviceLevel: rounded(serviceLevel) };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
