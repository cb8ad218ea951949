import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSketch,
  quantile,
  readSketch,
  RELATIVE_ERROR,
  sizeOf,
  sketchOf,
  type Sketch,
  writeSketch,
} from '../../../functions/domain/insights/sketch.ts';
import { seededRandom } from '../../../functions/memory/random.ts';

const QUANTILES = [0.5, 0.9, 0.95, 0.99];
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Values in milliseconds as they come at a desk, and worse. */
const distributions: Record<string, (random: () => number) => number> = {
  uniform: (random) => random() * 600_000,
  exponential: (random) => -Math.log(1 - random()) * 40_000,
  lognormal: (random) => Math.exp(10 + 1.5 * normal(random)),
  'heavy-tailed (Pareto, α = 1.1)': (random) => 1000 / (1 - random()) ** (1 / 1.1),
  'of two kinds': (random) => (random() < 0.97 ? 800 + 400 * random() : 86_400_000 * (1 + random())),
  constant: () => 15_000,
  'mostly none': (random) => (random() < 0.95 ? 0 : 1 + Math.floor(random() * 5)),
};

const merged = (...sketches: Sketch[]): Sketch => {
  const all = new Map<number, number>();
  for (const sketch of sketches) addSketch(all, sketch);
  return all;
};

const exact = (values: readonly number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? NaN;

describe('a sketch', () => {
  it.each(Object.entries(distributions))(
    'of %s values knows p50, p90, p95 and p99 within half a percent',
    (_name, draw) => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 1, max: 1500 }), (seed, size) => {
          const random = seededRandom(seed);
          const values = Array.from({ length: size }, () => Math.round(draw(random)));
          const sketch = sketchOf(values);

          for (const q of QUANTILES) {
            const truth = exact(values, q);
            const off = Math.abs((quantile(sketch, q) ?? NaN) - truth);
            expect(off).toBeLessThanOrEqual(truth * (RELATIVE_ERROR + 1e-9));
          }
        }),
        { numRuns: 12 },
      );
    },
  );

  const times = fc.array(fc.nat({ max: 2_000_000_000 }), { maxLength: 200 });

  it('of parts is that of the whole, in whatever order and groups', () => {
    fc.assert(
      fc.property(times, times, times, (a, b, c) => {
        const whole = writeSketch(sketchOf([...a, ...b, ...c]));
        const [x, y, z] = [sketchOf(a), sketchOf(b), sketchOf(c)];

        expect(writeSketch(merged(x, merged(y, z)))).toBe(whole);
        expect(writeSketch(merged(merged(z, x), y))).toBe(whole);
      }),
    );
  });

  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(times, (values) => {
        const sketch = sketchOf(values);

        expect(new Map(readSketch(writeSketch(sketch)))).toEqual(new Map(sketch));
        expect(sizeOf(readSketch(writeSketch(sketch)))).toBe(values.length);
      }),
    );
  });

  it('of nothing has no quantile', () => {
    expect(quantile(sketchOf([]), 0.99)).toBeUndefined();
    expect(readSketch('').size).toBe(0);
  });

  it('stays small however far its values are apart', () => {
    const apart = Array.from({ length: 40_000 }, (_, step) => Math.exp(step / 1000));

    expect(sketchOf(apart).size).toBeLessThanOrEqual(2536);
    expect(writeSketch(sketchOf(apart)).length).toBeLessThan(20_000);
  });

  it.each(['!', '3.0', '3.-1', '3.q w.'])('is not read from %j', (text) => {
    expect(() => readSketch(text)).toThrow('of no sketch');
  });
});
