import type { ForecastQuery, planningApi } from '../../schemas/planning-api.ts';
import { needsByBoth } from '../domain/staffing/seat-plan.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { CountsNeeds, GroupCounts, PlatformCounts } from './platform-counts.ts';
import { type Planned, platformPlans } from './platform-plans.ts';

/** What planners learn from the platform's own counts. */
export const planning = (
  needs: CountsNeeds,
): Pick<Answers<typeof planningApi, Caller>, 'getForecast' | 'getStaffing'> => {
  const { countsOf, forecastOfGroup, plannedFor } = platformPlans(needs);
  return {
    async getForecast(query) {
      const counts = await countsOf(query);
      const groups = counts.groups.map((group) => ({
        ...countedOf(group),
        forecast: forecastOfGroup(query, counts, group),
      }));
      return { ...aboutOf(query, counts), groups };
    },

    async getStaffing({ groupBy, value, days, events, hours, dailyUsers, ...seats }) {
      const query = { groupBy, value, days, events, hours, dailyUsers, seats };
      const counts = await countsOf(query);
      const groups = [];
      for (const group of counts.groups) {
        const planned = await plannedFor(query, counts, group);
        const staffing = planned.kind === 'planned' ? needed(planned) : planned;
        groups.push({ ...countedOf(group), staffing });
      }
      return { ...aboutOf(query, counts), groups };
    },
  };

  function aboutOf({ groupBy }: ForecastQuery, { until, leftOut }: PlatformCounts) {
    return { timeZone: needs.timeZone, groupBy, countedUntil: until.toISOString(), leftOut };
  }
};

function needed({ forecast, plan, measured }: Planned) {
  const { intervalMinutes, basis, notes } = forecast;
  const intervals = needsByBoth(forecast, plan);
  return { kind: 'needs' as const, intervalMinutes, basis, notes, plan, measured, intervals };
}

function countedOf({ value, asked, since }: GroupCounts) {
  return { value, asked, ...(since !== undefined && { since: new Date(since).toISOString() }) };
}
