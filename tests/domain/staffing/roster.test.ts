import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highsSolver } from '../../../functions/runtime/highs.ts';
import { FaultyInputError } from '../../../functions/domain/errors.ts';
import { needsOf } from '../../../functions/domain/staffing/requirements.ts';
import { rosterOf } from '../../../functions/domain/staffing/roster.ts';
import { shippedRoster, shippedSeats } from '../../../functions/domain/staffing/shipped-plan.ts';
import { Forecast } from '../../../schemas/forecast.ts';
import type { Requirements, Roster, RosterPlan, ShiftKind } from '../../../schemas/roster.ts';

const solve = await highsSolver();

const shift: ShiftKind = {
  name: 'day',
  from: 'own',
  time: 'full',
  earliest: '00:00',
  latest: '23:00',
  everyMinutes: 60,
  hours: 8,
  costPerHour: 1,
};
const partner: ShiftKind = { ...shift, name: 'partner', from: 'outsource', costPerHour: 0.5 };
const evening: ShiftKind = { ...shift, name: 'evening', time: 'part', hours: 4, costPerHour: 0.9 };

/** Hours of Monday 2026-06-01 in Shanghai, and what each needs. */
function hours(agents: readonly number[], from = '2026-05-31T16:00:00Z'): Requirements {
  const intervals = agents.map((need, at) => ({
    from: new Date(Date.parse(from) + at * 3_600_000).toISOString(),
    agents: need,
  }));
  return { kind: 'requirements', timeZone: 'Asia/Shanghai', intervalMinutes: 60, intervals };
}

function plan(shifts: ShiftKind[], more: Partial<RosterPlan> = {}): RosterPlan {
  return {
    ...shippedRoster,
    shifts,
    night: { from: '23:00', to: '08:00', cover: 1 },
    partTimeShare: 1,
    ...more,
  };
}

function rostered(requirements: Requirements, of: RosterPlan): Roster {
  const answer = rosterOf(requirements, of, solve);
  if (answer.kind !== 'roster') throw new Error(answer.reasons.join('; '));
  return answer;
}

function reasons(requirements: Requirements, of: RosterPlan): string {
  const answer = rosterOf(requirements, of, solve);
  if (answer.kind === 'roster') throw new Error('there is one');
  return answer.reasons.join('\n');
}

const day = [2, 2, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 5, 5, 5, 5, 6, 7, 9, 11, 12, 10, 6];

describe('a roster', () => {
  it('covers every interval', () => {
    const { cover } = rostered(hours(day), plan([shift]));

    expect(cover.map(({ needed }) => needed)).toEqual(day);
    for (const { covered, least } of cover) expect(covered).toBeGreaterThanOrEqual(least);
  });

  it('counts cover as the shifts say', () => {
    const { cover, shifts } = rostered(hours(day), plan([shift, partner, evening]));

    for (const { from, covered } of cover) {
      const there = shifts.filter(({ start, end }) => start <= from && end > from);
      expect(there.reduce((sum, { people }) => sum + people, 0)).toBe(covered);
    }
  });

  it('costs the least that any roster could', () => {
    // Six hours, one kind of shift of three: every combination is tried.
    const three = { ...shift, hours: 3, earliest: '08:00', latest: '13:00' };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), (needs) => {
        const requirements = hours(needs, '2026-06-01T00:00:00Z');

        const { hours: worked } = rostered(requirements, plan([three]));

        expect(worked).toBeCloseTo(leastHours(needs), 6);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same every time', () => {
    const mixed = plan([shift, partner, evening]);

    expect(rostered(hours(day), mixed)).toEqual(rostered(hours(day), mixed));
  });

  it.each([0.3, 0.45, 0.6])(
    'outsources at most %d of the hours, though they are cheaper',
    (outsourceShare) => {
      const roster = rostered(hours(day), plan([shift, partner], { outsourceShare }));

      expect(roster.outsourceShare).toBeLessThanOrEqual(outsourceShare + 1e-9);
      expect(roster.outsourceShare).toBeGreaterThan(outsourceShare - 0.15);
    },
  );

  it('keeps part-time shifts to their share', () => {
    const cheap = { ...evening, costPerHour: 0.1 };

    expect(
      rostered(hours(day), plan([shift, cheap], { partTimeShare: 0.2 })).partTimeShare,
    ).toBeLessThanOrEqual(0.2 + 1e-9);
  });

  it('covers a share of the need at night, and all of it by day', () => {
    const { cover } = rostered(
      hours(day.map(() => 10)),
      plan([shift], { night: { from: '23:00', to: '08:00', cover: 0.85 } }),
    );

    expect(cover.map(({ least }) => least)).toEqual([
      ...Array<number>(8).fill(9),
      ...Array<number>(15).fill(10),
      9,
    ]);
  });

  it('knows a night that lies within a day', () => {
    const { cover } = rostered(
      hours(day.map(() => 10)),
      plan([shift], { night: { from: '02:00', to: '04:00', cover: 0.5 } }),
    );

    expect(cover.filter(({ least }) => least === 5)).toHaveLength(2);
  });

  it('counts people who work five days a week at most', () => {
    const week = Array.from({ length: 7 }, () =>
      day.map((_, hour) => (hour >= 9 && hour < 17 ? 5 : 0)),
    ).flat();

    const { people } = rostered(hours(week), plan([{ ...shift, earliest: '09:00', latest: '09:00' }]));

    expect(people).toEqual({ day: 7 });
  });

  it('lets shifts of one day reach into the next', () => {
    const night = { ...shift, name: 'night', earliest: '22:00', latest: '23:00' };

    const { shifts } = rostered(hours([1, 1, 1, 1, 1, 1]), plan([night]));

    expect(shifts.map(({ date }) => date)).toEqual(['2026-05-31']);
  });

  it('has nobody when nobody is needed', () => {
    expect(rostered(hours([0, 0, 0]), plan([shift]))).toMatchObject({
      cost: 0,
      hours: 0,
      shifts: [],
      people: {},
    });
  });
});

describe('no roster', () => {
  it('names the hour that no shift reaches', () => {
    const office = { ...shift, earliest: '08:00', latest: '12:00' };

    expect(reasons(hours(day), plan([office]))).toBe(
      'no kind of shift covers 2026-06-01 00:00, nor 11 intervals more',
    );
    expect(reasons(hours([1], '2026-05-31T16:00:00Z'), plan([office]))).toBe(
      'no kind of shift covers 2026-06-01 00:00',
    );
  });

  it('names the hours that are short, and the limit on people', () => {
    const said = reasons(hours(day), plan([{ ...shift, most: 5 }]));

    expect(said).toMatch(/2026-06-01 \d\d:00: \d+ of \d+ people are missing/);
    expect(said).toContain('it would be possible without this limit: at most 5 people work day on');
  });

  it('names the limit on outsourcing', () => {
    const said = reasons(
      hours(day),
      plan([{ ...shift, earliest: '09:00', latest: '09:00', most: 6 }, partner]),
    );

    expect(said).toContain(
      'it would be possible without this limit: at most 45 % of the hours are outsourced',
    );
  });

  it('says when limits are in the way together', () => {
    const said = reasons(hours(day), plan([{ ...evening, from: 'outsource' }], { partTimeShare: 0 }));

    expect(said).toContain('several are, together');
  });

  it('says when the solver gave up', () => {
    const answer = rosterOf(hours(day), plan([shift]), () => ({ kind: 'gave-up', why: 'too long' }));

    expect(answer).toEqual({ kind: 'no-roster', reasons: ['too long'] });
  });
});

describe('what a roster cannot be made of', () => {
  const good = hours(day);

  it.each([
    ['timeZone', { ...good, timeZone: 'Mars/Olympus' }, plan([shift])],
    ['intervals', { ...good, intervals: [] }, plan([shift])],
    ['intervals.1.from', { ...good, intervals: good.intervals.toReversed() }, plan([shift])],
    ['intervals.0.agents', hours([-1]), plan([shift])],
    ['shifts', good, plan([])],
    ['shifts.0.hours', good, plan([{ ...shift, hours: 13 }])],
    ['shifts.0.earliest', good, plan([{ ...shift, earliest: '25:00' }])],
    ['outsourceShare', good, plan([shift], { outsourceShare: 0.2 })],
    ['outsourceShare', good, plan([shift], { outsourceShare: 0.7 })],
  ])('names %s', (field, requirements, of) => {
    const ask = () => rosterOf(requirements, of, solve);

    expect(ask).toThrow(FaultyInputError);
    expect(ask).toThrow(`${field}: `);
  });
});

describe('what a forecast needs', () => {
  const within = (high: number) => ({ low: 0, high });
  const forecast = Forecast.parse({
    kind: 'forecast',
    timeZone: 'Asia/Shanghai',
    intervalMinutes: 30,
    basis: 'counts',
    notes: [],
    intervals: [0, 240, 480].map((mean, at) => ({
      from: new Date(Date.UTC(2026, 5, 1) + at * 1_800_000).toISOString(),
      mean,
      within50: within(mean * 1.1),
      within80: within(mean * 1.2),
      within95: within(mean * 1.5),
    })),
  });
  const seats = { ...shippedSeats, targetSeconds: 15, shrinkage: 0 };

  it('is seats by Erlang C: none when nobody comes, 60 for 480 an hour', () => {
    expect(needsOf(forecast, seats).map((need) => need.seats)).toEqual([0, 60, 111]);
  });

  it('is people on the roster by shrinkage', () => {
    expect(needsOf(forecast, { ...seats, shrinkage: 0.25 }).map(({ agents }) => agents)).toEqual([
      0, 80, 148,
    ]);
  });

  it('is less when the bot settles a part', () => {
    const needs = needsOf(forecast, { ...seats, botShare: 0.5 });

    expect(needs.map((need) => [need.conversations, need.seats])).toEqual([
      [0, 0],
      [120, 33],
      [240, 60],
    ]);
  });

  it('is less when customers give up, and when agents hold several', () => {
    const [, patient] = needsOf(forecast, { ...seats, patienceSeconds: 300 });
    const [, several] = needsOf(forecast, { ...seats, concurrency: 3 });

    expect(patient).toMatchObject({ seats: 58 });
    expect(several).toMatchObject({ seats: 20, slots: 60 });
  });

  it('weighs handling times by how common intents are', () => {
    const handling = [
      { intent: 'order', share: 3, seconds: 300 },
      { intent: 'fraud', share: 1, seconds: 540 },
    ];

    expect(needsOf(forecast, { ...seats, handling })[1]).toMatchObject({ seats: 60 });
  });

  it('plans for the upper end when asked to', () => {
    const [, mean] = needsOf(forecast, seats);
    const [, upper] = needsOf(forecast, { ...seats, planFor: 'within95' });

    expect(upper?.conversations).toBe(360);
    expect(upper?.seats).toBeGreaterThan(mean?.seats ?? Infinity);
  });

  it.each([
    ['shrinkage', { shrinkage: 0.8 }],
    ['botShare', { botShare: 1 }],
    ['handling', { handling: [] }],
    ['handling.0.seconds', { handling: [{ intent: 'all', share: 1, seconds: 0 }] }],
  ])('refuses a plan with an impossible %s', (field, more) => {
    expect(() => needsOf(forecast, { ...seats, ...more })).toThrow(`${field}: `);
  });
});

/** The fewest hours of three-hour shifts, each starting in one of the six hours and counted until their end, by trying them all. */
function leastHours(needs: readonly number[]): number {
  const lengths = [3, 3, 3, 3, 2, 1];
  let best = Infinity;
  const people = [0, 0, 0, 0, 0, 0];
  const tryFrom = (at: number, worked: number): void => {
    if (worked >= best) return;
    if (at === needs.length) {
      best = worked;
      return;
    }
    const there = (people[at - 1] ?? 0) + (people[at - 2] ?? 0);
    for (let more = Math.max(0, (needs[at] ?? 0) - there); more <= 3; more += 1) {
      people[at] = more;
      tryFrom(at + 1, worked + more * (lengths[at] ?? 0));
    }
    people[at] = 0;
  };
  tryFrom(0, 0);
  return best;
}
