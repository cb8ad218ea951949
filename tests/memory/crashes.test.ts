import { describe, expect, it } from 'vitest';
import { crashEverywhere, untilMutantFails } from '../../bench/crash/crashes.ts';
import { mutants } from '../../bench/crash/mutants.ts';
import { stories } from '../../bench/crash/stories.ts';

/** Every so many calls; `npm run bench -- crashes` tries all of them. */
const EVERY = 37;

describe('a process that ends at any call', { timeout: 120_000 }, () => {
  it.each(Object.keys(stories))('loses, doubles and leaves nothing stuck: %s', async (name) => {
    const { faults, points } = await crashEverywhere(name, { every: EVERY });

    expect(faults).toEqual([]);
    expect(points).toBeGreaterThan(10);
  });

  it.each(Object.entries(mutants))('would be seen to do harm: %s', async (_name, mutant) => {
    const caught = await untilMutantFails(mutant);

    expect(caught?.fault).toMatch(/^crash /);
  });
});
