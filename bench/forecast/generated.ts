import { seededRandom } from '../../functions/memory/random.ts';
import { hourShape } from '../../functions/domain/forecast/rule.ts';
import type { CountRow, DatedEvent, IntervalMinutes } from '../../schemas/forecast.ts';

/** A service whose days are known, to generate counts by. */
export interface Service {
  readonly name: string;
  readonly seed: number;
  readonly intervalMinutes: IntervalMinutes;
  readonly weeks: number;
  /** Mean count of an ordinary day at the start. */
  readonly perDay: number;
  /** Growth of the level in a week, as a share. */
  readonly growth: number;
  /** Standard deviation of a day's own factor, in logarithms. */
  readonly dayNoise: number;
  /** Standard deviation by which the level wanders from day to day. */
  readonly wandering: number;
  /** How weekdays compare, from Sunday. */
  readonly weekdays: readonly number[];
  /** Days, counted from the start, on which something happens, and how many times as many come. */
  readonly events: readonly { readonly name: string; readonly day: number; readonly times: number }[];
  /** What comes before two in the afternoon, as a share of what the shape of the day says; then only busier intervals are scored. */
  readonly quiet?: number;
  /** A day from which on the level is another. */
  readonly shift?: { readonly day: number; readonly times: number };
}

/** Counts of a generated service: the same seed makes the same counts. Times are on the clocks of the business. */
export function generated(service: Service): { rows: CountRow[]; events: DatedEvent[] } {
  const random = seededRandom(service.seed);
  const intervals = 1440 / service.intervalMinutes;
  const start = Date.UTC(2026, 0, 4);
  const rows: CountRow[] = [];
  let wander = 0;
  for (let day = 0; day < service.weeks * 7; day += 1) {
    wander += service.wandering * normal(random);
    const event = service.events.find((it) => it.day === day);
    const level =
      service.perDay *
      (1 + service.growth) ** (day / 7) *
      (service.weekdays[day % 7] ?? 1) *
      (event?.times ?? 1) *
      (service.shift && day >= service.shift.day ? service.shift.times : 1) *
      Math.exp(wander + service.dayNoise * normal(random));
    for (let at = 0; at < intervals; at += 1) {
      // Weekends sleep in: their shape lags by an hour.
      const lag = day % 7 === 0 || day % 7 === 6 ? 60 / service.intervalMinutes : 0;
      const shape = hourShape((at - lag + intervals) % intervals, service.intervalMinutes);
      rows.push({
        from: new Date(start + day * 86_400_000 + at * service.intervalMinutes * 60_000)
          .toISOString()
          .slice(0, 16),
        count: poisson(
          (level / intervals) * shape * (at < (14 / 24) * intervals ? (service.quiet ?? 1) : 1),
          random,
        ),
      });
    }
  }
  const events = service.events.map(({ name, day }) => ({
    name,
    from: new Date(start + day * 86_400_000).toISOString().slice(0, 16),
    to: new Date(start + (day + 1) * 86_400_000).toISOString().slice(0, 16),
  }));
  return { rows, events };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** By products of uniforms, D. Knuth; large means in parts, since Poisson counts add up. */
function poisson(mean: number, random: () => number): number {
  if (mean > 400) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    count += 1;
    product *= random();
  }
  return count;
}
