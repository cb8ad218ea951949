import { describe, expect, it } from 'vitest';
import { memoryInsights } from '../../functions/memory/insights.ts';
import { memoryLoads } from '../../functions/memory/loads.ts';
import { memorySimulations } from '../../functions/memory/simulations.ts';
import { playSimulation } from '../../functions/use-cases/simulations.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { SimulationOrder } from '../../schemas/simulation.ts';
import { at, isoAt } from '../support/builders.ts';

const simulationId = '0'.repeat(32);
const order: SimulationOrder = {
  set: [
    { path: 'arrivals.perDay', value: '40' },
    { path: 'arrivals.bursts', value: '[]' },
  ],
  days: 1,
};

/** An order that waits, and a clock that shows so many seconds more whenever somebody looks. */
async function anOrder(wanted: SimulationOrder, seconds: number) {
  const simulations = memorySimulations();
  await simulations.start({ simulationId, by: 'lin', askedAt: isoAt(0), status: 'waiting', order: wanted });
  let time = 0;
  const play = playSimulation({
    simulations,
    insights: memoryInsights(),
    loads: memoryLoads(),
    timeZone: 'Asia/Shanghai',
    shipped: defaultPolicy,
    now: () => at((time += seconds)),
    log: () => undefined,
  });
  await play({ simulationId });
  return simulations.find(simulationId);
}

describe('a simulation that is played', () => {
  it('ends when it takes longer than a function has, and says so', async () => {
    expect(await anOrder(order, 60)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('longer than 200 s') as string,
    });
  });

  it('ends when its order can no longer be understood', async () => {
    const old = { ...order, set: [{ path: 'arrivals.perFortnight', value: '1' }] };

    expect(await anOrder(old, 0)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('there is no perFortnight') as string,
    });
  });

  it('keeps its report', async () => {
    const kept = await anOrder(order, 0);

    expect(kept).toMatchObject({ status: 'done', endedAt: isoAt(0), report: { days: 1 } });
  });
});
