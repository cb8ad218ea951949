import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, type DatedException, type Hours } from '../../schemas/calendar.ts';
import {
  addOpenSeconds,
  alwaysOpen,
  kindOfDay,
  openSecondsBetween,
} from '../../functions/domain/calendar.ts';
import { isTimeZone, momentOf } from '../../functions/domain/zone.ts';

const office: Hours[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

function aCalendar(overrides: Partial<Calendar> = {}): Calendar {
  return Calendar.parse({
    calendarId: 'office',
    timeZone: 'Asia/Shanghai',
    week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
    ...overrides,
  });
}
const wholeDays = (timeZone: string, ...exceptions: DatedException[]) => ({
  ...alwaysOpen('whole', timeZone),
  exceptions: [...exceptions, { date: '2001-01-01', kind: 'closed' as const }],
});
const due = (calendar: Calendar, from: string, seconds: number) =>
  addOpenSeconds(calendar, from, seconds).toISOString().replace('.000Z', 'Z');

describe('counting open time', () => {
  it.each([
    ['before opening', '2026-11-20T08:00:00+08:00', 60, '2026-11-20T01:01:00Z'],
    ['up to the last second of the morning', '2026-11-20T11:45:00+08:00', 900, '2026-11-20T04:00:00Z'],
    ['one second beyond it', '2026-11-20T11:45:00+08:00', 901, '2026-11-20T05:30:01Z'],
    ['one second short of it', '2026-11-20T11:45:00+08:00', 899, '2026-11-20T03:59:59Z'],
    ['from the lunch break', '2026-11-20T12:30:00+08:00', 15, '2026-11-20T05:30:15Z'],
    ['over the weekend', '2026-11-20T17:59:00+08:00', 61, '2026-11-23T01:00:01Z'],
    ['from the minute it closes', '2026-11-20T18:00:00+08:00', 1, '2026-11-23T01:00:01Z'],
    ['of a whole day of work', '2026-11-20T09:00:00+08:00', 27_000, '2026-11-20T10:00:00Z'],
  ])('ends %s', (_what, from, seconds, end) => {
    expect(due(aCalendar(), from, seconds)).toBe(end);
  });

  it('ends where it begins when nothing is to be counted', () => {
    expect(due(aCalendar(), '2026-11-21T00:00:00Z', 0)).toBe('2026-11-21T00:00:00Z');
  });

  it.each([
    ['a closed day', { date: '2026-11-20', kind: 'closed' }, '2026-11-23T01:00:15Z'],
    [
      'a day with other hours',
      { date: '2026-11-20', kind: 'working', hours: [{ from: '20:00', to: '24:00' }] },
      '2026-11-20T12:00:15Z',
    ],
    ['a holiday that is worked as usual', { date: '2026-11-20', kind: 'holiday' }, '2026-11-20T01:00:15Z'],
  ] satisfies [string, DatedException, string][])('knows %s', (_what, exception, end) => {
    expect(due(aCalendar({ exceptions: [exception] }), '2026-11-20T00:00:00Z', 15)).toBe(end);
  });

  it.each([
    ['spring forward in New York: 23 hours', 'America/New_York', '2026-03-08', 82_800],
    ['fall back in New York: 25 hours', 'America/New_York', '2026-11-01', 90_000],
    ['spring forward in Berlin', 'Europe/Berlin', '2026-03-29', 82_800],
    ['fall back in Berlin', 'Europe/Berlin', '2026-10-25', 90_000],
    ['half an hour back on Lord Howe', 'Australia/Lord_Howe', '2026-04-05', 88_200],
    ['half an hour forward on Lord Howe', 'Australia/Lord_Howe', '2026-10-04', 84_600],
    ['a day without change in Shanghai', 'Asia/Shanghai', '2026-03-08', 86_400],
    ['a day in Kathmandu, 5 h 45 ahead', 'Asia/Kathmandu', '2026-03-08', 86_400],
    ['the leap day', 'Asia/Shanghai', '2028-02-29', 86_400],
  ])('gives a day its own length: %s', (_what, timeZone, date, seconds) => {
    const midnight = (days: number) => new Date(momentOf(timeZone, Date.parse(date) + days * 86_400_000));

    expect(openSecondsBetween(wholeDays(timeZone), midnight(0), midnight(1))).toBe(seconds);
  });

  it('counts the last hour of February on to the leap day, and to March without one', () => {
    const calendar = wholeDays('Asia/Shanghai');

    expect(due(calendar, '2028-02-28T23:59:30+08:00', 60)).toBe('2028-02-28T16:00:30Z');
    expect(due(calendar, '2027-02-28T23:59:30+08:00', 60)).toBe('2027-02-28T16:00:30Z');
  });

  it('begins at the skip when the hour it opens at is skipped', () => {
    const night = [{ from: '02:30', to: '04:00' }];
    const calendar = aCalendar({
      timeZone: 'Europe/Berlin',
      week: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night },
    });

    // 02:00 to 03:00 does not exist: what is open from 02:30 is open from 03:00, which is 01:00 UTC.
    expect(due(calendar, '2026-03-29T00:00:00Z', 60)).toBe('2026-03-29T01:01:00Z');
  });

  it('refuses to count on a calendar that never opens again', () => {
    const calendar = aCalendar({ week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } });

    expect(() => addOpenSeconds(calendar, '2026-11-20T00:00:00Z', 1)).toThrow('does not open');
  });
});

describe('a day', () => {
  const calendar = aCalendar({
    restDays: ['fri'],
    exceptions: [
      { date: '2026-10-01', kind: 'holiday' },
      { date: '2026-10-10', kind: 'working', hours: office },
      { date: '2026-10-05', kind: 'closed' },
    ],
  });

  it.each([
    ['a weekday', '2026-10-08T00:00:00+08:00', 'working'],
    ['a weekday that is a holiday to promises', '2026-10-09T12:00:00+08:00', 'holiday'],
    ['a weekend', '2026-10-11T12:00:00+08:00', 'closed'],
    ['a weekend that is worked', '2026-10-10T12:00:00+08:00', 'working'],
    ['a holiday from its first moment', '2026-09-30T16:00:00.000Z', 'holiday'],
    ['the moment before it', '2026-09-30T15:59:59.999Z', 'working'],
    ['a closed day', '2026-10-05T12:00:00+08:00', 'closed'],
  ])('is known on the calendar’s own clock: %s', (_what, at, kind) => {
    expect(kindOfDay(calendar, at)).toBe(kind);
  });
});

describe('time zones', () => {
  it.each([
    ['Asia/Shanghai', true],
    ['UTC', true],
    ['Asia/Peking', false],
    ['', false],
  ])('%s is known: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});

describe('open time, whatever the calendar', () => {
  const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata'];
  const hours = fc
    .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 6 })
    .map((quarters) => quarters.sort((a, b) => a - b))
    .map((quarters) =>
      quarters.flatMap((from, i): Hours[] => {
        const to = quarters[i + 1];
        return i % 2 === 0 && to !== undefined ? [{ from: clock(from), to: clock(to) }] : [];
      }),
    );
  const calendar = fc
    .record({
      timeZone: fc.constantFrom(...zones),
      open: hours,
      some: fc.array(fc.option(hours), { minLength: 6, maxLength: 6 }),
      closed: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 5 }),
    })
    .map(({ timeZone, open, some, closed }) => {
      const [tue = [], wed = [], thu = [], fri = [], sat = [], sun = []] = some.map((it) => it ?? []);
      const exceptions = closed.map((day) => ({
        date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
        kind: 'closed' as const,
      }));
      return aCalendar({
        timeZone,
        week: { mon: open, tue, wed, thu, fri, sat, sun },
        exceptions,
      });
    });
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
  const seconds = fc.integer({ min: 1, max: 400_000 });
  const runs = { numRuns: 400, seed: 20_261_121 };

  it('is counted back exactly as it was counted on', () => {
    fc.assert(
      fc.property(calendar, moment, seconds, (one, from, length) => {
        const end = addOpenSeconds(one, new Date(from), length);

        expect(openSecondsBetween(one, new Date(from), end)).toBeCloseTo(length, 3);
      }),
      runs,
    );
  }, 60_000);

  it('ends at the first moment at which it is over', () => {
    fc.assert(
      fc.property(calendar, moment, seconds, (one, from, length) => {
        const end = addOpenSeconds(one, new Date(from), length);

        expect(openSecondsBetween(one, new Date(from), new Date(end.getTime() - 1))).toBeLessThan(length);
      }),
      runs,
    );
  }, 60_000);

  it('is the same in one stretch or in two', () => {
    fc.assert(
      fc.property(calendar, moment, seconds, seconds, (one, from, first, second) => {
        const once = addOpenSeconds(one, new Date(from), first + second);
        const twice = addOpenSeconds(one, addOpenSeconds(one, new Date(from), first), second);

        expect(twice).toEqual(once);
      }),
      runs,
    );
  }, 60_000);

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(calendar, moment, fc.nat({ max: 200_000_000 }), seconds, (one, from, later, length) => {
        const early = addOpenSeconds(one, new Date(from), length);
        const late = addOpenSeconds(one, new Date(from + later), length);

        expect(late.getTime()).toBeGreaterThanOrEqual(early.getTime());
      }),
      runs,
    );
  }, 60_000);
});

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}
