import { describe, expect, it } from 'vitest';
import { faultsOf, isInTime, latenessOf } from '../../bench/timers/bench.ts';
import { emptyTally } from '../../bench/timers/ledger.ts';
import { mutants } from '../../bench/timers/mutants.ts';
import { playTimers } from '../../bench/timers/play.ts';
import { profiles } from '../../bench/timers/profiles.ts';

/** A few tickets of five timers each; `npm run bench timers` plays a million timers. */
const TICKETS = 200;

describe('timers on virtual time', { timeout: 120_000 }, () => {
  it.each(Object.entries(profiles))('fire once, never early and in time: %s', async (_name, profile) => {
    const tally = await playTimers({ seed: 3, profile, tickets: TICKETS });

    expect(faultsOf(tally)).toBe(0);
    expect(tally.fired + tally.settled).toBe(tally.armed);
    expect(tally.fired).toBeGreaterThan(TICKETS / 2);
    expect(isInTime(tally, profile)).toBe(true);
  });

  it.each(Object.entries(mutants))('would be seen to fail: %s', async (_name, { profile, rules }) => {
    const used = profiles[profile] ?? { faults: {} };

    const tally = await playTimers({ seed: 3, profile: used, tickets: 2 * TICKETS, rules });

    expect(faultsOf(tally)).toBeGreaterThan(0);
  });

  it('measures lateness as the share that is not exceeded', () => {
    const tally = { ...emptyTally(), lateness: [3, 1, 2, 100] };

    const shares = [0.25, 0.5, 0.75, 1].map((share) => latenessOf(tally, share));

    expect(shares).toEqual([1, 2, 3, 100]);
  });
});
