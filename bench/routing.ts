import { stdout } from 'node:process';
import { runRouters } from './routing/routers.ts';

/** Routers and agents at the same time; every agent is given about a hundred tickets or more. */
const SETUPS = [
  { routers: 1, agents: 50, tickets: 6000 },
  { routers: 2, agents: 50, tickets: 6000 },
  { routers: 4, agents: 50, tickets: 6000 },
  { routers: 8, agents: 100, tickets: 12_000 },
  { routers: 16, agents: 100, tickets: 12_000 },
  { routers: 32, agents: 200, tickets: 24_000 },
] as const;

/** Assignment by many routers at once, on stores in memory whose calls are put in order by chance. */
export async function benchRouting(): Promise<void> {
  const capacity = 3;
  stdout.write(
    'routers  agents  store calls   offers  double  over limit  left  tries/offer  Jain    seconds\n',
  );
  let steps = 0;
  for (const [at, setup] of SETUPS.entries()) {
    const start = performance.now();
    const run = await runRouters({ ...setup, capacity, seed: at + 1 });
    steps += run.steps;
    const cells = [
      String(setup.routers).padStart(7),
      String(setup.agents).padStart(7),
      String(run.steps).padStart(12),
      String(run.offers).padStart(8),
      String(run.doubles).padStart(7),
      String(run.overLimit).padStart(11),
      String(run.left).padStart(5),
      run.tries.toFixed(3).padStart(12),
      run.fairness.toFixed(4).padStart(7),
      ((performance.now() - start) / 1000).toFixed(1).padStart(9),
    ];
    stdout.write(`${cells.join(' ')}\n`);
  }
  stdout.write(`${steps} store calls put in order by chance\n`);
}
