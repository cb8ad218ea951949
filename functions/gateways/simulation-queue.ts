import { SimulationsEnvironment } from '../../schemas/environment.ts';
import type { SimulationRequest } from '../../schemas/simulation.ts';
import { environment } from '../runtime/environment.ts';
import { send } from './sqs.ts';

const { SIMULATIONS_QUEUE_URL } = environment(SimulationsEnvironment);

/** Asks for a simulation to be played. */
export function requestSimulation(request: SimulationRequest): Promise<void> {
  return send(SIMULATIONS_QUEUE_URL, [{ body: request }]);
}
