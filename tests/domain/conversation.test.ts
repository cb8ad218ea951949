import { describe, expect, it } from 'vitest';
import { resolveTicket } from '../../functions/domain/resolving.ts';
import { askForPerson, customerOf, receiveMessage } from '../../functions/domain/conversation.ts';
import { IllegalTransitionError } from '../../functions/domain/errors.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import type { History } from '../../functions/domain/change.ts';
import {
  aCommand,
  aHistory,
  aHistoryOf,
  anOpening,
  aTimer,
  histories,
  isoAt,
  when,
} from '../support/builders.ts';

const words = (text = '在吗') => ({ text, command: aCommand(text) });
const typesOf = (change: { events: readonly { type: string }[] } | undefined) =>
  change?.events.map(({ type }) => type);
const resolvedByBot = () =>
  aHistoryOf(anOpening(), (history) =>
    resolveTicket(history, { actor: customerOf(history), reason: '好了' }, when(60)),
  );

describe('opening a ticket', () => {
  it('gives it to the bot and remembers since when the customer waits', () => {
    const { ticket } = anOpening();

    expect(ticket).toMatchObject({
      status: 'new',
      holder: { kind: 'bot' },
      customerName: '小王',
      unansweredSince: isoAt(0),
    });
  });

  it('opens with the first message, both made by the same write', () => {
    const { events } = anOpening();

    expect(events).toMatchObject([
      { type: 'TicketOpened', number: 1, command: aCommand('open') },
      { type: 'MessageSent', number: 2, command: aCommand('open'), body: { text: '退款还没有到账' } },
    ]);
  });

  it('promises a resolution, and a person should the bot stay silent', () => {
    const { ticket } = anOpening();

    expect(ticket.timers).toEqual({
      'bot-due': isoAt(8),
      'resolution-warning': isoAt(69_120),
      'resolution-due': isoAt(86_400),
    });
  });

  it('shortens the first message to a subject without cutting a character in half', () => {
    const { ticket } = anOpening({ text: `  ${'𠮷'.repeat(90)}` });

    expect(ticket.subject).toBe('𠮷'.repeat(80));
  });

  it('keeps what the customer attached', () => {
    const attachments = [{ kind: 'image' as const, url: 'https://files.test/order.png' }];

    const { events } = anOpening({ attachments });

    expect(events[1]).toMatchObject({ body: { attachments } });
  });
});

describe('a message of the customer', () => {
  it('gives the bot its time again and ends the silence', () => {
    const history = aHistory({ answered: true, status: 'open', timers: { 'silence-due': isoAt(600) } });

    const change = receiveMessage(history, words(), when(100));

    expect(change.ticket.timers).toEqual({ 'bot-due': isoAt(108) });
  });

  it('is a plain message while the customer waits in the queue', () => {
    const history = histories.inQueue();

    const change = receiveMessage(history, words(), when(15));

    expect(change.ticket).toBe(history.ticket);
  });

  it('promises the next answer of the agent who has answered so far', () => {
    const change = receiveMessage(histories.answered(), words(), when(100));

    expect(change.ticket).toMatchObject({
      unansweredSince: isoAt(100),
      timers: { 'next-reply-warning': isoAt(244), 'next-reply-due': isoAt(280) },
    });
  });

  it('does not move a promise that already runs', () => {
    const history = histories.accepted();

    const change = receiveMessage(history, words(), when(100));

    expect(change.ticket).toBe(history.ticket);
  });

  it('ends the wait for the customer: into the queue, the clock of the resolution runs on', () => {
    const change = receiveMessage(histories.pending(), words(), when(1040));

    expect(typesOf(change)).toEqual(['MessageSent', 'TicketResumed', 'TicketQueued']);
    expect(change.ticket).toMatchObject({ status: 'open', holder: { kind: 'queue', since: isoAt(1040) } });
    expect(change.ticket.clocks?.resolution?.left).toBeUndefined();
    expect(change.ticket.timers).toEqual({
      'reached-warning': isoAt(1184),
      'reached-due': isoAt(1220),
      'resolution-warning': isoAt(70_120),
      'resolution-due': isoAt(87_400),
    });
  });

  it('does not start a clock of the resolution that had run out before the wait', () => {
    const { clocks: _, ...ticket } = histories.pending().ticket;
    const history = aHistory({ ...ticket, breached: ['resolution'] });

    const change = receiveMessage(history, words(), when(1040));

    expect(change.ticket.timers['resolution-due']).toBeUndefined();
  });

  it('opens what a person had settled again, for people', () => {
    const change = receiveMessage(histories.resolved(), words(), when(200));

    expect(typesOf(change)).toEqual(['TicketReopened', 'MessageSent', 'TicketQueued']);
    expect(change.ticket).toMatchObject({
      status: 'open',
      holder: { kind: 'queue', since: isoAt(200) },
      ownerId: 'mei',
      answered: false,
    });
  });

  it('opens what the bot had settled again, for the bot', () => {
    const change = receiveMessage(resolvedByBot(), words(), when(200));

    expect(change.ticket).toMatchObject({ status: 'open', holder: { kind: 'bot' } });
    expect(change.ticket.timers).toEqual({
      'bot-due': isoAt(208),
      'resolution-warning': isoAt(200 + 69_120),
      'resolution-due': isoAt(200 + 86_400),
    });
  });

  it('is refused once the ticket is closed', () => {
    const history = aHistory({ status: 'closed', holder: { kind: 'nobody' } });

    expect(() => receiveMessage(history, words(), when(1))).toThrow(IllegalTransitionError);
  });
});

describe('asking for a person', () => {
  const ask = (history: History, seconds: number) => askForPerson(history, aCommand('person'), when(seconds));

  it('takes the ticket from the bot at once', () => {
    const change = ask(histories.withBot(), 5);

    expect(change?.events).toMatchObject([
      {
        type: 'TicketQueued',
        actor: { kind: 'customer' },
        command: aCommand('person'),
        body: { reason: 'customer asked for a person' },
      },
    ]);
  });

  it('counts the promise from the message nobody has answered', () => {
    const change = ask(histories.withBot(), 5);

    expect(change?.ticket.holder).toEqual({ kind: 'queue', since: isoAt(0) });
    expect(change?.ticket.timers['reached-due']).toBe(isoAt(180));
  });

  it('counts the promise from the wish when everything was answered', () => {
    const change = ask(aHistory({ status: 'open', answered: true }), 100);

    expect(change?.ticket.timers['reached-due']).toBe(isoAt(280));
  });

  it.each(['inQueue', 'offered', 'accepted', 'answered'] as const)(
    'changes nothing when a person is already asked or there (%s)',
    (where) => {
      expect(ask(histories[where](), 35)).toBeUndefined();
    },
  );

  it('ends the wait for the customer', () => {
    const change = ask(histories.pending(), 1040);

    expect(typesOf(change)).toEqual(['TicketResumed', 'TicketQueued']);
    expect(change?.ticket).toMatchObject({ status: 'open', holder: { kind: 'queue', since: isoAt(1040) } });
    expect(change?.ticket.timers['resolution-due']).toBe(isoAt(87_400));
  });

  it('opens a settled ticket again', () => {
    const change = ask(resolvedByBot(), 200);

    expect(typesOf(change)).toEqual(['TicketReopened', 'TicketQueued']);
    expect(change?.ticket).toMatchObject({ status: 'open', holder: { kind: 'queue', since: isoAt(200) } });
  });

  it('is honoured even when the bot never comes back', () => {
    const change = onTimer(histories.withBot(), aTimer('bot-due', 8), when(8));

    expect(change?.ticket.holder.kind).toBe('queue');
  });

  it('is refused once the ticket is closed', () => {
    const history = aHistory({ status: 'closed', holder: { kind: 'nobody' } });

    expect(() => ask(history, 1)).toThrow(IllegalTransitionError);
  });
});
