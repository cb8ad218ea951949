import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playSeed, untilCaught } from '../../bench/append/histories.ts';
import { mutants } from '../../bench/append/mutants.ts';
import type { Plan } from '../../bench/append/plan.ts';
import { emptyTally, playHistory, type Rules } from '../../bench/append/play.ts';
import { aPlan, aRestoredPlan, ScheduledOrder } from '../support/appends.ts';

/** `npm run bench appends` plays ten million. */
const HISTORIES = 2000;

/** Lets fast-check look for a plan and an order under which these rules are wrong; what is wrong then. */
async function faultsFound(rules: Partial<Rules>, plans: fc.Arbitrary<Plan>, numRuns: number) {
  let found: string[] = [];
  const property = fc.asyncProperty(fc.scheduler(), plans, async (scheduler, plan) => {
    found = await playHistory({ plan, order: new ScheduledOrder(scheduler), rules, full: true });
    return found.length === 0;
  });
  await fc.check(property, { numRuns, endOnFailure: true });
  return found;
}

describe('writes of several clients to one ticket', () => {
  it('leave a history without gaps, with every answer kept, whatever crashes, repeats and comes late', async () => {
    const tally = emptyTally();

    for (let seed = 1; seed <= HISTORIES; seed += 1) expect(await playSeed(seed, { tally })).toEqual([]);

    for (const [name, count] of Object.entries(tally)) expect([name, count > 200]).toEqual([name, true]);
  });

  it('do so in any order of their steps', async () => {
    expect(await faultsFound({}, aPlan, 300)).toEqual([]);
    expect(await faultsFound({}, aRestoredPlan, 300)).toEqual([]);
  });

  it.each(Object.entries(mutants))('would be seen to fail: %s', async (_name, rules) => {
    const caught = await untilCaught(rules, { seed: 1, most: 20_000 });

    expect(caught).toBeDefined();
  });

  it.each(Object.entries(mutants))('would be seen to fail in some order: %s', async (_name, rules) => {
    const plans = rules === mutants['the epoch is not looked at'] ? aRestoredPlan : aPlan;

    expect(await faultsFound(rules, plans, 10_000)).not.toEqual([]);
  });
});
