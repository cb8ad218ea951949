import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  hourOf,
  QUARTER_MS,
  quarterOf,
  quartersOf,
  rollUpsOfDay,
  rollUpsOfHour,
  startOfDay,
} from '../../../functions/domain/insights/roll-up.ts';
import { sumOf } from '../../../functions/domain/insights/tally.ts';
import { dayOf } from '../../../functions/domain/reply-rate.ts';
import { someFacts, ticketIdOf } from '../../support/facts.ts';

const HOUR = 3_600_000;
const iso = (time: number) => new Date(time).toISOString();

/** A ticket in every quarter from a time until before another. */
const everyQuarter = (from: string, until: string) => {
  const facts = [];
  for (let time = Date.parse(from); time < Date.parse(until); time += QUARTER_MS)
    facts.push(someFacts({ ticketId: ticketIdOf(facts.length), createdAt: iso(time + 1) }));
  return facts;
};

/** The days' tickets, rolled up from quarters over hours as the platform does it. */
const ticketsByDay = (timeZone: string, facts: ReturnType<typeof everyQuarter>) => {
  const hours = new Set(facts.map(({ createdAt }) => hourOf(timeZone, Date.parse(createdAt))));
  const rows = [...hours].flatMap((hour) => {
    const quarters = quartersOf(timeZone, hour);
    const own = facts.filter(({ createdAt }) => quarters.includes(quarterOf(createdAt)));
    return rollUpsOfHour(timeZone, hour, own);
  });
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  return days.map((day) => {
    const own = rows.filter((row) => row.day === day && row.dimension === 'total');
    const [total] = rollUpsOfDay(timeZone, day, own);
    return [day, total?.start, total?.figures.tickets];
  });
};

describe('a day', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-21', '2026-11-20T16:00:00.000Z', 24],
    ['Asia/Kolkata', '2026-11-21', '2026-11-20T18:30:00.000Z', 24],
    ['Asia/Kathmandu', '2026-11-21', '2026-11-20T18:15:00.000Z', 24],
    // Clocks go forward: 23 hours; back: 25.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    // By half an hour, and at midnight.
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    ['Africa/Cairo', '2026-10-29', '2026-10-28T21:00:00.000Z', 25],
  ])('of %s, %s, has every ticket of its own and no other', (timeZone, day, start, hours) => {
    const end = iso(Date.parse(start) + hours * HOUR);
    const around = everyQuarter(iso(Date.parse(start) - 6 * HOUR), iso(Date.parse(end) + 6 * HOUR));

    const days = ticketsByDay(timeZone, around);

    expect(startOfDay(timeZone, day)).toBe(start);
    expect(days.map(([name, , tickets]) => [name, tickets])).toEqual([
      [expect.any(String), 24],
      [day, hours * 4],
      [expect.any(String), 24],
    ]);
    expect(days[1]).toEqual([day, start, hours * 4]);
  });

  it('is made of whole quarters in every time zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }),
        (zone, s) => {
          const moment = s * 1000;
          const hour = hourOf(zone, moment);

          expect(quartersOf(zone, hour)).toContain(quarterOf(iso(moment)));
          expect(dayOf(zone, Date.parse(quarterOf(iso(moment))))).toBe(dayOf(zone, moment));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('roll-ups of an hour', () => {
  const hour = Date.parse('2026-11-21T12:00:00.000Z');

  it('count a ticket under everything it is', () => {
    const rows = rollUpsOfHour('UTC', hour, [
      someFacts({ intentId: 'buyer.refund.slow', team: '夜班', vendor: 'Acme', agentId: 'mei' }),
    ]);

    expect(rows.map(({ dimension, value }) => [dimension, value])).toEqual([
      ['total', 'all'],
      ['channel', 'app'],
      ['segment', 'ordinary'],
      ['category', 'buyer'],
      ['topic', 'buyer.refund'],
      ['case', 'buyer.refund.slow'],
      ['queue', 'support'],
      ['team', '夜班'],
      ['vendor', 'Acme'],
      ['agent', 'mei'],
    ]);
  });

  it('know tickets whose intent nobody knows, and make no row for what a ticket does not have', () => {
    const rows = rollUpsOfHour('UTC', hour, [someFacts()]);

    expect(rows.map(({ dimension }) => dimension)).not.toContain('team');
    expect(rows.find(({ dimension }) => dimension === 'case')?.value).toBe('none');
  });

  it('add up to the same whatever the order', () => {
    const facts = Array.from({ length: 40 }, (_, number) =>
      someFacts({
        ticketId: ticketIdOf(number),
        flags: number % 2 ? ['ended', 'rated'] : ['asked'],
        kept: number % 3 ? ['reached'] : [],
        breached: number % 3 ? [] : ['reached'],
        times: { reached: [number * 777], 'next-reply': [5, number] },
        ...(number % 2 && { score: 5 }),
      }),
    );
    const whole = rollUpsOfHour('UTC', hour, facts);

    expect(JSON.stringify(rollUpsOfHour('UTC', hour, facts.toReversed()))).toBe(JSON.stringify(whole));
    const parts = [facts.slice(30), facts.slice(0, 30)].map((part) => rollUpsOfHour('UTC', hour, part)[0]);
    const sum = sumOf(parts.flatMap((part) => (part ? [part.figures] : [])));
    expect(JSON.stringify(sum)).toBe(JSON.stringify(whole[0]?.figures));
    expect(sum).toMatchObject({ tickets: 40, flags: { ended: 20, asked: 20, rated: 20 }, scores: 100 });
  });

  it('are written where they differ, and taken away where nothing is left', () => {
    const [one, other] = [someFacts(), someFacts({ ticketId: ticketIdOf(1), channel: 'web' })];
    const before = rollUpsOfHour('UTC', hour, [one, other]);
    const after = rollUpsOfHour('UTC', hour, [one]);

    const { put, remove } = changesBetween(before, after);

    expect(remove.map(({ dimension, value }) => [dimension, value])).toEqual([['channel', 'web']]);
    expect(put.map(({ dimension }) => dimension)).not.toContain('channel');
    expect(changesBetween(after, after)).toEqual({ put: [], remove: [] });
  });
});
