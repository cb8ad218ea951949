import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Timer } from '../../schemas/timer.ts';
import {
  armedTimers,
  delayOf,
  earliestFar,
  farTimer,
  isWarned,
  minuteOf,
  minutesToSweep,
  NEAR_SECONDS,
  SHARDS,
  timersOfEvent,
  timersToSend,
} from '../../functions/domain/timer-plan.ts';
import { after } from '../../functions/domain/sla.ts';
import { ticketNumber } from '../../functions/domain/ticket-number.ts';
import { anEvent, aTicket, aTimer, at, isoAt } from '../support/builders.ts';

const saved = (seconds: number, timers: Ticket['timers']) => aTicket({ updatedAt: isoAt(seconds), timers });
const kindsOf = (timers: readonly Timer[]) => timers.map(({ kind }) => kind);

describe('armed timers', () => {
  it('come earliest first', () => {
    const ticket = saved(0, {
      'bot-due': isoAt(8),
      'resolution-due': isoAt(86_400),
      'reached-due': isoAt(5),
    });

    expect(kindsOf(armedTimers(ticket))).toEqual(['reached-due', 'bot-due', 'resolution-due']);
  });

  it('keep the order of the kinds when due at once', () => {
    const ticket = saved(0, { 'auto-close': isoAt(5), 'offer-due': isoAt(5) });

    expect(kindsOf(armedTimers(ticket))).toEqual(['offer-due', 'auto-close']);
  });
});

describe('a timer', () => {
  it.each([
    { seconds: 1, near: true },
    { seconds: 899, near: true },
    { seconds: 900, near: true },
    { seconds: 900.001, near: false },
    { seconds: 901, near: false },
  ])('due in $seconds s is sent at once: $near', ({ seconds, near }) => {
    const ticket = saved(0, { 'silence-due': isoAt(seconds) });

    expect(kindsOf(timersToSend(undefined, ticket))).toEqual(near ? ['silence-due'] : []);
    expect(farTimer(ticket)?.timer.kind).toBe(near ? undefined : 'silence-due');
  });

  it('is not sent again by a later write', () => {
    const before = saved(0, { 'silence-due': isoAt(600) });

    expect(timersToSend(before, saved(10, before.timers))).toEqual([]);
  });

  it('is sent by the first write at which it has come near', () => {
    const before = saved(0, { 'resolution-due': isoAt(1000) });

    expect(kindsOf(timersToSend(before, saved(100, before.timers)))).toEqual(['resolution-due']);
  });

  it('is sent again when it was moved', () => {
    const before = saved(0, { 'bot-due': isoAt(8) });

    expect(timersToSend(before, saved(5, { 'bot-due': isoAt(13) }))).toEqual([aTimer('bot-due', 13)]);
  });

  it('is not sent when it was settled', () => {
    const before = saved(0, { 'bot-due': isoAt(8) });

    expect(timersToSend(before, saved(5, {}))).toEqual([]);
  });

  it('waits for its warning, whose write sends it', () => {
    const timers = { 'next-reply-warning': isoAt(144), 'next-reply-due': isoAt(180) };
    const armed = saved(0, timers);
    const warned = saved(144, { 'next-reply-due': isoAt(180) });

    expect(kindsOf(timersToSend(undefined, armed))).toEqual(['next-reply-warning']);
    expect(kindsOf(timersToSend(armed, saved(10, timers)))).toEqual([]);
    expect(kindsOf(timersToSend(armed, warned))).toEqual(['next-reply-due']);
  });

  it('does not wait for a warning that comes after it, nor for that of another target', () => {
    const later = saved(0, { 'next-reply-warning': isoAt(181), 'next-reply-due': isoAt(180) });
    const other = saved(0, { 'reached-warning': isoAt(12), 'next-reply-due': isoAt(180) });

    expect(kindsOf(timersToSend(undefined, later))).toEqual(['next-reply-due', 'next-reply-warning']);
    expect(kindsOf(timersToSend(undefined, other))).toEqual(['reached-warning', 'next-reply-due']);
  });

  it('is always sent or indexed: whatever writes follow, none is lost', () => {
    const dueIn = fc.integer({ min: 0, max: 4000 });

    fc.assert(
      fc.property(dueIn, fc.array(fc.integer({ min: 1, max: 1500 }), { maxLength: 6 }), (due, gaps) => {
        const timers = { 'resolution-due': isoAt(due) };
        let seconds = 0;
        let ticket = saved(0, timers);
        let sends = timersToSend(undefined, ticket).length;

        for (const gap of gaps) {
          seconds += gap;
          const next = saved(seconds, timers);
          sends += timersToSend(ticket, next).length;
          ticket = next;
        }

        expect(sends + (farTimer(ticket) ? 1 : 0)).toBe(1);
      }),
      { seed: 20_261_121 },
    );
  });
});

describe('the index', () => {
  it('holds the earliest timer that is far away', () => {
    const ticket = saved(0, {
      'bot-due': isoAt(8),
      'resolution-due': isoAt(86_400),
      'resolution-warning': isoAt(69_120),
    });

    expect(farTimer(ticket)).toMatchObject({
      timer: aTimer('resolution-warning', 69_120),
      minute: '2026-11-22T07:12',
    });
  });

  it('spreads tickets over its shards', () => {
    const shards = Array.from({ length: 200 }, (_, index) => {
      const ticketId = ticketNumber('customer-1', `command-${index}`);
      return farTimer(aTicket({ ticketId, timers: { 'auto-close': isoAt(259_200) } }))?.shard;
    });

    expect([...new Set(shards)].sort()).toEqual(Array.from({ length: SHARDS }, (_, shard) => shard));
  });
});

describe('the delay of a message', () => {
  it.each([
    { dueIn: 8, delay: 8 },
    { dueIn: 7.001, delay: 8 },
    { dueIn: 0.001, delay: 1 },
    { dueIn: 0, delay: 0 },
    { dueIn: -30, delay: 0 },
    { dueIn: NEAR_SECONDS, delay: 900 },
    { dueIn: 900.5, delay: 900 },
    { dueIn: 86_400, delay: 900 },
  ])('for a timer due in $dueIn s is $delay s', ({ dueIn, delay }) => {
    expect(delayOf(aTimer('bot-due', dueIn), at(0))).toBe(delay);
  });

  it('never lets a near timer fire early, and at most a second late', () => {
    const milliseconds = fc.integer({ min: 0, max: NEAR_SECONDS * 1000 });

    fc.assert(
      fc.property(milliseconds, (dueIn) => {
        const delay = delayOf(aTimer('bot-due', dueIn / 1000), at(0)) * 1000;

        expect(delay).toBeGreaterThanOrEqual(dueIn);
        expect(delay).toBeLessThan(dueIn + 1000);
      }),
      { seed: 20_261_121 },
    );
  });
});

describe('a sweep', () => {
  it('reads from its cursor to two minutes ahead', () => {
    const minutes = minutesToSweep('2026-11-21T11:59', at(30));

    expect(minutes).toEqual(['2026-11-21T11:59', '2026-11-21T12:00', '2026-11-21T12:01', '2026-11-21T12:02']);
  });

  it.each([
    { seconds: 0, last: '2026-11-21T12:02' },
    { seconds: 59.999, last: '2026-11-21T12:02' },
    { seconds: 60, last: '2026-11-21T12:03' },
  ])('at second $seconds ends with $last', ({ seconds, last }) => {
    expect(minutesToSweep('2026-11-21T12:00', at(seconds)).at(-1)).toBe(last);
  });

  it('catches up after an outage, minute by minute', () => {
    const minutes = minutesToSweep('2026-11-21T08:00', at(0));

    expect(minutes).toHaveLength(4 * 60 + 3);
    expect(minutes).toEqual([...new Set(minutes)].sort());
  });

  it('reads nothing when its cursor is ahead of the clock', () => {
    expect(minutesToSweep('2026-11-21T13:00', at(0))).toEqual([]);
  });

  it.each([
    {
      what: 'a leap day',
      cursor: '2028-02-28T23:59',
      now: '2028-02-28T23:59:30.000Z',
      next: '2028-02-29T00:00',
    },
    {
      what: 'the end of a year',
      cursor: '2026-12-31T23:59',
      now: '2026-12-31T23:59:30.000Z',
      next: '2027-01-01T00:00',
    },
    {
      what: 'clocks put forward in Europe',
      cursor: '2026-03-29T00:59',
      now: '2026-03-29T00:59:30.000Z',
      next: '2026-03-29T01:00',
    },
    {
      what: 'clocks put back in Europe',
      cursor: '2026-10-25T00:59',
      now: '2026-10-25T00:59:30.000Z',
      next: '2026-10-25T01:00',
    },
  ])('goes on through $what', ({ cursor, now, next }) => {
    expect(minutesToSweep(cursor, new Date(now))).toEqual([
      cursor,
      next,
      after(`${next}:00.000Z`, 60).slice(0, 16),
    ]);
  });

  it('finds every far timer before it is due', () => {
    const { timer, minute } = farTimer(saved(0, { 'auto-close': isoAt(259_200) })) ?? {};
    const sweptAt = new Date(Date.parse(timer?.dueAt ?? '') - 60_000);

    const minutes = minutesToSweep(minuteOf(sweptAt.toISOString()), sweptAt);

    expect(minutes).toContain(minute);
  });
});

describe('a day', () => {
  it.each([
    { what: 'over a leap day', from: '2028-02-28T12:00:00.000Z', to: '2028-02-29T12:00:00.000Z' },
    { what: 'over a clock put forward', from: '2026-03-28T12:00:00.000Z', to: '2026-03-29T12:00:00.000Z' },
    { what: 'over a clock put back', from: '2026-10-24T12:00:00.000Z', to: '2026-10-25T12:00:00.000Z' },
  ])('has 86400 s $what', ({ from, to }) => {
    expect(after(from, 86_400)).toBe(to);
  });
});

describe('the timers of an event whose ticket’s row was not written', () => {
  const event = (timers: TicketEvent['timers']) => anEvent({ occurredAt: isoAt(0), timers });

  it('are those it arms, but for a due time that waits for its warning', () => {
    const arms = event({ 'next-reply-warning': isoAt(144), 'next-reply-due': isoAt(180), 'bot-due': null });

    expect(kindsOf(timersOfEvent(arms))).toEqual(['next-reply-warning']);
  });

  it('are none where it arms nothing', () => {
    expect(timersOfEvent(event({ 'next-reply-due': null }))).toEqual([]);
    expect(timersOfEvent(event(undefined))).toEqual([]);
  });
});

describe('what only the row could tell', () => {
  it('is a due time whose warning is taken away', () => {
    const armed = saved(0, { 'next-reply-due': isoAt(180) });

    expect(isWarned(armed, { 'next-reply-warning': null })).toBe(false);
    expect(isWarned(armed, { 'first-reply-warning': null })).toBe(true);
    expect(isWarned(saved(0, {}), { 'next-reply-warning': null })).toBe(true);
  });

  it('is the earliest timer that is too far away for a message', () => {
    const far = { 'resolution-due': isoAt(7000), 'resolution-warning': isoAt(901), 'bot-due': isoAt(900) };

    expect(earliestFar(saved(0, far))).toBe(isoAt(901));
    expect(earliestFar(saved(1, far))).toBe(isoAt(7000));
    expect(earliestFar(saved(0, { 'bot-due': isoAt(900) }))).toBeUndefined();
  });
});
