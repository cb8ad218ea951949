import { describe, expect, it } from 'vitest';
import { FaultyInputError } from '../../../functions/domain/errors.ts';
import { forecastOf } from '../../../functions/domain/forecast/forecast.ts';
import { seatRule } from '../../../functions/domain/forecast/rule.ts';
import { seededRandom } from '../../../functions/memory/random.ts';
import type { CountRow, Forecast } from '../../../schemas/forecast.ts';
import { hourly, ordinary } from '../../support/counts.ts';

const settings = { timeZone: 'Asia/Shanghai', intervalMinutes: 60, days: 7 } as const;
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

function forecast(rows: CountRow[], more: object = {}, from?: Date): Forecast {
  const answer = forecastOf(rows, { ...settings, ...more }, from);
  if (answer.kind !== 'forecast') throw new Error(answer.missing.join('; '));
  return answer;
}

/** Means of one forecast day, by hour. */
function dayOf({ intervals }: Forecast, day: number): number[] {
  return intervals.slice(day * 24, (day + 1) * 24).map(({ mean }) => mean);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

describe('a forecast', () => {
  const rows = hourly(42, ordinary);

  it('has the days, the weekdays and the shape of what was counted', () => {
    const ahead = forecast(rows);

    expect(ahead.intervals).toHaveLength(7 * 24);
    expect(ahead.basis).toBe('counts');
    expect((dayOf(ahead, 0)[21] ?? 0) / 80).toBeCloseTo(1, 1);
    expect(dayOf(ahead, 0)[3]).toBeLessThan(6);
    // Saturday is half of Friday.
    expect(total(dayOf(ahead, 5)) / total(dayOf(ahead, 4))).toBeCloseTo(0.5, 1);
  });

  it('begins where the counts end, on the clocks of the business', () => {
    expect(forecast(rows).intervals[0]?.from).toBe('2026-07-12T16:00:00.000Z');
  });

  it('has intervals inside each other, around the mean, in whole numbers', () => {
    for (const { mean, within50, within80, within95 } of forecast(rows).intervals) {
      expect(within95.low).toBeLessThanOrEqual(within80.low);
      expect(within80.low).toBeLessThanOrEqual(within50.low);
      expect(within50.low).toBeLessThanOrEqual(Math.ceil(mean));
      expect(within50.high).toBeGreaterThanOrEqual(Math.floor(mean) - 1);
      expect(within80.high).toBeGreaterThanOrEqual(within50.high);
      expect(within95.high).toBeGreaterThanOrEqual(within80.high);
    }
  });

  it('is the same however the rows are ordered, and says that they were not', () => {
    const shuffled = [...rows.slice(100), ...rows.slice(0, 100)];

    const ahead = forecast(shuffled);

    expect(ahead.intervals).toEqual(forecast(rows).intervals);
    expect(ahead.notes.join()).toContain('1 rows are earlier than the row before them');
  });

  it('uses nothing after the moment it is made from', () => {
    const from = new Date('2026-06-28T16:00:00Z');
    const changed = rows.map((row) => (row.from >= '2026-06-29' ? { ...row, count: 9999 } : row));

    expect(forecast(changed, {}, from).intervals).toEqual(forecast(rows, {}, from).intervals);
  });

  it('raises the rest of a day whose morning was busier than expected', () => {
    const noon = new Date('2026-07-10T04:00:00Z');
    const busy = rows.map((row) =>
      row.from >= '2026-07-10' ? { ...row, count: Math.round(row.count * 1.5) } : row,
    );

    const [before, after] = [rows, busy].map((it) => forecast(it, { days: 1 }, noon).intervals);

    expect(after).toHaveLength(12);
    expect(total(after?.map(({ mean }) => mean) ?? [])).toBeGreaterThan(
      1.2 * total(before?.map(({ mean }) => mean) ?? []),
    );
  });

  it('follows the level when it moves', () => {
    const moved = hourly(42, (day, hour) => ordinary(day, hour) * (day < 28 ? 1 : 3));

    expect(total(dayOf(forecast(moved), 0))).toBeGreaterThan(2.5 * total(dayOf(forecast(rows), 0)));
  });

  it('learns what a promotion brings, and expects it at the next of the same name', () => {
    const promoted = hourly(42, (day, hour) => ordinary(day, hour) * (day === 16 ? 3 : 1));
    const events = [
      { name: 'sale', from: '2026-06-17 00:00', to: '2026-06-18 00:00' },
      { name: 'sale', from: '2026-07-15 00:00', to: '2026-07-16 00:00' },
    ];

    const ahead = forecast(promoted, { events });

    expect(total(dayOf(ahead, 2)) / total(dayOf(ahead, 1))).toBeGreaterThan(2.4);
    expect(total(dayOf(ahead, 1))).toBeCloseTo(total(dayOf(forecast(rows), 1)), -2);
  });

  it('takes a promotion nobody has seen by the multiplier it is given', () => {
    const events = [{ name: 'sale', from: '2026-07-15 00:00', to: '2026-07-16 00:00', multiplier: 4 }];

    const ahead = forecast(rows, { events });

    expect(total(dayOf(ahead, 2)) / total(dayOf(ahead, 1))).toBeCloseTo(4, 0);
  });

  it('expects nobody while closed', () => {
    const nine = [{ from: '09:00', to: '18:00' }];
    const hours = {
      calendarId: 'shop',
      timeZone: 'Asia/Shanghai',
      week: { ...week, mon: nine, tue: nine },
    };

    const ahead = forecast(rows, { hours });

    expect(ahead.intervals).toHaveLength(18);
  });

  it('takes times of the week that were never seen as closed, and says so', () => {
    const ahead = forecast(rows.filter(({ from }) => from.slice(11, 13) >= '08'));

    expect(ahead.intervals).toHaveLength(7 * 16);
    expect(ahead.notes).toContain('times of the week without a single row are taken as closed');
  });

  it('is not moved by gaps, and counts them', () => {
    const gappy = rows.filter((_, at) => at % 11 !== 0);

    const ahead = forecast(gappy);

    expect(total(dayOf(ahead, 0)) / total(dayOf(forecast(rows), 0))).toBeCloseTo(1, 1);
    expect(ahead.notes.join()).toMatch(/9\d of \d+ intervals have no row/);
  });

  it('takes what is missing as nobody when told to', () => {
    const evenings = rows.filter(({ from }) => from.slice(11, 13) >= '20');

    const ahead = forecast(evenings, { missing: 'zero' });

    expect(ahead.intervals).toHaveLength(7 * 24);
    expect(dayOf(ahead, 0)[10]).toBeLessThan(2);
  });

  it('has 23 and 25 hours on the days that clocks change', () => {
    const berlin = { timeZone: 'Europe/Berlin', days: 1, dailyUsers: 100_000 };

    const long = forecast([], berlin, new Date('2026-10-25T00:00:00+02:00'));
    const short = forecast([], berlin, new Date('2026-03-29T00:00:00+01:00'));

    expect(long.intervals).toHaveLength(25);
    expect(short.intervals).toHaveLength(23);
    expect(long.intervals[2]?.mean).toBeCloseTo(long.intervals[3]?.mean ?? 0, 6);
  });

  it('is wider the further it looks ahead', () => {
    const random = seededRandom(3);
    const levels: number[] = [];
    for (let day = 0; day < 90; day += 1)
      levels.push((levels.at(-1) ?? 1) * Math.exp((random() - 0.5) * 0.4));
    const wandering = hourly(90, (day, hour) => Math.round(ordinary(day, hour) * (levels[day] ?? 1)));

    const ahead = forecast(wandering, { days: 28 });

    const width = (at: number) => {
      const interval = ahead.intervals[at];
      return interval ? (interval.within95.high - interval.within95.low) / interval.mean : 0;
    };
    expect(width(26 * 24 + 21)).toBeGreaterThan(1.2 * width(21));
  });

  it('never makes a number that is none of constant zeros after a busy month', () => {
    const silent = hourly(60, (day, hour) => (day < 30 ? ordinary(day, hour) : 0));

    const ahead = forecast(silent);

    for (const { mean, within95 } of ahead.intervals) {
      expect(mean).toBeGreaterThanOrEqual(0);
      expect(mean).toBeLessThan(5);
      expect(Number.isInteger(within95.high)).toBe(true);
    }
  });
});

describe('odd histories', () => {
  const flat = (days: number, count: (hour: number, day: number) => number) => hourly(days, count);

  it('of years without anybody between two busy times make numbers', () => {
    const rows = hourly(30, ordinary);
    const late = rows.map(({ count }, at) => ({
      from: new Date(Date.parse('2026-06-01T00:00:00Z') - (1400 * 24 - at) * 3_600_000).toISOString(),
      count,
    }));

    for (const { mean, within80 } of forecast([...late, ...rows], { missing: 'zero' }).intervals)
      expect([mean, within80.low, within80.high].every(Number.isFinite)).toBe(true);
  });

  it('of less than a week take weekdays that have not come yet as average days, and say so', () => {
    const rows = hourly(5, ordinary).filter(({ from }) => Number(from.slice(11, 13)) >= 9);
    const ahead = forecast(rows);

    expect(new Set(ahead.intervals.map(({ from }) => from.slice(0, 10))).size).toBeGreaterThanOrEqual(7);
    expect(ahead.notes.join()).toContain('never seen: sat, sun; taken as average days');
  });

  it('with a row of a far future say so', () => {
    const ahead = forecast([...flat(21, ordinary), { from: '2029-03-01 10:00', count: 5 }]);

    expect(ahead.notes.join()).toContain(
      'nothing was counted from 2026-06-21 to 2029-03-01; is one of these dates wrong?',
    );
  });

  it('whose rows are further apart than it is told are refused', () => {
    expect(() => forecast(flat(14, ordinary), { intervalMinutes: 15 })).toThrow(
      expect.objectContaining({
        faults: [{ field: 'intervalMinutes', rule: 'must be 60 or so: rows are 60 minutes apart, not 15' }],
      }),
    );
  });

  it('have no day that a month does not have', () => {
    expect(() => forecast([...flat(7, ordinary), { from: '2026-06-31 10:00', count: 3 }])).toThrow(
      expect.objectContaining({
        faults: [{ field: `rows.${7 * 24}.from`, rule: '2026-06-31 10:00 is not a day of the calendar' }],
      }),
    );
  });
});

describe('the days ahead', () => {
  it('are as many as were asked for when nothing is left of today', () => {
    const office = hourly(21, ordinary).filter(({ from }) => /T(?:09|1[0-7])/.test(from));
    const ahead = forecast(office, { days: 3 });

    expect(new Set(ahead.intervals.map(({ from }) => from.slice(0, 10))).size).toBe(3);
  });

  it('without a single open interval are no forecast, and say why', () => {
    expect(
      forecastOf(hourly(21, ordinary), {
        ...settings,
        days: 2,
        hours: { calendarId: 'office', timeZone: 'Asia/Shanghai', week },
      }),
    ).toMatchObject({
      kind: 'not-enough-data',
      missing: [expect.stringMatching(/^open intervals: from 2026-06-23 to 2026-06-24 nobody can come/)],
    });
  });
});

describe('too little for a forecast', () => {
  it.each([
    ['not a single row', [], 'counts: there is not a single row'],
    ['one ticket', [{ from: '2026-06-01 10:00', count: 1 }], 'days: 1 of at least 3 have counts'],
    ['zeros', hourly(20, () => 0), 'every count of 20 days is 0'],
    ['a few tickets', hourly(5, (_, hour) => (hour === 9 ? 1 : 0)), 'conversations: 5 of at least 30'],
  ])('says what is missing: %s', (_, rows, missing) => {
    const answer = forecastOf(rows, settings);

    if (answer.kind !== 'not-enough-data') throw new Error('nobody can know that');
    expect(answer.missing.join()).toContain(missing);
  });

  it('wants a history when only a moment is known', () => {
    const answer = forecastOf([], settings, new Date('2026-06-01T00:00:00Z'));

    expect(answer).toMatchObject({ kind: 'not-enough-data' });
  });
});

describe('the rule of thumb', () => {
  const from = new Date('2026-06-01T00:00:00+08:00');
  const ruled = { dailyUsers: 100_000 };

  it('gives a new install a day with an evening peak, and the cross-check', () => {
    const ahead = forecast([], ruled, from);
    const day = dayOf(ahead, 0);

    expect(ahead.basis).toBe('rule');
    expect(total(day)).toBeCloseTo(10_400, -1);
    expect(day.indexOf(Math.max(...day))).toBe(21);
    expect(ahead.notes.join()).toContain('0.4 to 0.6 questions of every user every day');
  });

  it('is known to be rough', () => {
    const [interval] = forecast([], ruled, from).intervals;

    expect(interval?.within95.high).toBeGreaterThan(2 * (interval?.mean ?? Infinity));
  });

  it('gives way to counts day by day', () => {
    const rows = hourly(30, ordinary);
    const said = [1, 3, 10, 20].map((days) => total(dayOf(forecast(rows.slice(0, days * 24), ruled), 0)));
    const weekly = total(Array.from({ length: 168 }, (_, at) => ordinary(Math.floor(at / 24), at % 24))) / 7;

    expect(said[0]).toBeLessThan(5000);
    expect(Math.abs((said[3] ?? 0) - weekly)).toBeLessThan(weekly * 0.35);
    expect(forecast(rows.slice(0, 24), ruled)).toMatchObject({ basis: 'rule and counts' });
    expect(forecast(rows, ruled)).toMatchObject({ basis: 'counts' });
  });

  it('says which weekdays were never seen', () => {
    const ahead = forecast(hourly(3, ordinary), ruled);

    expect(ahead.notes.join()).toContain('never seen: thu, fri, sat, sun');
  });

  it('counts seats and what they would do', () => {
    expect(seatRule(50_000)).toMatchObject({
      seats: { low: 25, high: 40 },
      conversations: { low: 4000, high: 6400 },
    });
  });
});

describe('input that cannot be', () => {
  const rows = hourly(10, ordinary);

  it.each([
    ['timeZone', rows, { timeZone: 'Mars/Olympus' }],
    ['intervalMinutes', rows, { intervalMinutes: 7 }],
    ['days', rows, { days: 0 }],
    ['days', rows, { days: 93 }],
    ['0.count', [{ from: '2026-06-01 10:00', count: -1 }], {}],
    ['0.count', [{ from: '2026-06-01 10:00', count: 1.5 }], {}],
    ['0.from', [{ from: 'yesterday', count: 1 }], {}],
    ['rows.0.from', [{ from: '2026-13-01 10:00', count: 1 }], {}],
    ['rows', [{ from: '1926-06-01 10:00', count: 1 }, ...rows], {}],
    ['events.0', rows, { events: [{ name: 'sale', from: '2026-06-02 00:00', to: '2026-06-01 00:00' }] }],
    ['events.0', rows, { events: [{ name: 'sale', from: '2026-19-02 00:00', to: '2026-06-01 00:00' }] }],
    [
      'events.0.multiplier',
      rows,
      { events: [{ name: 'sale', from: '2026-06-02', to: '2026-06-03', multiplier: -1 }] },
    ],
    ['dailyUsers', rows, { dailyUsers: 0 }],
  ])('names %s', (field: string, given: CountRow[], more: object) => {
    const ask = () => forecastOf(given, { ...settings, ...more });

    expect(ask).toThrow(FaultyInputError);
    expect(ask).toThrow(`${field}: `);
  });
});
