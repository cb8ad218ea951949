import type { CountRow } from '../../schemas/forecast.ts';

const DAY = 86_400_000;

/** Counts by the hour on the clocks of the business, from Monday 2026-06-01 on: what `countOf` says of a day and an hour. */
export function hourly(days: number, countOf: (day: number, hour: number) => number): CountRow[] {
  return Array.from({ length: days * 24 }, (_, at) => {
    const [day, hour] = [Math.floor(at / 24), at % 24];
    const from = new Date(Date.UTC(2026, 5, 1) + day * DAY + hour * 3_600_000).toISOString().slice(0, 16);
    return { from, count: countOf(day, hour) };
  });
}

/** Busy by day, quiet by night; half as much on weekends. */
export function ordinary(day: number, hour: number): number {
  const weekend = day % 7 >= 5 ? 0.5 : 1;
  return Math.round((hour < 8 ? 4 : hour < 20 ? 40 : 80) * weekend);
}
