import type { rosterApi } from '../../schemas/planning-api.ts';
import { type Requirement, type Requirements, RosterPlan } from '../../schemas/roster.ts';
import type { PlayedStaffing } from '../../schemas/simulation.ts';
import { NotFoundError } from '../domain/errors.ts';
import { checked, faulty } from '../domain/staffing/checked.ts';
import type { Solve } from '../domain/staffing/programme.ts';
import { needsOf } from '../domain/staffing/requirements.ts';
import { rosterOf } from '../domain/staffing/roster.ts';
import { said } from '../domain/staffing/seat-plan.ts';
import { shippedRoster } from '../domain/staffing/shipped-plan.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { CountsNeeds } from './platform-counts.ts';
import type { Uses } from './platform.ts';
import { mustBeOfOne, type Planned, platformPlans } from './platform-plans.ts';

type Needs = CountsNeeds & Uses<{ simulations: 'find' }> & { solver: () => Promise<Solve> };

/** Who works when, from the platform's own counts, from seats that were played, or from requirements. */
export const rosters = ({ solver, simulations, ...needs }: Needs): Answers<typeof rosterApi, Caller> => {
  const { plannedForOne } = platformPlans(needs);
  return {
    async makeRoster({ roster, requirements, simulationId, ...query }) {
      const limits = checked(RosterPlan, { ...shippedRoster, ...said(roster) }, 'plan');
      if (requirements) return { answer: rosterOf(requirements, limits, await solver()) };
      if (simulationId !== undefined) {
        const played = await playedSeats(simulationId);
        return { plan: played.plan, answer: rosterOf(requirementsPlayed(played), limits, await solver()) };
      }
      mustBeOfOne(query, 'roster', 'a roster is of people who work together');
      const planned = await plannedForOne(query);
      if (planned.kind !== 'planned') return { answer: planned };
      return { plan: planned.plan, answer: rosterOf(requirementsPlanned(planned), limits, await solver()) };
    },
  };

  async function playedSeats(simulationId: string): Promise<PlayedStaffing> {
    const simulation = await simulations.find(simulationId);
    if (!simulation) throw new NotFoundError('simulation');
    if (simulation.staffing?.kind !== 'played')
      throw faulty('roster', [{ field: 'simulationId', rule: 'must be one whose seats have been played' }]);
    return simulation.staffing;
  }
};

function requirementsPlayed(staffing: PlayedStaffing): Requirements {
  return requirementsOf(
    staffing,
    staffing.intervals.map(({ from, played: { agents } }) => ({ from, agents })),
  );
}

function requirementsPlanned({ forecast, plan }: Planned): Requirements {
  return requirementsOf(forecast, needsOf(forecast, plan));
}

function requirementsOf(
  { timeZone, intervalMinutes }: Pick<Requirements, 'timeZone' | 'intervalMinutes'>,
  needed: readonly Requirement[],
): Requirements {
  const intervals = needed.map(({ from, agents }) => ({ from, agents }));
  return { kind: 'requirements', timeZone, intervalMinutes, intervals };
}
