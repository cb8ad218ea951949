import { seededRandom } from '../memory/random.ts';

/** Chance that repeats, uniform in [0, 1). */
export type Random = () => number;

/** The chance of one customer or one part of a day: the same for the same seed, whatever else was drawn. */
export function chanceOf(seed: number, day: number, index: number): Random {
  const mixed =
    Math.imul(seed ^ Math.imul(day + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  return seededRandom(mixed ^ (mixed >>> 15));
}

/** An exponential time with this mean; 0 for a mean of 0. */
export function exponential(mean: number, random: Random): number {
  return mean === 0 ? 0 : -mean * Math.log(1 - random());
}

/**
 * A lognormal time with this mean and coefficient of variation: σ² = ln(1 + cv²), μ = ln(mean) − σ²/2; the normal deviate by Box and
 * Muller, "A note on the generation of random normal deviates", 1958.
 */
export function lognormal(mean: number, variation: number, random: Random): number {
  if (variation === 0) return mean;
  const variance = Math.log(1 + variation * variation);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

/** Draws by weight. */
export function drawFrom<T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  const last = choices.at(-1);
  if (!last || total <= 0) throw new Error('at least one of the choices needs a weight above 0');
  return (random) => {
    let left = random() * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return last[0];
  };
}
