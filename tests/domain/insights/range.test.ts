import { describe, expect, it } from 'vitest';
import { FaultyInputError } from '../../../functions/domain/errors.ts';
import { daysBetween, readingOf } from '../../../functions/domain/insights/range.ts';
import type { SummaryQuery } from '../../../schemas/insights-api.ts';

const business = 'Asia/Shanghai';
const asked = (overrides: Partial<SummaryQuery & { timeZone: string }> = {}) => ({
  from: '2026-11-01',
  to: '2026-11-07',
  timeZone: business,
  groupBy: 'total' as const,
  granularity: 'total' as const,
  ...overrides,
});

const faultsOf = (query: ReturnType<typeof asked>) => {
  try {
    readingOf(query, business);
    return [];
  } catch (error) {
    if (error instanceof FaultyInputError) return error.faults;
    throw error;
  }
};

describe('a range', () => {
  it('of the business’s own days is read by month', () => {
    expect(readingOf(asked({ to: '2027-01-15' }), business)).toEqual({
      level: 'day',
      days: ['2026-11-01', '2026-12-01', '2027-01-01'],
      from: '2026-10-31T16:00:00.000Z',
      until: '2027-01-15T16:00:00.000Z',
    });
  });

  it('of hours, or of another clock, is read by day', () => {
    expect(readingOf(asked({ granularity: 'hour' }), business)).toMatchObject({
      level: 'hour',
      days: daysBetween('2026-11-01', '2026-11-07'),
    });
    expect(readingOf(asked({ to: '2026-11-01', timeZone: 'America/New_York' }), business)).toEqual({
      level: 'hour',
      days: ['2026-11-01', '2026-11-02'],
      // Clocks go back on this day.
      from: '2026-11-01T04:00:00.000Z',
      until: '2026-11-02T05:00:00.000Z',
    });
  });

  it.each([
    ['from', { from: '2026-02-31' }, 'day of the calendar'],
    ['to', { to: '2026-13-01' }, 'day of the calendar'],
    ['timeZone', { timeZone: 'Asia/Pekin' }, 'IANA'],
    ['to', { to: '2026-10-31' }, 'not be before from'],
    ['to', { to: '2036-11-01' }, 'at most 400 days; this one has 3654'],
    ['to', { to: '2027-12-06' }, 'at most 400 days; this one has 401'],
    ['to', { to: '2026-12-02', granularity: 'hour' as const }, 'by hour a range has at most 31 days'],
    ['to', { to: '2026-12-02', timeZone: 'UTC' }, 'another time zone'],
    ['timeZone', { timeZone: 'Asia/Kolkata' }, 'days of Asia/Kolkata do not begin with one'],
  ])('is refused for its %s', (field, wrong, rule) => {
    expect(faultsOf(asked(wrong))).toEqual([{ field, rule: expect.stringContaining(rule) as string }]);
  });

  it('may have 400 days', () => {
    expect(faultsOf(asked({ to: '2027-12-05' }))).toEqual([]);
  });
});
