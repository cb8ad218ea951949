import { describe, expect, it } from 'vitest';
import { monthOf, projectionOf, spentInMonth } from '../../../functions/domain/cost/projection.ts';
import { addDays, daysBetween } from '../../../functions/domain/insights/range.ts';
import { seededRandom } from '../../../functions/memory/random.ts';

/** Dollars on each day from the first to the last, by its distance from the first. */
const spending = (from: string, to: string, of: (at: number, day: string) => number) =>
  new Map(daysBetween(from, to).map((day, at) => [day, of(at, day)]));
const weekdayOf = (day: string) => new Date(day).getUTCDay();

describe('the month of a day', () => {
  it.each([
    ['2026-02-11', '2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-01', '2028-02-29'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
  ])('%s is from %s to %s', (day, from, to) => {
    expect(monthOf(day)).toEqual({ from, to });
  });
});

describe('what was spent in a month', () => {
  it('leaves other months out', () => {
    expect(
      spentInMonth(
        spending('2026-10-20', '2026-11-30', () => 1),
        '2026-11-10',
      ),
    ).toBe(10);
  });
});

describe('what a month will cost', () => {
  it('is unknown while fewer than seven days are over', () => {
    expect(projectionOf(new Map(), '2026-11-10')).toBeUndefined();
    expect(
      projectionOf(
        spending('2026-11-04', '2026-11-10', () => 1),
        '2026-11-10',
      ),
    ).toBeUndefined();
  });

  it('has no range while no weekday came twice', () => {
    expect(
      projectionOf(
        spending('2026-11-03', '2026-11-10', () => 2),
        '2026-11-10',
      ),
    ).toEqual({
      // The first two days brought nothing, for there was nobody yet.
      dollars: 2 * 28,
    });
  });

  it('goes by the weekdays of the last four weeks, without a range when days never differed', () => {
    const weekends = (_: number, day: string) => (weekdayOf(day) % 6 === 0 ? 100 : 10);
    const whole = [...spending('2026-11-01', '2026-11-30', weekends).values()].reduce((a, b) => a + b);

    const projected = projectionOf(spending('2026-09-01', '2026-11-10', weekends), '2026-11-10');

    expect(projected?.dollars).toBeCloseTo(whole, 9);
    expect(projected?.low).toBeCloseTo(whole, 9);
    expect(projected?.high).toBeCloseTo(whole, 9);
  });

  it('counts today at least as far as it has come', () => {
    const until = spending('2026-10-01', '2026-11-30', () => 10);

    expect(projectionOf(new Map([...until, ['2026-11-30', 4]]), '2026-11-30')?.dollars).toBe(300);
    expect(projectionOf(new Map([...until, ['2026-11-30', 25]]), '2026-11-30')?.dollars).toBe(315);
  });

  it('lies in its range in about four months of five', () => {
    const random = seededRandom(11);
    const noise = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b) - 6;
    let held = 0;
    for (let month = 0; month < 400; month += 1) {
      const today = addDays('2026-11-01', Math.floor(random() * 28));
      const all = spending('2026-10-01', '2026-11-30', (at) => 100 + 10 * (at % 7) + 15 * noise());
      const known = new Map([...all].filter(([day]) => day <= today));
      // Today has only just begun.
      const projected = projectionOf(known.set(today, 0), today);
      const cost = spentInMonth(all, '2026-11-30');
      if (projected && cost >= (projected.low ?? cost) && cost <= (projected.high ?? cost)) held += 1;
    }

    expect(held / 400).toBeGreaterThan(0.74);
    expect(held / 400).toBeLessThan(0.86);
  });
});
