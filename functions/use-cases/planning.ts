import type { Forecast, NotEnough } from '../../schemas/forecast.ts';
import type { ForecastQuery, planningApi, StaffingQuery } from '../../schemas/planning-api.ts';
import { FaultyInputError } from '../domain/errors.ts';
import { forecastOf } from '../domain/forecast/forecast.ts';
import { needsByBoth, planMeasured, seatPlan } from '../domain/staffing/seat-plan.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import {
  type CountsNeeds,
  type GroupCounts,
  platformCounts,
  type PlatformCounts,
} from './platform-counts.ts';

/** Intervals an answer may have: at 0.6 kB each it stays below the 6 MB of a Lambda function. */
const MOST_INTERVALS = 7000;

/** What planners learn from the platform's own counts. */
export const planning = (needs: CountsNeeds): Answers<typeof planningApi, Caller> => {
  const { countsFor, measured } = platformCounts(needs);
  const { timeZone } = needs;
  return {
    async getForecast(query) {
      const counts = await countsOf(query);
      return {
        ...aboutOf(query, counts),
        groups: counts.groups.map((group) => ({
          ...countedOf(group),
          forecast: forecastOfGroup(query, counts, group),
        })),
      };
    },

    async getStaffing(query) {
      const counts = await countsOf(query);
      const groups = [];
      for (const group of counts.groups)
        groups.push({ ...countedOf(group), staffing: await staffingOf(query, counts, group) });
      return { ...aboutOf(query, counts), groups };
    },
  };

  function countsOf({ groupBy, value, days, dailyUsers }: ForecastQuery): Promise<PlatformCounts> {
    if (dailyUsers !== undefined && (groupBy !== 'total' || value !== undefined))
      throw new FaultyInputError('this cannot be asked', [
        { field: 'dailyUsers', rule: 'is for everything together: ask with groupBy=total and without value' },
      ]);
    return countsFor({ groupBy, value, most: Math.max(1, Math.floor(MOST_INTERVALS / (24 * days))) });
  }

  function aboutOf({ groupBy }: ForecastQuery, { until, leftOut }: PlatformCounts) {
    return { timeZone, groupBy, countedUntil: until.toISOString(), leftOut };
  }

  function forecastOfGroup(
    { days, events = [], hours, dailyUsers }: ForecastQuery,
    { until, notes }: PlatformCounts,
    { rows }: GroupCounts,
  ): Forecast | NotEnough {
    const settings = {
      timeZone,
      intervalMinutes: 60,
      days,
      events,
      hours,
      dailyUsers,
      missing: 'zero',
    } as const;
    const answer = forecastOf([...rows], settings, until);
    return { ...answer, notes: [...notes, ...answer.notes] };
  }

  async function staffingOf(query: StaffingQuery, counts: PlatformCounts, group: GroupCounts) {
    const forecast = forecastOfGroup(query, counts, group);
    if (forecast.kind === 'not-enough-data') return forecast;
    const {
      groupBy,
      value: _value,
      days: _days,
      events: _events,
      hours: _hours,
      dailyUsers: _users,
      ...options
    } = query;
    const known = await measured(groupBy, group);
    const plan = seatPlan(options, planMeasured(known));
    const { intervalMinutes, basis, notes } = forecast;
    return {
      kind: 'needs' as const,
      intervalMinutes,
      basis,
      notes,
      plan,
      measured: known,
      intervals: needsByBoth(forecast, plan),
    };
  }
};

function countedOf({ value, asked, since }: GroupCounts) {
  return { value, asked, ...(since !== undefined && { since: new Date(since).toISOString() }) };
}
