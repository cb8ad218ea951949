import { describe, expect, it } from 'vitest';
import {
  burstsIn,
  expectedOf,
  pastHours,
  quartersToWatch,
  tailOf,
} from '../../../functions/domain/insights/bursts.ts';
import { seededRandom } from '../../../functions/memory/random.ts';
import { Figures, type RollUp } from '../../../schemas/roll-up.ts';
import { at, isoAt } from '../../support/builders.ts';
import { someFacts } from '../../support/facts.ts';

const hourOfTopic = (value: string, tickets: number): RollUp => ({
  level: 'hour',
  timeZone: 'UTC',
  day: '2026-11-14',
  start: '2026-11-14T12:00:00.000Z',
  dimension: 'topic',
  value,
  figures: Figures.parse({ tickets, flags: {}, kept: {}, breached: {}, times: {}, scores: 0, messages: {} }),
});

const TOPIC = 'live.gift';
const quarterOfTickets = (tickets: number, intentId = `${TOPIC}.refund`) =>
  Array.from({ length: tickets }, () => someFacts({ intentId }));

/** Poisson, or with days that are busier or quieter than others. */
function drawing(random: () => number) {
  const poisson = (mean: number) => {
    let [count, left] = [-1, 0];
    for (; left < mean; count += 1) left -= Math.log(1 - random());
    return count;
  };
  /** Exponential sums: gamma of whole shapes, of mean 1. */
  const busy = (shape: number) => {
    let total = 0;
    for (let part = 0; part < shape; part += 1) total -= Math.log(1 - random());
    return total / shape;
  };
  return { poisson, busy };
}

describe('a tail', () => {
  it('is that of the negative binomial distribution', () => {
    // Of size 1 it is geometric: (mean / (1 + mean)) to the power of the count.
    expect(tailOf(10, { mean: 1, size: 1 })).toBeCloseTo(2 ** -10, 10);
    expect(tailOf(4, { mean: 3, size: 1 })).toBeCloseTo(0.75 ** 4, 9);
    // Of large size it is Poisson: P(N ≥ 5 | 1) = 0.00366.
    expect(tailOf(5, { mean: 1, size: 1e7 })).toBeCloseTo(0.00366, 5);
  });

  it('is told where everything else would underflow', () => {
    expect(tailOf(2000, { mean: 1000, size: 1e6 })).toBeLessThan(1e-100);
    expect(tailOf(1000, { mean: 1000, size: 1e6 })).toBe(1);
  });
});

describe('what is expected', () => {
  it('is the past, with room for what is not known', () => {
    const steady = expectedOf([
      [40, 40, 40],
      [40, 40, 40],
    ]);
    const erratic = expectedOf([
      [0, 40, 80],
      [120, 0, 0],
    ]);

    expect(steady.mean).toBeCloseTo(241 / 24, 9);
    expect(steady.size).toBe(9);
    expect(erratic.mean).toBe(steady.mean);
    expect(erratic.size).toBeLessThan(1);
  });
});

describe('a burst', () => {
  const weeks = Array.from({ length: 4 }, () => [1, 2, 3].map(() => hourOfTopic(TOPIC, 8)));

  it('is many more tickets about a topic than its hours usually bring', () => {
    expect(burstsIn(isoAt(0), quarterOfTickets(30), weeks)).toMatchObject([
      { quarter: isoAt(0), topic: TOPIC, tickets: 30, expected: 97 / 48 },
    ]);
    expect(burstsIn(isoAt(0), quarterOfTickets(4), weeks)).toEqual([]);
  });

  it('is seen of a topic that nobody had asked about', () => {
    const topics = burstsIn(isoAt(0), quarterOfTickets(30, 'campaign.coupon.missing'), weeks);

    expect(topics.map(({ topic }) => topic)).toEqual(['campaign.coupon']);
  });

  it('is not told before two weeks are known', () => {
    expect(burstsIn(isoAt(0), quarterOfTickets(300), [weeks[0] ?? [], [], [], []])).toEqual([]);
  });

  it('is looked for as long as its quarter is young, and compared with the same hours of other weeks', () => {
    expect(quartersToWatch(at(61))).toEqual([0, -900, -1800, -2700, -3600].map(isoAt));
    const hours = pastHours('2026-11-01T14:30:00.000Z', 'America/New_York');
    // Clocks went back in the night: 9:30 was an hour earlier in UTC.
    expect(hours[0]).toEqual([
      { day: '2026-10-25', start: '2026-10-25T12:00:00.000Z' },
      { day: '2026-10-25', start: '2026-10-25T13:00:00.000Z' },
      { day: '2026-10-25', start: '2026-10-25T14:00:00.000Z' },
    ]);
  });
});

describe('false alarms', () => {
  /** Alarms in so many months, of topics of every size, in quarters as they come when nothing is the matter. */
  const alarmsIn = (months: number, shape: number | undefined) => {
    const { poisson, busy } = drawing(seededRandom(11));
    const topics = Array.from({ length: 20 }, (_, at) => ({
      name: `a.${'abcdefghijklmnopqrst'[at] ?? ''}`,
      mean: 0.05 * 1.5 ** at,
    }));
    const day = () => (shape === undefined ? 1 : busy(shape));
    let alarms = 0;
    for (let quarter = 0; quarter < months * 2880; quarter += 1) {
      const past = topics.map(({ name, mean }) =>
        Array.from({ length: 4 }, () => {
          const factor = day();
          return [0, 0, 0].map(() => hourOfTopic(name, poisson(4 * mean * factor)));
        }),
      );
      const weeks = [0, 1, 2, 3].map((week) => past.flatMap((topic) => topic[week] ?? []));
      const facts = topics.flatMap(({ name, mean }) => made(name, poisson(mean * day())));
      alarms += burstsIn(isoAt(0), facts, weeks).length;
    }
    return alarms;
  };
  const known = new Map<string, ReturnType<typeof someFacts>>();
  const made = (name: string, count: number) => {
    const facts = known.get(name) ?? someFacts({ intentId: name });
    known.set(name, facts);
    return Array.from({ length: count }, () => facts);
  };

  it('are no more than one a month when chance alone decides', () => {
    // Three standard deviations of luck are allowed.
    expect(alarmsIn(0.5, undefined)).toBeLessThanOrEqual(0.5 + 3 * Math.sqrt(0.5));
  });

  it('are few where days differ by a quarter', () => {
    expect(alarmsIn(0.5, 16)).toBeLessThanOrEqual(0.5 + 3 * Math.sqrt(0.5));
  });
});
