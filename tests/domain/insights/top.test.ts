import { describe, expect, it } from 'vitest';
import { moveOf, topOf, weeksOf } from '../../../functions/domain/insights/top.ts';
import { seededRandom } from '../../../functions/memory/random.ts';
import { Top } from '../../../schemas/insights-api.ts';
import { Figures, type RollUp } from '../../../schemas/roll-up.ts';

const timeZone = 'Asia/Shanghai';
const now = new Date('2026-11-25T03:00:00.000Z');
const shown = { timeZone, level: 'case', limit: 10 } as const;

const aDay = (day: string, value: string, tickets: number): RollUp => ({
  level: 'day',
  timeZone,
  day,
  start: `${day}T00:00:00.000Z`,
  dimension: 'case',
  value,
  figures: Figures.parse({ tickets, flags: {}, kept: {}, breached: {}, times: {}, scores: 0, messages: {} }),
});

describe('a week', () => {
  it('is the last that is over unless told', () => {
    expect(weeksOf(undefined, timeZone, now)).toEqual({
      week: { from: '2026-11-16', to: '2026-11-22' },
      before: { from: '2026-11-09', to: '2026-11-15' },
      days: 7,
    });
  });

  it('that still runs is compared with as many days of the week before', () => {
    expect(weeksOf('2026-11-29', timeZone, now)).toEqual({
      week: { from: '2026-11-23', to: '2026-11-24' },
      before: { from: '2026-11-16', to: '2026-11-17' },
      days: 2,
    });
  });

  it('that has not begun has no days', () => {
    expect(weeksOf('2026-12-01', timeZone, now).days).toBe(0);
  });
});

describe('the top of a week', () => {
  const weeks = weeksOf(undefined, timeZone, now);
  const rows = [
    aDay('2026-11-16', 'buyer.refund.slow', 60),
    aDay('2026-11-22', 'buyer.refund.slow', 40),
    aDay('2026-11-17', 'account.login.phone-changed', 90),
    aDay('2026-11-10', 'buyer.refund.slow', 96),
    aDay('2026-11-10', 'account.login.phone-changed', 20),
    aDay('2026-11-11', 'live.gift.refund', 50),
    // Neither week.
    aDay('2026-11-23', 'buyer.refund.slow', 1000),
  ];

  it('has what is asked most, and what has moved', () => {
    const top = topOf(rows, weeks, shown);

    expect(() => Top.parse(top)).not.toThrow();
    expect(top.week.tickets).toBe(190);
    expect(top.before.tickets).toBe(166);
    expect(
      top.rows.map(({ intentId, tickets, before, moved }) => [intentId, tickets, before, moved]),
    ).toEqual([
      ['buyer.refund.slow', 100, 96, 'no'],
      ['account.login.phone-changed', 90, 20, 'up'],
    ]);
    expect(top.rows[1]).toMatchObject({ change: 3.5, share: 90 / 190, en: expect.any(String) as string });
    expect(top.movers.map(({ intentId, moved }) => [intentId, moved])).toEqual([
      ['live.gift.refund', 'down'],
      ['account.login.phone-changed', 'up'],
    ]);
  });

  it('has as many as are asked for', () => {
    expect(topOf(rows, weeks, { ...shown, limit: 1 })).toMatchObject({
      rows: { length: 1 },
      movers: { length: 1 },
    });
  });

  it('says when there is nothing', () => {
    expect(topOf([], weeks, shown)).toMatchObject({
      rows: [],
      movers: [],
      note: 'no tickets in these weeks',
    });
  });
});

describe('a move', () => {
  it.each([
    [0, 0, 'no'],
    [3, 0, 'no'],
    [40, 0, 'up'],
    [0, 40, 'down'],
    [115, 100, 'no'],
    // Sure, and too small to be told.
    [101_500, 100_000, 'no'],
    [130_000, 100_000, 'up'],
  ])('from one week’s count to another: %i after %i is %s', (after, before, moved) => {
    expect(moveOf(after, before, 0.01 / 100)).toBe(moved);
  });

  it('is seen by chance in no more than one of a hundred lists', () => {
    const random = seededRandom(5);
    const poisson = (mean: number) => {
      let [count, left] = [-1, 0];
      for (; left < mean; count += 1) left -= Math.log(1 - random());
      return count;
    };
    const matters = 40;
    const lists = 2000;
    let alarms = 0;
    for (let list = 0; list < lists; list += 1) {
      const means = Array.from({ length: matters }, (_, at) => 2 + at);
      if (means.some((mean) => moveOf(poisson(mean), poisson(mean), 0.01 / matters) !== 'no')) alarms += 1;
    }

    // 1 % is promised; three standard deviations of luck above it are allowed.
    expect(alarms / lists).toBeLessThan(0.01 + 3 * Math.sqrt((0.01 * 0.99) / lists));
  });
});
