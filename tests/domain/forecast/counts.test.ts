import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAt, type Scatter, shareUpTo } from '../../../functions/domain/forecast/counts.ts';
import { itemAt, sum } from '../../../functions/domain/numbers.ts';
import { normalAt, normalBelow } from '../../../functions/domain/forecast/normal.ts';
import { learnWidths, modelWidths, widthFor } from '../../../functions/domain/forecast/widths.ts';
import { withinOf } from '../../../functions/domain/forecast/within.ts';
import { seededRandom } from '../../../functions/memory/random.ts';

describe('the normal distribution', () => {
  // Any printed table of the standard normal distribution.
  it.each([
    [0, 0.5],
    [1, 0.841345],
    [1.959964, 0.975],
    [-1.281552, 0.1],
    [3, 0.99865],
    [9, 1],
    [-9, 0],
  ])('has, below %d, the share %d', (z, share) => {
    expect(normalBelow(z)).toBeCloseTo(share, 6);
  });

  it.each([0.025, 0.25, 0.5, 0.9, 0.999])('has the share %d below its own z', (share) => {
    expect(normalBelow(normalAt(share))).toBeCloseTo(share, 8);
  });
});

describe('how counts scatter', () => {
  it('is Poisson without spread', () => {
    // e⁻³ (1 + 3 + 4.5)
    expect(shareUpTo(2, { mean: 3, spread: 0 })).toBeCloseTo(Math.exp(-3) * 8.5, 12);
  });

  it('is geometric with the spread 1', () => {
    // Success probability 1 / 5: the share up to 3 is 1 − 0.8⁴.
    expect(shareUpTo(3, { mean: 4, spread: 1 })).toBeCloseTo(1 - 0.8 ** 4, 12);
  });

  it.each([0, 0.01, 0.2])('goes over from sums to the cube root without a jump (spread %d)', (spread) => {
    for (const z of [-2, -0.7, 0, 1, 2.5]) {
      const count = Math.round(120 + z * Math.sqrt(120 + spread * 14_400));
      const [summed, rooted] = [119.999, 120.001].map((mean) => shareUpTo(count, { mean, spread }));

      expect(Math.abs((summed ?? 0) - (rooted ?? 1))).toBeLessThan(0.006);
    }
  });

  it('finds the least count up to which a share lies, whatever the mean', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100_000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.002, max: 0.998, noNaN: true }),
        (mean, spread, share) => {
          const scatter = { mean, spread };
          const count = countAt(share, scatter);

          expect(Number.isInteger(count)).toBe(true);
          expect(shareUpTo(count, scatter)).toBeGreaterThanOrEqual(share - 1e-6);
          if (count > 0) expect(shareUpTo(count - 1, scatter)).toBeLessThan(share + 1e-6);
        },
      ),
    );
  });

  it('is nothing when nothing is expected', () => {
    expect(countAt(0.99, { mean: 0, spread: 0.1 })).toBe(0);
    expect(shareUpTo(0, { mean: 0, spread: 0.1 })).toBe(1);
    expect(shareUpTo(-1, { mean: 5, spread: 0.1 })).toBe(0);
  });
});

describe('widths', () => {
  it('are those of the model as long as nothing was seen', () => {
    expect(widthFor(modelWidths(), 0.8, { mean: 5, spread: 0 })).toBeCloseTo(0.8, 6);
  });

  it('hold what they say though the model is far too sure', () => {
    const random = seededRandom(7);
    const widths = modelWidths();
    const believed = { mean: 200, spread: 0 };
    // In truth days differ by 10 %.
    const draw = () => countAt(0.001 + random() * 0.998, { mean: 200, spread: 0.01 });
    for (let day = 0; day < 200; day += 1)
      learnWidths(
        widths,
        Array.from({ length: 24 }, () => ({ count: draw(), scatter: believed })),
      );

    const tried = Array.from({ length: 4000 }, draw);
    for (const share of [0.5, 0.8, 0.95]) {
      const { low, high } = withinOf(share, believed, widths);
      const inside = tried.filter((count) => count >= low && count <= high).length / tried.length;
      expect(Math.abs(inside - share)).toBeLessThan(0.05);
    }
  });

  it.each([0.5, 0.02])('of busy hours are not made narrow by nights that bring %d', (night) => {
    const random = seededRandom(7);
    const widths = modelWidths();
    const [dark, busy] = [
      { mean: night, spread: 0 },
      { mean: 20, spread: 0 },
    ];
    const drawn = (scatter: Scatter) => ({ count: countAt(random(), scatter), scatter });
    for (let day = 0; day < 200; day += 1)
      learnWidths(widths, [
        ...Array.from({ length: 14 }, () => drawn(dark)),
        ...Array.from({ length: 10 }, () => drawn(busy)),
      ]);

    for (const share of [0.5, 0.8, 0.95]) {
      const { low, high } = withinOf(share, busy, widths);
      expect(shareUpTo(high, busy) - shareUpTo(low - 1, busy)).toBeGreaterThan(share - 0.05);
    }
  });

  it('learn nothing from a day without counts', () => {
    const widths = modelWidths();

    learnWidths(widths, []);

    expect(widths).toEqual(modelWidths());
  });

  it('never reach the ends of the distribution', () => {
    const widths = modelWidths();
    for (let day = 0; day < 100; day += 1)
      learnWidths(widths, [{ count: 1000, scatter: { mean: 10, spread: 0 } }]);

    expect(widthFor(widths, 0.95, { mean: 10, spread: 0 })).toBe(0.998);
  });
});

describe('lists of numbers', () => {
  it('have items where they are, and say so where they are not', () => {
    expect(itemAt([3, 4], 1)).toBe(4);
    expect(() => itemAt([3, 4], 2)).toThrow('there is no place 2 among 2');
  });

  it('have a sum', () => {
    expect(sum([1, 2, 3])).toBe(6);
    expect(sum([])).toBe(0);
  });
});
