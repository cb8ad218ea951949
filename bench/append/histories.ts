import { seededRandom } from '../../functions/memory/random.ts';
import { SeededOrder } from './order.ts';
import { planOf } from './plan.ts';
import { emptyTally, playHistory, type Rules, type Tally } from './play.ts';

/** One history in so many is built by the platform's own rules and checked in full, ticket and SHA-256 included. */
export const FULL_EVERY = 64;

/** Plays the history that a seed stands for; what is wrong with it. */
export async function playSeed(
  seed: number,
  { rules = {}, tally = emptyTally() }: { rules?: Partial<Rules>; tally?: Tally } = {},
): Promise<string[]> {
  const random = seededRandom(seed);
  const order = new SeededOrder(random);
  return playHistory({ plan: planOf(random), order, rules, tally, full: seed % FULL_EVERY === 0 });
}

/** Plays histories from a seed on until one shows that these rules are wrong; how many it took, and what it showed. */
export async function untilCaught(
  rules: Partial<Rules>,
  { seed, most }: { seed: number; most: number },
): Promise<{ histories: number; fault: string } | undefined> {
  for (let histories = 1; histories <= most; histories += 1) {
    const [fault] = await playSeed(seed + histories - 1, { rules });
    if (fault !== undefined) return { histories, fault };
  }
  return undefined;
}
