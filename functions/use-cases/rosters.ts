import type { rosterApi } from '../../schemas/planning-api.ts';
import { type Requirements, RosterPlan } from '../../schemas/roster.ts';
import { checked, faulty } from '../domain/staffing/checked.ts';
import type { Solve } from '../domain/staffing/programme.ts';
import { needsOf } from '../domain/staffing/requirements.ts';
import { rosterOf } from '../domain/staffing/roster.ts';
import { said } from '../domain/staffing/seat-plan.ts';
import { shippedRoster } from '../domain/staffing/shipped-plan.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { CountsNeeds } from './platform-counts.ts';
import { type Planned, platformPlans } from './platform-plans.ts';

type Needs = CountsNeeds & { solver: () => Promise<Solve> };

/** Who works when, from the platform's own counts or from requirements. */
export const rosters = ({ solver, ...needs }: Needs): Answers<typeof rosterApi, Caller> => {
  const { countsOf, plannedFor } = platformPlans(needs);
  return {
    async makeRoster({ roster, requirements, ...query }) {
      const limits = checked(RosterPlan, { ...shippedRoster, ...said(roster) }, 'plan');
      if (requirements) return { answer: rosterOf(requirements, limits, await solver()) };
      if (query.groupBy !== 'total' && query.value === undefined)
        throw faulty('roster', [
          { field: 'value', rule: 'must name one: a roster is of people who work together' },
        ]);
      const counts = await countsOf(query);
      const [group] = counts.groups;
      if (!group) throw new Error('a total, or what was named, is always counted');
      const planned = await plannedFor(query, counts, group);
      if (planned.kind !== 'planned') return { answer: planned };
      return { plan: planned.plan, answer: rosterOf(requirementsOf(planned), limits, await solver()) };
    },
  };
};

function requirementsOf({ forecast, plan }: Planned): Requirements {
  const { timeZone, intervalMinutes } = forecast;
  const intervals = needsOf(forecast, plan).map(({ from, agents }) => ({ from, agents }));
  return { kind: 'requirements', timeZone, intervalMinutes, intervals };
}
