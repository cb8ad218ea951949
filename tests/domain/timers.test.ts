import { describe, expect, it } from 'vitest';
import { TimerKind } from '../../schemas/timer.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { delayOf } from '../../functions/domain/timer-plan.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import {
  at,
  aHistory,
  anEvent,
  aRoute,
  aStep,
  aTimer,
  histories,
  isoAt,
  saved,
  when,
} from '../support/builders.ts';

const queue = { kind: 'queue', since: isoAt(0) } as const;
const agent = { kind: 'agent', agentId: 'mei' } as const;
const nobody = { kind: 'nobody' } as const;

interface Case {
  /** Where the timer makes sense. */
  ticket: Partial<Ticket>;
  /** What it changes there. */
  events: readonly string[];
  /** The history it reads. */
  read?: readonly TicketEvent[];
}

const heldMessage = anEvent({
  type: 'MessageHeld',
  body: { text: '加我微信', risks: [], dueAt: isoAt(100), whenDue: 'release' },
});

const cases: Record<TimerKind, Case> = {
  'bot-due': { ticket: {}, events: ['TicketQueued'] },
  'offer-due': {
    ticket: { status: 'open', holder: { kind: 'offer', since: isoAt(0), agentId: 'mei' } },
    events: ['OfferPassed'],
  },
  'route-due': {
    ticket: {
      status: 'open',
      holder: queue,
      route: aRoute({ steps: [aStep(), aStep({ afterSeconds: 100 }), aStep({ afterSeconds: 200 })] }),
    },
    events: ['RouteWidened'],
  },
  'reached-warning': {
    ticket: { status: 'open', holder: queue },
    events: ['TargetWarned'],
  },
  'reached-due': {
    ticket: { status: 'open', holder: queue },
    events: ['TargetBreached', 'TicketEscalated'],
  },
  'first-reply-warning': { ticket: { status: 'open', holder: agent }, events: ['TargetWarned'] },
  'first-reply-due': {
    ticket: { status: 'open', holder: queue },
    events: ['TargetBreached', 'TicketEscalated'],
  },
  'promise-warning': { ticket: { status: 'pending', holder: agent }, events: ['TargetWarned'] },
  'promise-due': {
    ticket: { status: 'pending', holder: agent },
    events: ['TargetBreached', 'TicketEscalated'],
  },
  'next-reply-warning': {
    ticket: { status: 'open', holder: agent, unansweredSince: isoAt(0) },
    events: ['TargetWarned'],
  },
  'next-reply-due': {
    ticket: { status: 'open', holder: agent, unansweredSince: isoAt(0) },
    events: ['TargetBreached', 'TicketEscalated', 'TicketTransferred', 'TicketQueued'],
  },
  'resolution-warning': { ticket: { status: 'open', holder: agent }, events: ['TargetWarned'] },
  'resolution-due': {
    ticket: { status: 'open', holder: agent },
    events: ['TargetBreached', 'TicketEscalated'],
  },
  'escalation-due': {
    ticket: { status: 'open', holder: queue, escalationLevel: 1 },
    events: ['TicketEscalated'],
  },
  'silence-due': { ticket: { status: 'open', answered: true }, events: ['TicketResolved'] },
  'review-due': {
    ticket: { held: [{ number: 1, writer: 'customer', dueAt: isoAt(100), whenDue: 'release' }] },
    events: ['MessageReleased', 'MessageSent'],
    read: [heldMessage],
  },
  'auto-close': {
    ticket: { status: 'resolved', holder: nobody, resolutionCount: 1 },
    events: ['TicketClosed'],
  },
};
const kinds = TimerKind.options.map((kind) => ({ kind, ...cases[kind] }));

/** A ticket whose timer is due at 100. */
const armed = (kind: TimerKind, ticket: Partial<Ticket>) => ({
  ...aHistory({ ...ticket, timers: { [kind]: isoAt(100) } }),
  events: cases[kind].read ?? [],
});

describe.each(kinds)('$kind', ({ kind, ticket, events }) => {
  it('fires at the moment it is due', () => {
    const change = onTimer(armed(kind, ticket), aTimer(kind, 100), when(100));

    expect(change?.events.map(({ type }) => type)).toEqual(events);
  });

  it('fires when it comes late', () => {
    expect(onTimer(armed(kind, ticket), aTimer(kind, 100), when(5000))).toBeDefined();
  });

  it('does nothing a millisecond early', () => {
    expect(onTimer(armed(kind, ticket), aTimer(kind, 100), when(99.999))).toBeUndefined();
  });

  it('does nothing when it was settled', () => {
    expect(onTimer(aHistory(ticket), aTimer(kind, 100), when(100))).toBeUndefined();
  });

  it('does nothing when it was moved', () => {
    const history = aHistory({ ...ticket, timers: { [kind]: isoAt(160) } });

    expect(onTimer(history, aTimer(kind, 100), when(200))).toBeUndefined();
  });

  it('does nothing the second time', () => {
    const history = armed(kind, ticket);
    const change = onTimer(history, aTimer(kind, 100), when(100));
    const fired = change ? saved([], change) : history;

    const repeated = onTimer(fired, aTimer(kind, 100), when(100));

    expect(repeated).toBeUndefined();
  });
});

describe('a timer of a ticket that moved on without saying so', () => {
  it.each([
    { kind: 'bot-due', ticket: { status: 'open', holder: agent } },
    { kind: 'offer-due', ticket: { status: 'open', holder: agent } },
    { kind: 'silence-due', ticket: { status: 'open', holder: agent } },
    { kind: 'silence-due', ticket: { status: 'resolved', holder: { kind: 'bot' } } },
    { kind: 'auto-close', ticket: { status: 'open', holder: agent } },
  ] as const)('does nothing ($kind)', ({ kind, ticket }) => {
    expect(onTimer(armed(kind, ticket), aTimer(kind, 100), when(100))).toBeUndefined();
  });
});

describe('a silent bot', () => {
  it('is relieved by people, who are promised from the first word', () => {
    const change = onTimer(histories.withBot(), aTimer('bot-due', 8), when(8));

    expect(change?.ticket).toMatchObject({ status: 'open', holder: queue });
    expect(change?.ticket.timers['reached-due']).toBe(isoAt(180));
  });
});

describe('an offer nobody takes', () => {
  it('goes back to where it stood, and the seat is free', () => {
    const change = onTimer(histories.offered(), aTimer('offer-due', 40), when(40));

    expect(change?.ticket).toMatchObject({ holder: queue, passedBy: ['mei'] });
    expect(change?.freeSeat).toBe('mei');
  });
});

describe('a missed target', () => {
  it('is remembered and starts the ladder', () => {
    const change = onTimer(histories.inQueue(), aTimer('reached-due', 180), when(180));

    expect(change?.ticket).toMatchObject({ breached: ['reached'], escalationLevel: 1 });
    expect(change?.ticket.timers['escalation-due']).toBe(isoAt(240));
  });

  it('is not warned of afterwards when the warning comes late', () => {
    const change = onTimer(histories.inQueue(), aTimer('reached-due', 180), when(180));

    expect(change?.ticket.timers['reached-warning']).toBeUndefined();
  });

  it('leaves the promise of a resolution in place', () => {
    const change = onTimer(histories.inQueue(), aTimer('reached-due', 180), when(180));

    expect(change?.ticket.timers['resolution-due']).toBe(isoAt(86_400));
  });

  it('takes an unsettled ticket from the bot', () => {
    const history = aHistory({ status: 'open', timers: { 'resolution-due': isoAt(86_400) } });

    const change = onTimer(history, aTimer('resolution-due', 86_400), when(86_400));

    expect(change?.events.map(({ type }) => type)).toEqual(['TargetBreached', 'TicketQueued']);
  });
});

describe('a customer who says nothing more', () => {
  it.each([
    { where: 'the ticket waits for them', history: histories.pending(), due: 640 },
    {
      where: 'the bot has answered',
      history: aHistory({ status: 'open', answered: true, timers: { 'silence-due': isoAt(640) } }),
      due: 640,
    },
  ])('counts as helped when $where', ({ history, due }) => {
    const change = onTimer(history, aTimer('silence-due', due), when(due));

    expect(change?.ticket).toMatchObject({ status: 'resolved', resolutionCount: 1 });
    expect(change?.events).toMatchObject([{ actor: { kind: 'system' } }]);
  });

  it('lets a resolved ticket close, with nothing armed in it', () => {
    const due = 60 + 259_200;

    const change = onTimer(histories.resolved(), aTimer('auto-close', due), when(due));

    expect(change?.ticket).toMatchObject({ status: 'closed', timers: {} });
  });
});

describe('clocks that differ by up to two seconds', () => {
  const skews = [-2, -0.5, 0, 0.5, 2];
  const pairs = skews.flatMap((sender) => skews.map((worker) => ({ sender, worker })));

  /** When the timer of a waiting ticket fires, in real seconds, with messages that come exactly when they were asked for. */
  function firedAt({ sender, worker }: { sender: number; worker: number }): number {
    const timer = aTimer('reached-due', 180);
    let real = 10 + delayOf(timer, at(10 + sender));
    for (;;) {
      const now = at(real + worker);
      if (delayOf(timer, now) === 0) {
        expect(onTimer(histories.inQueue(), timer, { ...when(0), now })).toBeDefined();
        return real;
      }
      real += delayOf(timer, now);
    }
  }

  it.each(pairs)('fire no earlier than that (sender $sender s, worker $worker s)', (pair) => {
    const fired = firedAt(pair);

    expect(fired).toBeGreaterThanOrEqual(178);
    expect(fired).toBeLessThanOrEqual(183);
  });
});
