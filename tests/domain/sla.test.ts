import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../schemas/calendar.ts';
import type { Condition, SlaPolicy, SlaSettings } from '../../schemas/sla.ts';
import type { Clock, Target } from '../../schemas/target.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import { alwaysOpen } from '../../functions/domain/calendar.ts';
import {
  after,
  type Arming,
  disarmAll,
  isBelow,
  isFor,
  outcomeOf,
  retarget,
  runOn,
  settle,
  standStill,
  startTarget,
  together,
} from '../../functions/domain/sla.ts';
import { aPolicy, aTicket, at, isoAt, someSla, when } from '../support/builders.ts';

/** A moment under settings that differ in these parts. */
const under = (settings: Partial<SlaSettings>, seconds: number) => ({
  now: at(seconds),
  policy: { ...someSla(settings), version: 1 },
});
/** What is armed, once null has taken away the rest. */
const armedOf = (timers: Arming['timers']): Ticket['timers'] =>
  Object.fromEntries(Object.entries(timers).filter(([, dueAt]) => dueAt !== null));
const runningOf = (clocks: Arming['clocks']): Ticket['clocks'] =>
  Object.fromEntries(
    Object.entries(clocks ?? {}).filter((entry): entry is [Target, Clock] => entry[1] !== null),
  );

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

describe('a promise', () => {
  it.each([
    { target: 'reached', priority: 'urgent', warning: 12, due: 15 },
    { target: 'reached', priority: 'low', warning: 144, due: 180 },
    { target: 'first-reply', priority: 'urgent', warning: 60, due: 75 },
    { target: 'next-reply', priority: 'high', warning: 96, due: 120 },
    { target: 'resolution', priority: 'normal', warning: 69_120, due: 86_400 },
  ] as const)(
    '$target of a $priority ticket is warned at 80 % and due after $due s',
    ({ target, priority, warning, due }) => {
      const arming = startTarget(target, aTicket({ priority }), at(0), when(0));

      expect(arming.timers).toEqual({ [`${target}-warning`]: isoAt(warning), [`${target}-due`]: isoAt(due) });
      expect(arming.clocks).toEqual({
        [target]: { policyId: priority, version: 0, calendarId: 'always', seconds: due, startedAt: isoAt(0) },
      });
    },
  );

  it('runs from when its time began, whenever it is decided', () => {
    const { timers } = startTarget('reached', aTicket(), at(10), when(60));

    expect(timers['reached-due']).toBe(isoAt(190));
  });

  it('is that of the first policy that is for the ticket and names the target', () => {
    const policies: SlaPolicy[] = [
      { policyId: 'vip', when: { segments: ['vip'] }, calendarId: 'always', targets: { reached: 10 } },
      { policyId: 'rest', calendarId: 'always', targets: { reached: 30, resolution: 3600 } },
    ];
    const vip = aTicket({ segment: 'vip' });
    const situation = under({ policies }, 0);

    expect(startTarget('reached', vip, at(0), situation).clocks?.reached).toMatchObject({
      policyId: 'vip',
      seconds: 10,
    });
    expect(startTarget('resolution', vip, at(0), situation).clocks?.resolution).toMatchObject({
      policyId: 'rest',
    });
    expect(startTarget('reached', aTicket(), at(0), situation).clocks?.reached?.policyId).toBe('rest');
  });

  it('is none where no policy names the target', () => {
    const policies: SlaPolicy[] = [{ policyId: 'rest', calendarId: 'always', targets: { reached: 30 } }];

    expect(startTarget('first-reply', aTicket(), at(0), under({ policies }, 0))).toEqual({ timers: {} });
  });

  it.each([
    ['priorities', { priorities: ['urgent'] }, { priority: 'urgent' }],
    ['channels', { channels: ['live-room', 'web'] }, { channel: 'web' }],
    ['segments', { segments: ['vip'] }, { segment: 'vip' }],
    ['languages', { languages: ['en'] }, { language: 'en' }],
    ['queues', { queues: ['finance'] }, { queueId: 'finance' }],
    ['intents below a topic', { intents: ['buyer.refund'] }, { intentId: 'buyer.refund.not-arrived' }],
    ['an intent itself', { intents: ['buyer.refund'] }, { intentId: 'buyer.refund' }],
  ] satisfies [string, Condition, Partial<Ticket>][])('goes by %s', (_what, condition, facts) => {
    const policy = someSla();
    const one: SlaPolicy = { policyId: 'one', when: condition, calendarId: 'always', targets: {} };

    expect(isFor(one, aTicket(facts), at(0), policy)).toBe(true);
    expect(isFor(one, aTicket(), at(0), policy)).toBe(false);
  });

  it('does not take an intent for one below another that only begins alike', () => {
    expect(isBelow('buyer.refunds', 'buyer.refund')).toBe(false);
  });
});

describe('working days and holidays', () => {
  const calendars: Calendar[] = [
    {
      ...alwaysOpen('china', 'Asia/Shanghai'),
      exceptions: [{ date: '2026-10-01', kind: 'holiday' }],
    },
  ];
  const policies: SlaPolicy[] = [
    { policyId: 'holiday', when: { dayKinds: ['holiday'] }, calendarId: 'china', targets: { reached: 30 } },
    { policyId: 'working', calendarId: 'china', targets: { reached: 15 } },
  ];

  it.each([
    ['the last moment of a working day', '2026-09-30T15:59:59.999Z', 15],
    ['the first moment of a holiday', '2026-09-30T16:00:00.000Z', 30],
    ['the last moment of a holiday', '2026-10-01T15:59:59.999Z', 30],
    ['the first moment after it', '2026-10-01T16:00:00.000Z', 15],
  ])('have their own seconds: %s', (_what, from, seconds) => {
    const { clocks } = startTarget('reached', aTicket(), from, under({ calendars, policies }, 0));

    expect(clocks?.reached?.seconds).toBe(seconds);
  });
});

describe('a change of facts', () => {
  const waiting = (priority: Priority) => {
    const ticket = aTicket({ priority });
    const { timers, clocks } = startTarget('reached', ticket, at(0), when(0));
    return aTicket({ priority, timers: armedOf(timers), clocks: runningOf(clocks) });
  };

  it('brings a deadline nearer, counted from where it began', () => {
    const ticket = waiting('normal');

    const arming = retarget(ticket, { ...ticket, priority: 'high' }, false, when(20));

    expect(arming?.timers['reached-due']).toBe(isoAt(60));
    expect(arming?.clocks?.reached).toMatchObject({ policyId: 'high', seconds: 60, startedAt: isoAt(0) });
  });

  it('makes it due at once when more time has passed than there is now', () => {
    const ticket = waiting('normal');

    const arming = retarget(ticket, { ...ticket, priority: 'urgent' }, false, when(100));

    expect(arming?.timers).toEqual({ 'reached-warning': null, 'reached-due': isoAt(100) });
  });

  it('does not put off what was promised when a person corrects it', () => {
    const ticket = waiting('urgent');

    expect(retarget(ticket, { ...ticket, priority: 'low' }, false, when(5))).toBeUndefined();
  });

  it('puts it off when the machine understands better', () => {
    const ticket = waiting('urgent');

    expect(retarget(ticket, { ...ticket, priority: 'low' }, true, when(5))?.timers['reached-due']).toBe(
      isoAt(180),
    );
  });

  it('leaves a promise of the same seconds as it is', () => {
    const ticket = waiting('normal');

    expect(retarget(ticket, { ...ticket, priority: 'low' }, true, when(5))).toBeUndefined();
  });

  it('leaves alone what a new version of the settings says, until it is asked', () => {
    const ticket = waiting('normal');
    const newer = { ...when(5), policy: { ...aPolicy({ bot: 9 }), version: 7 } };

    expect(retarget(ticket, ticket, true, newer)).toBeUndefined();
  });
});

describe('waiting for the customer', () => {
  const running = (seconds: number) => {
    const { timers, clocks } = startTarget('resolution', aTicket(), at(0), when(0));
    const ticket = aTicket({ timers: armedOf(timers), clocks: runningOf(clocks) });
    const still = standStill(ticket, when(seconds));
    return { still, ticket: aTicket({ clocks: runningOf(still.clocks) }) };
  };

  it('stops the clock with what is left', () => {
    const { still } = running(66_400);

    expect(still.timers).toEqual({ 'resolution-warning': null, 'resolution-due': null });
    expect(still.clocks?.resolution?.left).toBe(20_000);
  });

  it('goes on with the time it had left, warned at its distance to the end', () => {
    const arming = runOn(running(66_400).ticket, when(100_000));

    expect(arming.timers).toEqual({ 'resolution-warning': isoAt(102_720), 'resolution-due': isoAt(120_000) });
    expect(arming.clocks?.resolution).not.toHaveProperty('left');
  });

  it.each([17_279, 60])('goes on without a warning when %i s are left, too few for one', (left) => {
    const arming = runOn(running(86_400 - left).ticket, when(100_000));

    expect(arming.timers).toEqual({
      'resolution-warning': null,
      'resolution-due': isoAt(100_000 + left),
    });
  });

  it('lets open hours pass while nobody waits, and counts only those that are left', () => {
    const calendars: Calendar[] = [
      {
        ...alwaysOpen('office', 'UTC'),
        week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: office, sun: office },
      },
    ];
    const policies: SlaPolicy[] = [
      { policyId: 'office', calendarId: 'office', targets: { resolution: 7200 } },
    ];
    const situation = (seconds: number) => under({ calendars, policies }, seconds);
    // It is 12:00; the office is open from 09:00 to 13:00.
    const { timers, clocks } = startTarget('resolution', aTicket(), at(0), situation(0));
    const ticket = aTicket({ timers: armedOf(timers), clocks: runningOf(clocks) });

    const still = standStill(ticket, situation(1800));
    const next = runOn(aTicket({ clocks: runningOf(still.clocks) }), situation(9 * 3600));

    expect(timers['resolution-due']).toBe('2026-11-22T10:00:00.000Z');
    expect(still.clocks?.resolution?.left).toBe(5400);
    expect(next.timers['resolution-due']).toBe('2026-11-22T10:30:00.000Z');
  });

  const office = [{ from: '09:00', to: '13:00' }];
});

describe('several armings', () => {
  it('are one, and the later word counts', () => {
    expect(
      together({ timers: { 'bot-due': isoAt(1), 'offer-due': null } }, undefined, {
        timers: { 'bot-due': null },
      }),
    ).toEqual({ timers: { 'bot-due': null, 'offer-due': null } });
  });

  it('that end a promise take its warning along', () => {
    expect(settle('next-reply')).toEqual({
      timers: { 'next-reply-warning': null, 'next-reply-due': null },
      clocks: { 'next-reply': null },
    });
  });
});

const standing = (left: number) =>
  aTicket({
    clocks: {
      resolution: {
        policyId: 'normal',
        version: 0,
        calendarId: 'always',
        seconds: 86_400,
        startedAt: isoAt(0),
        left,
      },
    },
  });

describe('disarming everything', () => {
  it('names just what is armed', () => {
    const ticket = aTicket({ timers: { 'bot-due': isoAt(8), 'resolution-due': isoAt(86_400) } });

    expect(disarmAll(ticket)).toEqual({ timers: { 'bot-due': null, 'resolution-due': null } });
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
      ticket: aTicket({ breached: ['reached', 'resolution'] }),
      seconds: 200,
      outcome: 'breached',
    },
    {
      what: 'met while the clock stands with time left',
      ticket: standing(10),
      seconds: 999,
      outcome: 'met',
    },
    {
      what: 'breached while the clock stands with no time left',
      ticket: standing(0),
      seconds: 0,
      outcome: 'breached',
    },
    { what: 'unknown when it never ran', ticket: aTicket(), seconds: 0, outcome: undefined },
    {
      what: 'not that of another target',
      ticket: aTicket({ breached: ['reached'] }),
      seconds: 0,
      outcome: undefined,
    },
  ])('is $what', ({ ticket, seconds, outcome }) => {
    expect(outcomeOf('resolution', ticket, at(seconds))).toBe(outcome);
  });

  it('of a response knows nothing of the clock of the resolution', () => {
    const ticket = standing(10);

    expect(outcomeOf('reached', ticket, at(0))).toBeUndefined();
  });
});
