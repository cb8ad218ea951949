import type { KeptSimulation } from '../../schemas/simulation.ts';
import type { Simulations } from '../use-cases/platform-of-figures.ts';
import { frozen } from './frozen.ts';

/** What was asked to be played. */
export function memorySimulations(): Simulations {
  const rows = new Map<string, KeptSimulation>();
  return {
    async start(simulation) {
      const known = rows.get(simulation.simulationId);
      if (!known) rows.set(simulation.simulationId, frozen({ ...simulation }));
      return known ?? simulation;
    },
    async find(simulationId) {
      return rows.get(simulationId);
    },
    async end(simulation) {
      rows.set(simulation.simulationId, frozen({ ...simulation }));
    },
  };
}
