import type { Scenario } from '../../schemas/scenario.ts';
import type { Report, Simulation, SimulationOrder } from '../../schemas/simulation.ts';
import type { ShippedSeconds } from '../../schemas/sla.ts';
import { faulty } from '../domain/staffing/checked.ts';
import { compareReports } from './compare.ts';
import { defaultScenario } from './defaults.ts';
import { reportOf } from './report.ts';
import { playDay } from './run.ts';
import { scenarioFrom } from './settings.ts';
import { sumOf } from './tally.ts';

/** Tickets that one order may play, both sides of a what-if together: they take a function a minute or two. */
const MOST_TICKETS = 50_000;

/** What is played for an order. */
export interface Ordered {
  readonly days: number;
  readonly scenario: Scenario;
  readonly whatIf: Scenario | undefined;
}

/** The scenarios of an order, by what ships. @throws FaultyInputError that names the setting, or says that it is too much */
export function orderedScenarios(
  { scenario, set, whatIf, days }: SimulationOrder,
  shipped: ShippedSeconds,
): Ordered {
  const defaults = { ...defaultScenario(shipped) };
  const ordered = {
    days,
    scenario: scenarioFrom(defaults, scenario, set),
    whatIf: whatIf && scenarioFrom(defaults, scenario, [...set, ...whatIf]),
  };
  const sides = [ordered.scenario, ...(ordered.whatIf ? [ordered.whatIf] : [])];
  const tickets = Math.round(days * sides.reduce((sum, side) => sum + ticketsOf(side), 0));
  if (tickets > MOST_TICKETS)
    throw faulty('simulation', [
      {
        field: 'days',
        rule: `an order plays at most ${MOST_TICKETS} tickets, not ${tickets}; kefu simulate plays any number`,
      },
    ]);
  return ordered;
}

/** Plays an order. `look` is called every simulated hour, and may throw to end it. */
export function playOrder(ordered: Ordered, look: () => void): Pick<Simulation, 'report' | 'whatIf'> {
  const play = (scenario: Scenario): Report => {
    const days = Array.from({ length: ordered.days }, (_, day) => playDay(scenario, day, { tell: look }));
    return reportOf(sumOf(days), ordered.days, scenario);
  };
  const report = play(ordered.scenario);
  if (!ordered.whatIf) return { report };
  const other = play(ordered.whatIf);
  return { report, whatIf: { report: other, differences: compareReports(report, other) } };
}

/** How many are expected in a day. */
function ticketsOf({ arrivals: { perDay, promotion, bursts } }: Scenario): number {
  return perDay * promotion + bursts.reduce((sum, { tickets }) => sum + tickets, 0);
}
