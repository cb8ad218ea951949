import { describe, expect, it } from 'vitest';
import {
  after,
  armTarget,
  disarmAll,
  disarmTarget,
  outcomeOf,
  rearmTarget,
} from '../../functions/domain/sla.ts';
import { aPolicy, aTicket, at, isoAt, when } from '../support/builders.ts';

describe('a time after another', () => {
  it.each([
    { from: at(0), seconds: 8, time: isoAt(8) },
    { from: isoAt(0), seconds: 0.8, time: '2026-11-21T12:00:00.800Z' },
    { from: isoAt(0), seconds: 0.0004, time: isoAt(0) },
    { from: isoAt(60), seconds: -60, time: isoAt(0) },
  ])('is counted in whole milliseconds: $seconds s', ({ from, seconds, time }) => {
    expect(after(from, seconds)).toBe(time);
  });
});

describe('a target', () => {
  it.each([
    { target: 'first-response', priority: 'urgent', warning: 12, due: 15 },
    { target: 'first-response', priority: 'low', warning: 144, due: 180 },
    { target: 'next-response', priority: 'high', warning: 96, due: 120 },
    { target: 'resolution', priority: 'normal', warning: 69_120, due: 86_400 },
  ] as const)(
    '$target of a $priority ticket is warned at 80 % and due after $due s',
    ({ target, priority, warning, due }) => {
      const timers = armTarget(target, priority, at(0), aPolicy());

      expect(timers).toEqual({ [`${target}-warning`]: isoAt(warning), [`${target}-due`]: isoAt(due) });
    },
  );

  it('goes on with the time it had left, warned at its distance to the end', () => {
    const timers = rearmTarget('resolution', aTicket(), 20_000, when(100));

    expect(timers).toEqual({ 'resolution-warning': isoAt(2820), 'resolution-due': isoAt(20_100) });
  });

  it.each([17_279, 60])('goes on without a warning when %i s are left, too few for one', (remaining) => {
    const timers = rearmTarget('resolution', aTicket(), remaining, when(100));

    expect(timers).toEqual({ 'resolution-warning': null, 'resolution-due': isoAt(100 + remaining) });
  });

  it('is disarmed with its warning', () => {
    expect(disarmTarget('next-response')).toEqual({
      'next-response-warning': null,
      'next-response-due': null,
    });
  });
});

describe('disarming everything', () => {
  it('names just what is armed', () => {
    const ticket = aTicket({ timers: { 'bot-due': isoAt(8), 'resolution-due': isoAt(86_400) } });

    expect(disarmAll(ticket)).toEqual({ 'bot-due': null, 'resolution-due': null });
  });
});

describe('the outcome of a target', () => {
  const due = { 'resolution-due': isoAt(100) };

  it.each([
    { what: 'met before it is due', ticket: aTicket({ timers: due }), seconds: 99.999, outcome: 'met' },
    { what: 'met at the very moment', ticket: aTicket({ timers: due }), seconds: 100, outcome: 'met' },
    {
      what: 'breached even when its timer comes late',
      ticket: aTicket({ timers: due }),
      seconds: 100.001,
      outcome: 'breached',
    },
    {
      what: 'breached once its timer has fired',
      ticket: aTicket({ breached: ['first-response', 'resolution'] }),
      seconds: 200,
      outcome: 'breached',
    },
    {
      what: 'met while the clock stands with time left',
      ticket: aTicket({ resolutionRemaining: 10 }),
      seconds: 999,
      outcome: 'met',
    },
    {
      what: 'breached while the clock stands with no time left',
      ticket: aTicket({ resolutionRemaining: 0 }),
      seconds: 0,
      outcome: 'breached',
    },
    { what: 'unknown when it never ran', ticket: aTicket(), seconds: 0, outcome: undefined },
    {
      what: 'not that of another target',
      ticket: aTicket({ breached: ['first-response'] }),
      seconds: 0,
      outcome: undefined,
    },
  ])('is $what', ({ ticket, seconds, outcome }) => {
    expect(outcomeOf('resolution', ticket, at(seconds))).toBe(outcome);
  });

  it('of a response knows nothing of the clock of the resolution', () => {
    const ticket = aTicket({ resolutionRemaining: 10 });

    expect(outcomeOf('first-response', ticket, at(0))).toBeUndefined();
  });
});
