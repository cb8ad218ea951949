import { describe, expect, it } from 'vitest';
import { countedUntil, countsOf, measuredOf } from '../../../functions/domain/forecast/counted.ts';
import { noLoad } from '../../../functions/domain/insights/load.ts';
import { aRollUp, timesOf } from '../../support/counted.ts';

const timeZone = 'Asia/Shanghai';
const until = Date.parse('2026-11-21T12:00:00.000Z');
const range = { from: '2026-10-25', to: '2026-11-21' };

describe('what is counted', () => {
  it('ends with an hour that has settled', () => {
    const at = (time: string) => new Date(countedUntil(timeZone, new Date(time))).toISOString();

    expect(at('2026-11-21T12:16:00.000Z')).toBe('2026-11-21T12:00:00.000Z');
    expect(at('2026-11-21T12:14:00.000Z')).toBe('2026-11-21T11:00:00.000Z');
  });

  it('begins with the first who asked, and ends with the last hour even if nobody did', () => {
    const hours = [
      aRollUp({ start: '2026-11-21T09:00:00.000Z', asked: 4 }),
      aRollUp({ start: '2026-11-21T03:00:00.000Z', asked: 0 }),
      aRollUp({ start: '2026-11-21T07:00:00.000Z', asked: 2 }),
    ];

    expect(countsOf(hours, { timeZone, from: undefined, until })).toEqual({
      since: Date.parse('2026-11-21T07:00:00.000Z'),
      rows: [
        { from: '2026-11-21T07:00:00.000Z', count: 2 },
        { from: '2026-11-21T09:00:00.000Z', count: 4 },
        { from: '2026-11-21T11:00:00.000Z', count: 0 },
      ],
    });
  });

  it('leaves out tickets of a clock that was ahead', () => {
    const hours = [aRollUp({ start: '2031-01-01T00:00:00.000Z' })];

    expect(countsOf(hours, { timeZone, from: undefined, until })).toEqual({ rows: [], since: undefined });
  });

  it('begins where reading began when older hours were not read', () => {
    const from = Date.parse('2026-11-21T05:00:00.000Z');
    const hours = [aRollUp({ start: '2026-11-21T11:00:00.000Z', asked: 3 })];

    expect(countsOf(hours, { timeZone, from, until }).rows).toEqual([
      { from: '2026-11-21T05:00:00.000Z', count: 0 },
      { from: '2026-11-21T11:00:00.000Z', count: 3 },
    ]);
  });
});

describe('what was measured', () => {
  const day = (value: string, times: Parameters<typeof aRollUp>[0]['times']) =>
    aRollUp({ level: 'day', dimension: 'topic', value, times: times ?? {} });

  it('is how long conversations about each topic took, the most common first', () => {
    const { handling } = measuredOf(
      [
        day('live.gift', { handling: timesOf(10, 120_000) }),
        day('buyer.refund', { handling: timesOf(20, 300_000) }),
        day('buyer.refund', { handling: timesOf(20, 420_000) }),
        day('none', {}),
      ],
      { ...range, load: noLoad },
    );

    expect(handling).toEqual([
      { intent: 'buyer.refund', tickets: 40, seconds: 360 },
      { intent: 'live.gift', tickets: 10, seconds: 120 },
    ]);
  });

  it('takes the time waited by all, by those who left, for patience', () => {
    const measured = measuredOf(
      [day('none', { reached: timesOf(80, 30_000), abandoned: timesOf(20, 180_000) })],
      { ...range, load: noLoad },
    );

    expect(measured).toMatchObject({ reached: 80, abandoned: 20, patienceSeconds: 300 });
  });

  it('says what is too little to go by', () => {
    const measured = measuredOf(
      [day('none', { handling: timesOf(19, 60_000), abandoned: timesOf(19, 60_000) })],
      { ...range, load: noLoad },
    );

    expect(measured.handling).toEqual([]);
    expect(measured).not.toHaveProperty('patienceSeconds');
    expect(measured.notes.join(' ')).toMatch(/19 conversations of at least 20.*19 of at least 20 customers/);
  });

  it('keeps to what plans accept', () => {
    const measured = measuredOf(
      [day('none', { handling: timesOf(30, 0), abandoned: timesOf(30, 900_000_000) })],
      { ...range, load: noLoad },
    );

    expect(measured).toMatchObject({ handling: [{ seconds: 1 }], patienceSeconds: 86_400 });
  });

  it('tells how many seats people had, and how many of them were taken', () => {
    const of = (held: number) =>
      measuredOf([], { ...range, load: { ...noLoad, minutes: 480, present: 960, held, offered: 4000 } });

    expect(of(2400)).toMatchObject({ seats: { offered: 4.17, taken: 2.5 } });
    expect(of(2400).notes.join(' ')).not.toContain('concurrency');
    expect(of(960).notes.join(' ')).toContain('less than half of the seats were taken');
  });

  it('says nothing of seats that were hardly seen', () => {
    const measured = measuredOf([], {
      ...range,
      load: { ...noLoad, minutes: 479, present: 479, offered: 479 },
    });

    expect(measured).not.toHaveProperty('seats');
    expect(measured.notes.join(' ')).toContain('concurrency: 479 minutes of at least 480');
  });
});
