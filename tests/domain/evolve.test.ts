import { describe, expect, it } from 'vitest';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { declineTicket, reopenTicket, transferTicket } from '../../functions/domain/desk.ts';
import { evolve, replay } from '../../functions/domain/evolve.ts';
import { answerSurvey } from '../../functions/domain/survey.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import { Ticket } from '../../schemas/ticket.ts';
import type { History } from '../../functions/domain/change.ts';
import {
  aCommand,
  anEvent,
  aTicket,
  aTimer,
  by,
  histories,
  isoAt,
  saved,
  when,
} from '../support/builders.ts';

const further = (history: History, decide: (history: History) => ReturnType<typeof onTimer>) => {
  const change = decide(history);
  return change ? saved(history.events, change) : history;
};
const lives: Record<string, () => History> = {
  ...histories,
  declined: () => further(histories.offered(), (history) => declineTicket(history, by(), when(25))),
  transferred: () =>
    further(histories.answered(), (history) =>
      transferTicket(history, { ...by(), queueId: 'finance', reason: '查账' }, when(70)),
    ),
  breached: () =>
    further(histories.inQueue(), (history) => onTimer(history, aTimer('reached-due', 180), when(180))),
  resumed: () =>
    further(histories.pending(), (history) =>
      receiveMessage(history, { text: '订单号 1', command: aCommand('1') }, when(90)),
    ),
  reopened: () =>
    further(histories.surveyed(), (history) => reopenTicket(history, { ...by(), reason: '没好' }, when(90))),
  'rated badly': () =>
    further(histories.surveyed(), (history) =>
      answerSurvey(history, { score: 1, solved: false, command: aCommand('1') }, when(90)),
    ),
  closed: () =>
    further(histories.surveyed(), (history) =>
      answerSurvey(history, { score: 5, solved: true, command: aCommand('5') }, when(90)),
    ),
};

describe('replaying a history', () => {
  it.each(Object.entries(lives).map(([life, make]) => ({ life, make })))(
    'leads to the ticket as it stands ($life)',
    ({ make }) => {
      const { ticket, events } = make();

      expect(replay(events)).toEqual(ticket);
    },
  );

  it.each(Object.entries(lives).map(([life, make]) => ({ life, make })))(
    'leads to a ticket every edge accepts ($life)',
    ({ make }) => {
      expect(Ticket.safeParse(replay(make().events)).error).toBeUndefined();
    },
  );

  it('of nothing leads to nothing', () => {
    expect(replay([])).toBeUndefined();
  });

  it('that lacks its beginning is refused', () => {
    expect(() => replay(histories.inQueue().events.slice(1))).toThrow('a history starts with TicketOpened');
  });
});

describe('an event', () => {
  const agent = { kind: 'agent', id: 'mei' } as const;
  const bot = { kind: 'bot', id: 'bot' } as const;
  const inQueue = aTicket({ status: 'open', holder: { kind: 'queue', since: isoAt(0) } });

  it.each([
    { what: 'a second unanswered message', ticket: aTicket({ unansweredSince: isoAt(0) }), event: anEvent() },
    {
      what: 'a further reply',
      ticket: aTicket({ answered: true, firstRepliedAt: isoAt(5) }),
      event: anEvent({ actor: agent }),
    },
    { what: 'a note', ticket: aTicket(), event: anEvent({ type: 'NoteAdded', body: { text: '老客户' } }) },
    {
      what: 'a notice',
      ticket: aTicket(),
      event: anEvent({ actor: bot, body: { text: '…', purpose: 'notice' } }),
    },
  ] as const)('leaves the ticket the very same object when it is $what', ({ ticket, event }) => {
    expect(evolve(ticket, event)).toBe(ticket);
  });

  it('arms, moves and disarms timers', () => {
    const ticket = aTicket({
      timers: { 'bot-due': isoAt(8), 'silence-due': isoAt(600), 'resolution-due': isoAt(86_400) },
    });
    const timers = { 'bot-due': null, 'silence-due': isoAt(700), 'offer-due': isoAt(20) };

    const after = evolve(ticket, anEvent({ type: 'NoteAdded', body: { text: '…' }, timers }));

    expect(after.timers).toEqual({
      'silence-due': isoAt(700),
      'resolution-due': isoAt(86_400),
      'offer-due': isoAt(20),
    });
  });

  it('that changes the ticket gives it its number and time', () => {
    const event = anEvent({ type: 'TicketClosed', number: 7, occurredAt: isoAt(9), body: { reason: '…' } });

    expect(evolve(aTicket(), event)).toMatchObject({ version: 7, updatedAt: isoAt(9) });
  });

  it('names the oldest message nobody has answered', () => {
    const first = evolve(aTicket(), anEvent({ occurredAt: isoAt(5) }));

    expect(evolve(first, anEvent({ number: 2, occurredAt: isoAt(9) })).unansweredSince).toBe(isoAt(5));
  });

  it('of an agent counts as the first reply', () => {
    const after = evolve(aTicket(), anEvent({ actor: agent, occurredAt: isoAt(9) }));

    expect(after).toMatchObject({ answered: true, firstRepliedAt: isoAt(9) });
  });

  it.each([
    { what: 'an offer', event: anEvent({ type: 'TicketOffered', body: { agentId: 'mei', reason: '…' } }) },
    {
      what: 'a passed offer',
      event: anEvent({ type: 'OfferPassed', body: { agentId: 'mei', reason: 'expired' } }),
    },
  ])('that is $what out of turn counts the wait from the last write', ({ event }) => {
    const after = evolve(aTicket({ updatedAt: isoAt(3) }), event);

    expect(after.holder).toMatchObject({ since: isoAt(3) });
  });

  it('remembers every time an agent let it pass, the latest last', () => {
    const ticket = aTicket({ ...inQueue, passedBy: ['mei', 'bo'] });
    const event = anEvent({ type: 'OfferPassed', body: { agentId: 'mei', reason: 'expired' } });

    expect(evolve(ticket, event).passedBy).toEqual(['mei', 'bo', 'mei']);
  });

  it.each([
    { what: 'keeps what was understood', intentId: undefined, becomes: 'buyer.refund.apply' },
    {
      what: 'takes what is understood better',
      intentId: 'ads.billing.charge',
      becomes: 'ads.billing.charge',
    },
  ])('that classifies $what', ({ intentId, becomes }) => {
    const event = anEvent({
      type: 'TicketClassified',
      body: {
        intentId,
        intents: [],
        priority: 'high',
        language: 'zh',
        queueId: 'finance',
        reasons: [],
        throughNumber: 2,
      },
    });

    const after = evolve(aTicket({ intentId: 'buyer.refund.apply', botHandledNumber: 5 }), event);

    expect(after).toMatchObject({
      intentId: becomes,
      priority: 'high',
      queueId: 'finance',
      botHandledNumber: 5,
    });
  });

  it.each([
    { what: 'a question of the bot without a dialogue', dialogue: undefined, asked: 2 },
    { what: 'a question that the customer’s words led to', dialogue: { failures: 0 }, asked: 0 },
    { what: 'a question put once more', dialogue: { failures: 1 }, asked: 1 },
  ])('counts how often the bot had to ask back: $what', ({ dialogue, asked }) => {
    const body = {
      text: '…',
      purpose: 'question' as const,
      ...(dialogue && { dialogue: { step: 'size', slots: {}, tried: [], ...dialogue } }),
    };

    const after = evolve(aTicket({ botAsked: 1 }), anEvent({ actor: bot, body }));

    expect(after).toMatchObject({ botAsked: asked, status: 'open' });
  });

  it.each([
    { what: 'takes the summary the bot has come to', summary: '诉求：退款', becomes: '诉求：退款' },
    { what: 'keeps the earlier one without', summary: undefined, becomes: '客户：在吗' },
  ])('that classifies $what', ({ summary, becomes }) => {
    const body = {
      intents: [],
      priority: 'normal' as const,
      language: 'zh' as const,
      queueId: 'support' as const,
      reasons: [],
      throughNumber: 2,
      ...(summary !== undefined && { summary }),
    };

    const after = evolve(
      aTicket({ summary: '客户：在吗' }),
      anEvent({ type: 'TicketClassified', actor: bot, body }),
    );

    expect(after.summary).toBe(becomes);
  });

  it('that queues keeps tier and summary unless it knows better', () => {
    const ticket = aTicket({ minimumTier: 'expert', summary: '客户：在吗' });
    const event = anEvent({ type: 'TicketQueued', body: { queueId: 'finance', reason: '…' } });

    expect(evolve(ticket, event)).toMatchObject({ minimumTier: 'expert', summary: '客户：在吗' });
  });

  it('that says a target was missed adds it to those before', () => {
    const ticket = aTicket({ breached: ['reached'] });
    const event = anEvent({ type: 'TargetBreached', body: { target: 'resolution', dueAt: isoAt(0) } });

    expect(evolve(ticket, event).breached).toEqual(['reached', 'resolution']);
  });
});
