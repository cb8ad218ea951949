import { beforeAll, describe, expect, it } from 'vitest';
import { playLoad } from '../../bench/load/play.ts';
import type { World } from '../../bench/load/world.ts';

/** `npm run bench load` plays a thousand agents and a hundred thousand customers. */
const few = { agents: 20, customers: 500, rate: 60, seconds: 20, interval: 10, seed: 4 };

describe('many conversations at once', { timeout: 60_000 }, () => {
  let world: World;
  beforeAll(async () => {
    world = await playLoad(few);
  });

  it('lose nothing, show everybody the history, and end', () => {
    const { tally, talks, whole } = world;

    expect(tally.faults).toEqual([]);
    expect(tally.messages).toBeGreaterThan((few.rate * few.seconds) / 2);
    expect(tally.closed).toBe(tally.opened);
    expect(talks.size).toBe(0);
    expect(Object.values(whole.queues).reduce((sum, { deadLetters }) => sum + deadLetters.length, 0)).toBe(0);
  });

  it('take one write and one read of the table for a plain message', () => {
    const { tally } = world;

    const { plain } = tally.costs;
    const { 'tickets.save': saves, 'tickets.get': reads, ...others } = Object.fromEntries(tally.plainCalls);
    expect(plain.count).toBeGreaterThan(100);
    expect([saves, reads]).toEqual([plain.count, plain.count]);
    // Settings are looked at every 8 s, whatever the traffic.
    expect(Object.keys(others).filter((name) => name !== 'settings.latest')).toEqual([]);
  });

  it.each<[string, (world: World) => void]>([
    [
      'an accepted message that is not in the history',
      ({ talks }) => {
        for (const { accepted } of talks.values()) accepted.push({ commandId: 'never-said', number: 3 });
      },
    ],
    [
      'a customer who was shown something else',
      ({ talks }) => {
        for (const { log } of talks.values()) log.hash += 1;
      },
    ],
    [
      'a customer who is not pushed to any more',
      ({ talks, whole }) => {
        for (const { customer } of talks.values()) whole.sockets.drop(`socket-${customer}`);
      },
    ],
  ])('would be seen to lose: %s', async (_name, harm) => {
    const { tally } = await playLoad({
      ...few,
      seconds: 10,
      told: (world) => harm(world),
    });

    expect(tally.faults).not.toEqual([]);
  });
});
