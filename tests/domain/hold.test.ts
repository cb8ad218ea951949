import { describe, expect, it } from 'vitest';
import { askForPerson, receiveMessage } from '../../functions/domain/conversation.ts';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import { acceptTicket, replyToCustomer, resolveByAgent } from '../../functions/domain/desk.ts';
import { MessageRefusedError, NotFoundError } from '../../functions/domain/errors.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { refuseHeld, releaseHeld } from '../../functions/domain/review.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import { customerEvents } from '../../functions/domain/views.ts';
import {
  TICKET_ID,
  aCommand,
  aHistoryOf,
  anOpening,
  by,
  histories,
  isoAt,
  saved,
  when,
} from '../support/builders.ts';
import { aScreening } from '../support/risk.ts';

const lin = { actor: { kind: 'agent', id: 'lin' }, reason: 'harmless', command: aCommand('review') } as const;
const typesOf = (change: TicketChange | undefined) => change?.events.map(({ type }) => type);
const says = (history: History, text: string, screening = aScreening('hold'), seconds = 100) =>
  receiveMessage(history, { text, command: aCommand(text), screening }, when(seconds));
const holding = (history: History, text = '加我微信', screening = aScreening('hold')) =>
  saved(history.events, says(history, text, screening));
const replies = (history: History, text: string, screening = aScreening('hold')) =>
  replyToCustomer(history, { ...by(), text, screening }, when(100));

describe('a message that is refused', () => {
  it.each([
    ['an opening', () => anOpening({ screening: aScreening('refuse') })],
    ['a message', () => says(histories.withBot(), '加我微信', aScreening('refuse'))],
    ['an agent’s reply', () => replies(histories.accepted(), '加我微信', aScreening('refuse'))],
  ])('leaves nothing behind: %s', (_name, write) => {
    expect(write).toThrow(MessageRefusedError);
  });
});

describe('a message that is marked', () => {
  it('is sent with what was found, which its customer does not see', () => {
    const change = says(histories.withBot(), '加我微信', aScreening('send'));

    expect(change.events[0]).toMatchObject({ type: 'MessageSent', body: { risks: [{ action: 'flag' }] } });
    expect(JSON.stringify(customerEvents(change.events))).not.toContain('diversion');
  });
});

describe('a held message', () => {
  it('waits for a reviewer; nobody is asked to answer it', () => {
    const history = histories.withBot();
    const change = says(history, '加我微信');

    expect(typesOf(change)).toEqual(['MessageHeld']);
    expect(change.ticket.held).toEqual([
      { number: history.number + 1, writer: 'customer', dueAt: isoAt(700), whenDue: 'release' },
    ]);
    expect(change.ticket.timers).toEqual({ ...history.ticket.timers, 'review-due': isoAt(700) });
  });

  it('is shown to its customer as held, with the words, the time and the category', () => {
    const [event] = customerEvents(says(histories.withBot(), '加我微信').events);

    expect(event).toMatchObject({
      type: 'MessageHeld',
      text: '加我微信',
      dueAt: isoAt(700),
      categories: ['diversion'],
      commandId: aCommand('加我微信').id,
    });
  });

  it('of an agent is not shown to the customer, and has answered nothing', () => {
    const history = histories.accepted();
    const change = replies(history, '加我微信');

    expect(typesOf(change)).toEqual(['MessageHeld']);
    expect(customerEvents(change.events)).toEqual([]);
    expect(change.ticket.timers['next-reply-due']).toBe(history.ticket.timers['next-reply-due']);
  });

  it('of an agent who was offered the ticket accepts it', () => {
    expect(typesOf(replies(histories.offered(), '加我微信'))).toEqual(['TicketAccepted', 'MessageHeld']);
  });

  it('that opens a ticket names nothing in lists and asks neither bot nor people', () => {
    const change = anOpening({ text: '加我微信', screening: aScreening('hold') });

    expect(typesOf(change)).toEqual(['TicketOpened', 'MessageHeld']);
    expect(change.ticket).toMatchObject({ subject: '', holder: { kind: 'bot' } });
    expect(Object.keys(change.ticket.timers).sort()).toEqual([
      'resolution-due',
      'resolution-warning',
      'review-due',
    ]);
  });

  it('stays to be reviewed when the matter is settled meanwhile', () => {
    const history = holding(histories.accepted());

    const change = resolveByAgent(history, { ...by(), reason: '已退款' }, when(200));

    expect(change.ticket.timers['review-due']).toBe(isoAt(700));
  });

  it('leads to the same state when its history is replayed', () => {
    const { ticket, events } = holding(histories.withBot());

    expect(replay(events)).toEqual(ticket);
  });
});

describe('a held threat', () => {
  const threat = aScreening('hold', 'violence');

  it('goes to the people who see to safety, at once and urgent, without its words', () => {
    const change = says(histories.withBot(), '砍死你', threat);

    expect(typesOf(change)).toEqual(['MessageHeld', 'TicketClassified', 'TicketQueued']);
    expect(change.ticket).toMatchObject({
      priority: 'urgent',
      queueId: 'trust-safety',
      holder: { kind: 'queue' },
    });
    expect(change.ticket.timers['reached-due']).toBe(isoAt(15));
    expect(change.ticket.summary).not.toContain('砍死你');
  });

  it('as an opening does so too', () => {
    const change = anOpening({ text: '砍死你', screening: threat });

    expect(typesOf(change)).toEqual(['TicketOpened', 'MessageHeld', 'TicketClassified', 'TicketQueued']);
    expect(JSON.stringify(change.ticket)).not.toContain('砍死你');
    expect(replay(change.events)).toEqual(change.ticket);
  });

  it('makes a ticket urgent that people have, and hurries those it waits for', () => {
    const waiting = says(histories.inQueue(), '砍死你', threat);
    const held = says(histories.accepted(), '砍死你', threat);

    expect(typesOf(waiting)).toEqual(['MessageHeld', 'TicketClassified']);
    expect(waiting.ticket.timers['reached-due']).toBe(isoAt(100));
    expect(held.ticket).toMatchObject({ priority: 'urgent', holder: { kind: 'agent' } });
  });

  it.each([histories.resolved, histories.pending])(
    'waits like any other where nobody is at work (%#)',
    (history) => {
      expect(typesOf(says(history(), '砍死你', threat))).toEqual(['MessageHeld']);
    },
  );
});

describe('a review', () => {
  it('that releases a message makes it one like any other', () => {
    const history = holding(histories.withBot());
    const change = releaseHeld(history, history.number, lin, when(130));

    expect(typesOf(change)).toEqual(['MessageReleased', 'MessageSent']);
    expect(change.events[1]).toMatchObject({
      actor: { kind: 'customer' },
      body: { text: '加我微信', heldNumber: history.number },
    });
    expect(change.ticket.held).toBeUndefined();
    expect(change.ticket.timers).toMatchObject({ 'bot-due': isoAt(138) });
    expect(change.ticket.timers['review-due']).toBeUndefined();
  });

  it('that releases an opening names the ticket', () => {
    const history = saved([], anOpening({ text: '加我微信', screening: aScreening('hold') }));

    const { ticket } = releaseHeld(history, 2, lin, when(130));

    expect(ticket).toMatchObject({ subject: '加我微信', unansweredSince: isoAt(130) });
  });

  it('that releases an agent’s message answers the customer', () => {
    const history = saved(histories.accepted().events, replies(histories.accepted(), '加我微信'));
    const change = releaseHeld(history, history.number, lin, when(110));

    expect(typesOf(change)).toEqual(['MessageReleased', 'MessageSent']);
    expect(change.ticket.timers['next-reply-due']).toBeUndefined();
    expect(customerEvents(change.events)).toMatchObject([{ type: 'MessageSent', from: { kind: 'agent' } }]);
  });

  it('that refuses a message tells its writer why, and nobody what it said', () => {
    const history = holding(histories.accepted());
    const change = refuseHeld(history, history.number, lin, when(130));

    expect(customerEvents(change.events)).toMatchObject([
      {
        type: 'MessageRefused',
        heldNumber: history.number,
        categories: ['diversion'],
        from: { kind: 'system' },
      },
    ]);
    expect(JSON.stringify(change.events)).not.toContain('加我微信');
    expect(change.ticket.held).toBeUndefined();
  });

  it('does not tell the customer who reviewed', () => {
    const history = holding(histories.withBot());

    const told = JSON.stringify(customerEvents(releaseHeld(history, history.number, lin, when(130)).events));

    expect(told).not.toMatch(/lin|harmless|command/);
  });

  it.each([99, 2])('of what is not held finds nothing (%i)', (number) => {
    expect(() => releaseHeld(holding(histories.withBot()), number, lin, when(130))).toThrow(NotFoundError);
  });

  it('of one message leaves the others their time', () => {
    const once = holding(histories.withBot());
    const twice = saved(once.events, says(once, '加我QQ', aScreening('hold'), 160));

    const change = refuseHeld(twice, once.number, lin, when(170));

    expect(change.ticket.held).toHaveLength(1);
    expect(change.ticket.timers['review-due']).toBe(isoAt(760));
  });

  it('of a message after resolution opens the ticket again', () => {
    const history = holding(histories.resolved());

    expect(typesOf(releaseHeld(history, history.number, lin, when(130)))).toEqual([
      'MessageReleased',
      'TicketReopened',
      'MessageSent',
      'TicketQueued',
    ]);
  });
});

describe('a message that nobody reviewed in time', () => {
  const timer = { ticketId: TICKET_ID, kind: 'review-due', dueAt: isoAt(700) } as const;

  it.each([
    ['release', ['MessageReleased', 'MessageSent']],
    ['refuse', ['MessageRefused']],
  ] as const)('is decided as was said when it was held: %s', (whenDue, types) => {
    const history = holding(histories.withBot(), '加我微信', aScreening('hold', 'diversion', { whenDue }));

    expect(typesOf(onTimer(history, timer, when(700)))).toEqual(types);
    expect(onTimer(history, timer, when(699))).toBeUndefined();
  });

  it('is one of several: the timer goes on to the next', () => {
    const once = holding(histories.withBot());
    const twice = saved(once.events, says(once, '加我QQ', aScreening('hold'), 160));

    const change = onTimer(twice, timer, when(700));

    expect(change?.ticket.held).toHaveLength(1);
    expect(change?.ticket.timers['review-due']).toBe(isoAt(760));
  });

  it('cannot be sent any more once the ticket is closed', () => {
    const history = holding(histories.resolved());
    const closed = { ...history, ticket: { ...history.ticket, status: 'closed' as const } };

    expect(typesOf(onTimer(closed, timer, when(700)))).toEqual(['MessageRefused']);
  });
});

it('a customer whose opening is held may ask for a person', () => {
  const history = aHistoryOf(anOpening({ text: '加我微信', screening: aScreening('hold') }));
  const change = askForPerson(history, aCommand('person'), when(20));

  expect(change?.ticket.holder.kind).toBe('queue');
  expect(change?.ticket.summary).not.toContain('加我微信');
  expect(typesOf(change && acceptTicket(saved(history.events, change), by(), when(30)))).toEqual([
    'TicketAccepted',
  ]);
});
