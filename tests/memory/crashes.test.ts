import { describe, expect, it } from 'vitest';
import { crashEverywhere } from '../../bench/crash/crashes.ts';
import { stories } from '../../bench/crash/stories.ts';

/** Every so many calls; `npm run bench -- crashes` tries all of them. */
const EVERY = 37;

describe('a process that ends at any call', { timeout: 120_000 }, () => {
  it.each(Object.keys(stories))('loses, doubles and leaves nothing stuck: %s', async (name) => {
    const { faults, points } = await crashEverywhere(name, EVERY);

    expect(faults).toEqual([]);
    expect(points).toBeGreaterThan(10);
  });
});
