import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../../schemas/calendar.ts';
import { PEAK_WINDOWS_PATTERN, PeakWindows } from '../../../schemas/peak-windows.ts';
import { type PeakPlan, peaksBetween, regimeAt } from '../../../functions/domain/capacity/regime.ts';

const MINUTE = 60_000;
const DAYS_8 = 8 * 24 * 60;

const aPlan = (text: string, timeZone = 'Asia/Shanghai', leadMinutes = 10): PeakPlan => ({
  timeZone,
  windows: PeakWindows.parse(text),
  leadMinutes,
});

/** Weekday and minute of the day that clocks of a zone show, asked of the runtime for every minute. */
function shown(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment: number): { day: string; minute: number } => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return {
      day: (parts['weekday'] ?? '').toLowerCase(),
      minute: Number(parts['hour']) * 60 + Number(parts['minute']),
    };
  };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('the regime of a minute, over eight days of minutes', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-18', '20:00-23:00'],
    [
      'America/New_York',
      '2026-03-05',
      'mon-fri 20:00-23:00; sat,sun 10:00-14:00; fri 22:00-04:00; sun 02:30-03:30',
    ],
    ['America/New_York', '2026-10-28', '20:00-23:00; sat 22:00-04:00'],
    ['Europe/Berlin', '2026-03-25', '00:00-01:00; sat 22:00-05:00; sun 20:00-24:00'],
    ['Europe/Berlin', '2026-10-21', 'sat-mon 18:00-23:30'],
    ['Australia/Lord_Howe', '2026-04-01', '08:15-09:45; sat 20:00-01:00'],
    ['UTC', '2028-02-25', 'tue 23:00-01:00'],
  ])('is the one that clocks in %s from %s show for %s', (timeZone, date, text) => {
    const plan = aPlan(text, timeZone);
    const start = Date.parse(`${date}T00:00:00Z`);
    const clock = shown(timeZone);
    const inside = Array.from({ length: DAYS_8 + plan.leadMinutes + 1 }, (_, at) => {
      const { day, minute } = clock(start + at * MINUTE);
      return Object.entries(plan.windows).some(
        ([weekday, hours]) =>
          weekday === day &&
          hours.some(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to)),
      );
    });

    const wrong = Array.from({ length: DAYS_8 }, (_, at) => at).filter((at) => {
      const wanted = inside.slice(at, at + plan.leadMinutes + 1).includes(true);
      return (
        regimeAt(plan, undefined, new Date(start + at * MINUTE)).profile !== (wanted ? 'peak' : 'off-peak')
      );
    });

    expect(wrong).toEqual([]);
    expect(new Set(inside)).toEqual(new Set([true, false]));
  });

  it('lasts until the time it names, and changes there', () => {
    const plan = aPlan('mon-fri 20:00-23:00; fri 22:00-02:00; sun 12:00-12:01', 'America/New_York');
    let now = Date.parse('2026-10-28T00:00:00Z');
    const changes: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      const { profile, until = '' } = regimeAt(plan, undefined, new Date(now));
      const just = regimeAt(plan, undefined, new Date(Date.parse(until) - 1));
      const then = regimeAt(plan, undefined, new Date(until));
      expect([just.profile, then.profile]).toEqual(
        profile === 'peak' ? ['peak', 'off-peak'] : ['off-peak', 'peak'],
      );
      changes.push(`${then.profile} ${until}`);
      now = Date.parse(until);
    }

    // Friday’s two windows are one, and clocks go back on Sunday, 2026-11-01.
    expect(changes.slice(0, 8)).toEqual([
      'off-peak 2026-10-28T03:00:00.000Z',
      'peak 2026-10-28T23:50:00.000Z',
      'off-peak 2026-10-29T03:00:00.000Z',
      'peak 2026-10-29T23:50:00.000Z',
      'off-peak 2026-10-30T03:00:00.000Z',
      'peak 2026-10-30T23:50:00.000Z',
      'off-peak 2026-10-31T06:00:00.000Z',
      'peak 2026-11-01T16:50:00.000Z',
    ]);
  });

  it('goes up the wanted minutes before a window, however short that is', () => {
    const plan = aPlan('12:00-12:01', 'UTC', 30);

    expect(peaksBetween(plan, Date.parse('2026-11-21T00:00Z'), Date.parse('2026-11-21T23:00Z'))).toEqual([
      { from: Date.parse('2026-11-21T11:30Z'), to: Date.parse('2026-11-21T12:01Z') },
    ]);
  });

  it('never changes without windows, nor with one that never ends', () => {
    const now = new Date('2026-11-21T12:00:00Z');

    expect(regimeAt(aPlan(''), undefined, now)).toEqual({ profile: 'off-peak', reason: 'window' });
    expect(regimeAt(aPlan('00:00-24:00'), undefined, now)).toEqual({ profile: 'peak', reason: 'window' });
  });
});

describe('a profile set by hand', () => {
  const until = '2026-11-21T13:00:00.000Z';
  const override = { profile: 'peak', until, by: 'lin' } as const;

  it('is in force until its end, and the windows again from then on', () => {
    const plan = aPlan('20:00-23:00', 'UTC');

    expect(regimeAt(plan, override, new Date('2026-11-21T12:59:59.999Z'))).toEqual({
      profile: 'peak',
      reason: 'override',
      until,
    });
    expect(regimeAt(plan, override, new Date(until))).toMatchObject({
      profile: 'off-peak',
      reason: 'window',
    });
  });
});

describe('peak windows as text', () => {
  const pattern = new RegExp(PEAK_WINDOWS_PATTERN);
  const days = (text: string) =>
    Object.entries(PeakWindows.parse(text)).flatMap(
      ([day, hours]: [string, { from: string; to: string }[]]) =>
        hours.map(({ from, to }) => `${day} ${from}-${to}`),
    );

  it.each<[string, string[]]>([
    ['fri-mon 20:00-23:00', ['mon', 'fri', 'sat', 'sun'].map((day) => `${day} 20:00-23:00`)],
    ['wed,sat-sun 09:00-10:00', ['wed', 'sat', 'sun'].map((day) => `${day} 09:00-10:00`)],
    ['sun 22:00-02:00', ['mon 00:00-02:00', 'sun 22:00-24:00']],
    ['sun 22:00-00:00', ['sun 22:00-24:00']],
    ['', []],
  ])('%s means just that', (text, meant) => {
    expect(days(text)).toEqual(meant);
    expect(pattern.test(text)).toBe(true);
  });

  it('is every day unless days are named', () => {
    const all: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

    expect(days('20:00-23:00')).toEqual(all.map((day) => `${day} 20:00-23:00`));
  });

  it.each([
    '20:00',
    '8:00-9:00',
    '24:00-24:00',
    'fun 20:00-23:00',
    '20:00-23:00;21:00-22:00',
    '20:00-23:00; ',
    'mon- 20:00-23:00',
  ])('refuses %j, at the deployment too', (text) => {
    expect(PeakWindows.safeParse(text).error?.issues[0]?.message).toContain(
      'each window must be such as 20:00-23:00',
    );
    expect(pattern.test(text)).toBe(false);
  });

  it('refuses a window without any length', () => {
    expect(PeakWindows.safeParse('mon 20:00-20:00').error?.issues[0]?.message).toContain(
      '"mon 20:00-20:00" is not',
    );
  });
});
