import type { Forecast, NotEnough } from '../../schemas/forecast.ts';
import type { Measured, SeatOptions } from '../../schemas/planning.ts';
import type { ForecastQuery } from '../../schemas/planning-api.ts';
import type { StaffingPlan } from '../../schemas/roster.ts';
import { FaultyInputError } from '../domain/errors.ts';
import { forecastOf } from '../domain/forecast/forecast.ts';
import { faulty } from '../domain/staffing/checked.ts';
import { planMeasured, seatPlan } from '../domain/staffing/seat-plan.ts';
import {
  type CountsNeeds,
  type GroupCounts,
  platformCounts,
  type PlatformCounts,
} from './platform-counts.ts';

/** Intervals an answer may have: at 0.6 kB each it stays below the 6 MB of a Lambda function. */
const MOST_INTERVALS = 7000;

/** A forecast, and what seats for it are counted by. */
export interface Planned {
  readonly kind: 'planned';
  readonly forecast: Forecast;
  readonly plan: StaffingPlan;
  readonly measured: Measured;
}

type PlanQuery = ForecastQuery & { seats: SeatOptions };

/** @throws FaultyInputError where a query is about several groups, and says why it must be about one */
export function mustBeOfOne(
  { groupBy, value }: Pick<ForecastQuery, 'groupBy' | 'value'>,
  what: string,
  why: string,
): void {
  if (groupBy !== 'total' && value === undefined)
    throw faulty(what, [{ field: 'value', rule: `must name one: ${why}` }]);
}

/** Forecasts and plans from what the platform has counted. */
export const platformPlans = (needs: CountsNeeds) => {
  const { countsFor, measured } = platformCounts(needs);
  const { timeZone } = needs;
  return { countsOf, forecastOfGroup, plannedFor, plannedForOne };

  function countsOf({ groupBy, value, days, dailyUsers }: ForecastQuery): Promise<PlatformCounts> {
    if (dailyUsers !== undefined && (groupBy !== 'total' || value !== undefined))
      throw new FaultyInputError('this cannot be asked', [
        { field: 'dailyUsers', rule: 'is for everything together: ask with groupBy=total and without value' },
      ]);
    return countsFor({ groupBy, value, most: Math.max(1, Math.floor(MOST_INTERVALS / (24 * days))) });
  }

  function forecastOfGroup(
    { days, events = [], hours, dailyUsers }: ForecastQuery,
    { until, notes }: PlatformCounts,
    { rows }: GroupCounts,
  ): Forecast | NotEnough {
    const known = { timeZone, intervalMinutes: 60, missing: 'zero' } as const;
    const answer = forecastOf([...rows], { ...known, days, events, hours, dailyUsers }, until);
    return { ...answer, notes: [...notes, ...answer.notes] };
  }

  /** The plan of everything together, or of the one that was named. */
  async function plannedForOne(query: PlanQuery): Promise<Planned | NotEnough> {
    const counts = await countsOf(query);
    const [group] = counts.groups;
    if (!group) throw new Error('a total, or what was named, is always counted');
    return plannedFor(query, counts, group);
  }

  async function plannedFor(
    query: PlanQuery,
    counts: PlatformCounts,
    group: GroupCounts,
  ): Promise<Planned | NotEnough> {
    const forecast = forecastOfGroup(query, counts, group);
    if (forecast.kind === 'not-enough-data') return forecast;
    const known = await measured(query.groupBy, group);
    return {
      kind: 'planned',
      forecast,
      plan: seatPlan(query.seats, planMeasured(known)),
      measured: known,
    };
  }
};
