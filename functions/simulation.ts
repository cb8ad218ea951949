import { PolicyEnvironment } from '../schemas/environment.ts';
import { SimulationRequest } from '../schemas/simulation.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { end, find } from './stores/simulations.ts';
import { playSimulation } from './use-cases/simulations.ts';

const { SLA_POLICY: shipped } = environment(PolicyEnvironment);

/** Plays the days that planners asked for. */
export const handler = consume(
  SimulationRequest,
  playSimulation({ simulations: { find, end }, shipped, now, log }),
);
