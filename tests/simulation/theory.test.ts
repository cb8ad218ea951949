import { describe, expect, it } from 'vitest';
import { hold, type KnownQueue, scenarioOf } from '../../bench/simulator/theory.ts';
import { playDay } from '../../functions/simulation/run.ts';

const DAYS = 6;
const CUSTOMERS_A_DAY = 1200;
/** A fault this far off chance by luck: once in tens of thousands of seeds. */
const STANDARD_ERRORS = 5;

const queues: KnownQueue[] = [
  { name: 'M/M/4', load: 2.8, seats: 4 },
  { name: 'M/M/5+M', load: 5.5, seats: 5, patienceSeconds: 15 },
];

describe('a simulated queue that theory knows', () => {
  it.each(queues)(
    'waits, gives up and works as the closed form says ($name)',
    (queue) => {
      const scenario = scenarioOf(queue, CUSTOMERS_A_DAY);
      const days = Array.from({ length: DAYS }, (_, day) => playDay(scenario, day));

      const held = hold(queue, scenario, days);

      for (const { measure, theory, simulated, error } of held)
        expect(
          Math.abs(simulated - theory),
          `${measure}: ${simulated} ± ${error}, not ${theory}`,
        ).toBeLessThan(STANDARD_ERRORS * error);
    },
    60_000,
  );
});
