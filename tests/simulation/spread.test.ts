import { describe, expect, it } from 'vitest';
import { chanceOf, drawFrom, exponential, lognormal } from '../../functions/simulation/chance.ts';
import { addTo, emptySpread, meanOf, mergeSpread, quantileOf } from '../../functions/simulation/spread.ts';

const random = chanceOf(3, 0, 0);
const times = Array.from({ length: 20_000 }, () => lognormal(300, 0.9, random));
const sorted = times.toSorted((a, b) => a - b);

describe('a spread of times', () => {
  const spread = emptySpread();
  for (const time of times) addTo(spread, time);

  it.each([0.01, 0.5, 0.9, 0.99, 1])('knows the percentile %f within 0.5 %%', (share) => {
    const exact = sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;

    expect(Math.abs(quantileOf(spread, share) / exact - 1)).toBeLessThan(0.0051);
  });

  it('merges to what counting all at once gives', () => {
    const [one, other] = [emptySpread(), emptySpread()];
    times.forEach((time, at) => addTo(at < 5000 ? one : other, time));

    mergeSpread(one, other);

    expect(one.sketch).toEqual(spread.sketch);
    expect(one.count).toBe(spread.count);
    expect(one.sum).toBeCloseTo(spread.sum, 3);
  });

  it('says nothing of nothing', () => {
    expect([meanOf(emptySpread()), quantileOf(emptySpread(), 0.5)]).toEqual([0, 0]);
  });

  it('counts no wait as none', () => {
    const none = emptySpread();
    addTo(none, 0);

    expect(quantileOf(none, 0.99)).toBe(0);
  });
});

describe('chance', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0) / values.length;

  it('draws lognormal times of the mean and variation asked for', () => {
    const average = mean(times);
    const deviation = Math.sqrt(mean(times.map((it) => (it - average) ** 2)));

    expect(average / 300).toBeCloseTo(1, 1);
    expect(deviation / average / 0.9).toBeCloseTo(1, 1);
  });

  it('draws exponential times of the mean asked for, and none where the mean is none', () => {
    const drawn = Array.from({ length: 20_000 }, () => exponential(40, random));

    expect(mean(drawn) / 40).toBeCloseTo(1, 1);
    expect(exponential(0, random)).toBe(0);
    expect(lognormal(40, 0, random)).toBe(40);
  });

  it('draws by weight, and never what has none', () => {
    const draw = drawFrom([
      ['often', 3],
      ['never', 0],
      ['seldom', 1],
    ]);
    const drawn = Array.from({ length: 8000 }, () => draw(random));

    expect(drawn.filter((it) => it === 'often').length / 8000).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
  });

  it('refuses choices of no weight', () => {
    expect(() => drawFrom([['never', 0]])).toThrow('above 0');
  });

  it('is the same for the same seed, day and customer, and another for any other', () => {
    const first = (seed: number, day: number, index: number) => chanceOf(seed, day, index)();

    expect(first(1, 2, 3)).toBe(first(1, 2, 3));
    expect(new Set([first(1, 2, 3), first(2, 2, 3), first(1, 3, 3), first(1, 2, 4)]).size).toBe(4);
  });
});
