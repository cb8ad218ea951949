import { KeptSimulation } from '../../schemas/simulation.ts';
import { putRow, removeAt, rowsOf, unlessThere } from './insights-table.ts';
import { simulationKey } from './keys.ts';

/** How long what came of one is kept. */
const KEPT_DAYS = 30;

/** Keeps an order, unless it is kept already: then as it is there. */
export async function start(simulation: KeptSimulation): Promise<KeptSimulation> {
  if (await putRow(rowOf(simulation), unlessThere)) return simulation;
  return (await find(simulation.simulationId)) ?? simulation;
}

/** One of them; undefined when it was never asked for, or long ago. */
export async function find(simulationId: string): Promise<KeptSimulation | undefined> {
  const [row] = await rowsOf(simulationKey(simulationId).pk);
  return row && KeptSimulation.parse(row['simulation']);
}

/** Keeps what came of one. */
export async function end(simulation: KeptSimulation): Promise<void> {
  await putRow(rowOf(simulation));
}

function rowOf(simulation: KeptSimulation) {
  const { simulationId, askedAt } = simulation;
  return { ...simulationKey(simulationId), removeAt: removeAt(askedAt, KEPT_DAYS), simulation };
}
