import { describe, expect, it } from 'vitest';
import { rollUpsOfHour } from '../../../functions/domain/insights/roll-up.ts';
import { rateOf, summaryRows } from '../../../functions/domain/insights/summary.ts';
import { SummaryRow } from '../../../schemas/insights-api.ts';
import { someFacts, ticketIdOf } from '../../support/facts.ts';

const hour = Date.parse('2026-11-21T12:00:00.000Z');
const facts = [
  someFacts({
    ticketId: ticketIdOf(0),
    flags: ['ended', 'covered', 'contained', 'bot-resolved', 'deflected'],
    times: { 'first-machine-reply': [2000], resolution: [600_000] },
  }),
  someFacts({
    ticketId: ticketIdOf(1),
    flags: ['ended', 'covered', 'asked', 'reached', 'human', 'rated'],
    score: 3,
  }),
  someFacts({ ticketId: ticketIdOf(2), channel: 'web', flags: ['asked'], kept: ['reached'] }),
];
const total = rollUpsOfHour('UTC', hour, facts).filter(({ dimension }) => dimension === 'total');

describe('a summary', () => {
  it('has every rate with what it is made of', () => {
    const [row] = summaryRows(total, { granularity: 'total', timeZone: 'UTC' });

    expect(row).toMatchObject({ value: 'all', tickets: 3, ended: 2, score: 3 });
    expect(row?.rates).toMatchObject({
      coverage: { numerator: 2, denominator: 2, rate: 1 },
      containment: { numerator: 1, denominator: 2, rate: 0.5 },
      resolution: { numerator: 1, denominator: 2, rate: 0.5 },
      deflection: { numerator: 1, denominator: 2, rate: 0.5 },
      asked: { numerator: 2, denominator: 3 },
      reached: { numerator: 1, denominator: 2, rate: 0.5 },
    });
    expect(row?.sla.reached).toEqual({ numerator: 1, denominator: 1, rate: 1 });
    expect(row?.times.resolution).toMatchObject({ count: 1, mean: 600 });
  });

  it('has no rate, no score and no time where there is nothing to divide by', () => {
    const [row] = summaryRows(rollUpsOfHour('UTC', hour, [someFacts()]).slice(0, 1), {
      granularity: 'total',
      timeZone: 'UTC',
    });

    expect(row?.rates.coverage).toEqual({ numerator: 0, denominator: 0 });
    expect(row?.sla.resolution).toEqual({ numerator: 0, denominator: 0 });
    expect(row?.times).toEqual({});
    expect(row && 'score' in row).toBe(false);
    expect(JSON.stringify(row)).not.toMatch(/NaN|null|Infinity/);
    expect(() => SummaryRow.parse(row)).not.toThrow();
  });

  it('stands by hour or by day of the zone that is asked for', () => {
    const later = rollUpsOfHour('UTC', hour + 7 * 3_600_000, [someFacts()]).slice(0, 1);

    const hours = summaryRows([...later, ...total], { granularity: 'hour', timeZone: 'UTC' });
    const days = summaryRows([...later, ...total], { granularity: 'day', timeZone: 'Asia/Shanghai' });
    const one = summaryRows([...later, ...total], { granularity: 'day', timeZone: 'UTC' });

    expect(hours.map(({ start, tickets }) => [start, tickets])).toEqual([
      ['2026-11-21T12:00:00.000Z', 3],
      ['2026-11-21T19:00:00.000Z', 1],
    ]);
    expect(days.map(({ day, start }) => [day, start])).toEqual([
      ['2026-11-21', '2026-11-20T16:00:00.000Z'],
      ['2026-11-22', '2026-11-21T16:00:00.000Z'],
    ]);
    expect(one.map(({ day, tickets }) => [day, tickets])).toEqual([['2026-11-21', 4]]);
  });

  it('has the largest first', () => {
    const channels = rollUpsOfHour('UTC', hour, facts).filter(({ dimension }) => dimension === 'channel');

    const rows = summaryRows(channels.toReversed(), { granularity: 'total', timeZone: 'UTC' });

    expect(rows.map(({ value, tickets }) => [value, tickets])).toEqual([
      ['app', 2],
      ['web', 1],
    ]);
  });

  it('of nothing has no rows', () => {
    expect(summaryRows([], { granularity: 'day', timeZone: 'UTC' })).toEqual([]);
    expect(rateOf(0, 0)).toEqual({ numerator: 0, denominator: 0 });
  });
});
