import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoTime, momentAt } from '../../functions/domain/iso-time.ts';

describe('a time as data', () => {
  it('is what a date says, for every moment of four-digit years, in any order of days', () => {
    const moments = fc.date({
      min: new Date('0000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });

    fc.assert(
      fc.property(fc.array(moments, { minLength: 2, maxLength: 6 }), (dates) => {
        expect(dates.map((date) => isoTime(date.getTime()))).toEqual(dates.map((date) => date.toISOString()));
      }),
    );
  });

  it.each([
    '2026-11-21T00:00:00.000Z',
    '2026-11-21T23:59:59.999Z',
    '2024-02-29T12:00:00.001Z',
    '1969-12-31T23:59:59.999Z',
    '9999-12-31T09:10:01.010Z',
  ])('is read and written alike: %s', (time) => {
    expect(momentAt(time)).toBe(Date.parse(time));
    expect(isoTime(momentAt(time))).toBe(time);
  });

  it('is read like a date reads it, for every moment since the year 100', () => {
    const moments = fc.date({
      min: new Date('0100-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });

    fc.assert(
      fc.property(moments, (date) => {
        expect([momentAt(date.toISOString()), momentAt(date)]).toEqual([date.getTime(), date.getTime()]);
      }),
    );
  });

  it.each(['2026-11-21', '2026-11-21T12:30:00Z', '2026-11-21T12:30:00.000+08:00'])(
    'is read in other forms too: %s',
    (time) => {
      expect(momentAt(time)).toBe(Date.parse(time));
    },
  );

  it('is none for what is no moment', () => {
    expect(() => isoTime(NaN)).toThrow(RangeError);
    expect(momentAt('soon')).toBeNaN();
  });
});
