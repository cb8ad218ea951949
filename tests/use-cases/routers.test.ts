import { describe, expect, it } from 'vitest';
import { jain, type Mutant, runRouters } from '../../bench/routing/routers.ts';

const floor = { routers: 8, agents: 12, capacity: 3, tickets: 400, seed: 1 };
/** A small floor on which everybody meets everybody. */
const runs = (mutant?: Mutant) => runRouters({ ...floor, routers: 16, agents: 4, ...(mutant && { mutant }) });

describe('many routers at once', () => {
  it.each([1, 2, 8, 32])('%i of them give every ticket to one agent, within every limit', async (routers) => {
    const { doubles, overLimit, left, offers } = await runRouters({ ...floor, routers });

    expect({ doubles, overLimit, left, offers }).toEqual({ doubles: 0, overLimit: 0, left: 0, offers: 400 });
  });

  it('hardly get into each other’s way, and are fair', async () => {
    const { tries, fairness } = await runRouters({ ...floor, agents: 20, tickets: 2400 });

    expect(tries).toBeLessThanOrEqual(1.2);
    expect(fairness).toBeGreaterThanOrEqual(0.99);
  }, 60_000);

  it.each<{ mutant: Mutant; what: string; seen: (run: Awaited<ReturnType<typeof runs>>) => boolean }>([
    { mutant: 'number', what: 'two agents for one ticket', seen: ({ doubles }) => doubles > 0 },
    { mutant: 'capacity', what: 'an agent over the limit', seen: ({ overLimit }) => overLimit > 0 },
    {
      mutant: 'channel limit',
      what: 'an agent over a channel’s limit',
      seen: ({ overLimit }) => overLimit > 0,
    },
    { mutant: 'freed seats are not told', what: 'tickets nobody is given', seen: ({ left }) => left > 0 },
    {
      mutant: 'a lost seat looks like a lost race',
      what: 'needless tries',
      seen: ({ tries }) => tries > 1.6,
    },
    { mutant: 'agents are looked up once', what: 'needless tries', seen: ({ tries }) => tries > 1.6 },
  ])('would be seen to be wrong ($mutant): $what', async ({ mutant, seen }) => {
    expect(seen(await runs(mutant))).toBe(true);
  });
});

describe('Jain’s index', () => {
  it.each([
    { shares: [5, 5, 5, 5], index: 1 },
    { shares: [9, 0, 0], index: 1 / 3 },
    { shares: [0, 0], index: 1 },
  ])('of $shares is $index', ({ shares, index }) => {
    expect(jain(shares)).toBeCloseTo(index, 12);
  });
});
