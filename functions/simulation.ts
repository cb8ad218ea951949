import { PolicyEnvironment, TimeZoneEnvironment } from '../schemas/environment.ts';
import { SimulationRequest } from '../schemas/simulation.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { listRollUps } from './stores/insights.ts';
import { listLoads } from './stores/loads.ts';
import { end, find } from './stores/simulations.ts';
import { playSimulation } from './use-cases/simulations.ts';

const { SLA_POLICY: shipped } = environment(PolicyEnvironment);
const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);

/** Plays the days that planners asked for. */
export const handler = consume(
  SimulationRequest,
  playSimulation({
    simulations: { find, end },
    insights: { listRollUps },
    loads: { listLoads },
    shipped,
    timeZone,
    now,
    log,
  }),
);
