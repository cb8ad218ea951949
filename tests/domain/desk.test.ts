import { describe, expect, it } from 'vitest';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import { askForPerson, customerOf, receiveMessage } from '../../functions/domain/conversation.ts';
import {
  acceptTicket,
  actorOf,
  addNote,
  correctIntent,
  declineTicket,
  type DeskCommand,
  escalateTicket,
  reopenTicket,
  replyToCustomer,
  resolveByAgent,
  transferTicket,
  waitForCustomer,
} from '../../functions/domain/desk.ts';
import { resolveTicket } from '../../functions/domain/resolving.ts';
import { ForbiddenError, IllegalTransitionError } from '../../functions/domain/errors.ts';
import { offerTicket } from '../../functions/domain/assignment.ts';
import {
  aCaller,
  aCommand,
  aHistory,
  aHistoryOf,
  aLead,
  anAgent,
  anOpening,
  by,
  histories,
  isoAt,
  when,
} from '../support/builders.ts';

const bo = aCaller({ agentId: 'bo', name: 'Bo' });
const typesOf = ({ events }: TicketChange) => events.map(({ type }) => type);

type Deed = (history: History, who: DeskCommand) => TicketChange;
const deeds: Record<string, Deed> = {
  accept: (history, who) => acceptTicket(history, who, when(35)),
  decline: (history, who) => declineTicket(history, who, when(35)),
  reply: (history, who) => replyToCustomer(history, { ...who, text: '您好' }, when(35)),
  transfer: (history, who) =>
    transferTicket(history, { ...who, queueId: 'finance', reason: '查账' }, when(35)),
  escalate: (history, who) => escalateTicket(history, { ...who, reason: '需要帮助' }, when(35)),
  pend: (history, who) => waitForCustomer(history, who, when(35)),
  resolve: (history, who) => resolveByAgent(history, { ...who, reason: '已退款' }, when(35)),
  reopen: (history, who) => reopenTicket(history, { ...who, reason: '没好' }, when(35)),
  correct: (history, who) =>
    correctIntent(
      history,
      { ...who, intentId: 'buyer.refund.apply', queueId: 'after-sales', priority: 'high' },
      when(35),
    ),
};
const closed = () => aHistory({ status: 'closed', holder: { kind: 'nobody' } });

describe('the desk', () => {
  it.each(Object.entries(deeds).map(([name, deed]) => ({ name, deed })))(
    'refuses to $name a closed ticket',
    ({ deed }) => {
      expect(() => deed(closed(), by())).toThrow(IllegalTransitionError);
    },
  );

  it.each([
    { name: 'accept', where: 'offered' },
    { name: 'decline', where: 'offered' },
    { name: 'reply', where: 'offered' },
    { name: 'reply', where: 'accepted' },
    { name: 'transfer', where: 'accepted' },
    { name: 'escalate', where: 'accepted' },
    { name: 'pend', where: 'accepted' },
    { name: 'resolve', where: 'accepted' },
    { name: 'correct', where: 'accepted' },
    { name: 'transfer', where: 'inQueue' },
    { name: 'resolve', where: 'inQueue' },
  ] as const)('refuses to $name a ticket that is $where with somebody else, or nobody', ({ name, where }) => {
    expect(() => deeds[name]?.(histories[where](), by(bo))).toThrow(ForbiddenError);
  });

  it.each([
    { name: 'decline', where: 'offered' },
    { name: 'transfer', where: 'inQueue' },
    { name: 'resolve', where: 'withBot' },
    { name: 'pend', where: 'accepted' },
  ] as const)('lets a lead $name a ticket that is $where', ({ name, where }) => {
    expect(deeds[name]?.(histories[where](), by(aLead()))).toBeDefined();
  });

  it('names the agent in the history, with the write', () => {
    const command = aCommand('accept');

    const change = acceptTicket(histories.offered(), by(aCaller(), command), when(25));

    expect(change.events[0]).toMatchObject({ actor: actorOf(aCaller()), command });
  });
});

describe('accepting', () => {
  it('makes the agent hold and own the ticket, and meets the promise', () => {
    const change = acceptTicket(histories.offered(), by(), when(25));

    expect(change.ticket).toMatchObject({
      status: 'open',
      holder: { kind: 'agent', agentId: 'mei' },
      ownerId: 'mei',
      reachedAt: isoAt(25),
      passedBy: [],
    });
    expect(change.events[0]).toMatchObject({ body: { waitedSeconds: 25, reached: 'met' } });
  });

  it('says that the promise was breached even before its timer has fired', () => {
    const change = acceptTicket(histories.inQueue(), by(), when(181));

    expect(change.events[0]).toMatchObject({ body: { reached: 'breached' } });
  });

  it('stops the clock of being reached and starts that of the next reply', () => {
    const change = acceptTicket(histories.offered(), by(), when(25));

    expect(change.ticket.timers).toEqual({
      'first-reply-warning': isoAt(288),
      'first-reply-due': isoAt(360),
      'next-reply-warning': isoAt(169),
      'next-reply-due': isoAt(205),
      'resolution-warning': isoAt(69_120),
      'resolution-due': isoAt(86_400),
    });
  });

  it('starts no clock when the customer waits for nothing', () => {
    const history = aHistory({ status: 'open', holder: { kind: 'queue', since: isoAt(0) } });

    const change = acceptTicket(history, by(), when(5));

    expect(change.ticket.timers).toEqual({});
  });

  it('keeps the seat that the offer took', () => {
    const change = acceptTicket(histories.offered(), by(), when(25));

    expect([change.takeSeat, change.freeSeat]).toEqual([undefined, undefined]);
  });

  it('takes a seat when the ticket comes straight from the queue', () => {
    const change = acceptTicket(histories.inQueue(), by(bo), when(25));

    expect([change.takeSeat, change.freeSeat]).toEqual(['bo', undefined]);
  });

  it('moves the seat when a lead takes what was offered to somebody else', () => {
    const change = acceptTicket(histories.offered(), by(aLead()), when(25));

    expect([change.takeSeat, change.freeSeat]).toEqual(['lin', 'mei']);
  });

  it('leaves the owner of a ticket that comes back', () => {
    const history = aHistory({ status: 'open', holder: { kind: 'queue', since: isoAt(0) }, ownerId: 'mei' });

    const change = acceptTicket(history, by(bo), when(5));

    expect(change.ticket.ownerId).toBe('mei');
  });

  it('ends the ladder', () => {
    const history = aHistory({
      status: 'open',
      holder: { kind: 'queue', since: isoAt(0) },
      escalationLevel: 2,
      passedBy: ['bo'],
      timers: { 'escalation-due': isoAt(300) },
    });

    const change = acceptTicket(history, by(), when(290));

    expect(change.ticket).toMatchObject({ escalationLevel: 0, passedBy: [], timers: {} });
  });
});

describe('declining', () => {
  it('puts the ticket back where it stood in the queue and frees the seat', () => {
    const change = declineTicket(histories.offered(), by(), when(25));

    expect(change.ticket).toMatchObject({ holder: { kind: 'queue', since: isoAt(0) }, passedBy: ['mei'] });
    expect(change.ticket.timers['offer-due']).toBeUndefined();
    expect(change.freeSeat).toBe('mei');
  });

  it('leaves the promise to the customer as it is', () => {
    const change = declineTicket(histories.offered(), by(), when(25));

    expect(change.ticket.timers['reached-due']).toBe(isoAt(180));
  });

  it('by a lead passes the offer of the agent who had it', () => {
    const change = declineTicket(histories.offered(), by(aLead()), when(25));

    expect(change.events[0]).toMatchObject({ body: { agentId: 'mei', reason: 'declined' } });
  });
});

describe('replying', () => {
  it('answers the customer and stops the clock', () => {
    const change = replyToCustomer(histories.accepted(), { ...by(), text: '马上查' }, when(30));

    expect(change.ticket).toMatchObject({ answered: true, reachedAt: isoAt(25) });
    expect(change.ticket.unansweredSince).toBeUndefined();
    expect(Object.keys(change.ticket.timers)).toEqual(['resolution-warning', 'resolution-due']);
  });

  it('to an offer accepts it first', () => {
    const change = replyToCustomer(histories.offered(), { ...by(), text: '您好' }, when(25));

    expect(typesOf(change)).toEqual(['TicketAccepted', 'MessageSent']);
    expect(change.ticket.holder).toEqual({ kind: 'agent', agentId: 'mei' });
    expect(change.ticket.timers['next-reply-due']).toBeUndefined();
  });

  it('a second time is a plain message', () => {
    const history = histories.answered();

    const change = replyToCustomer(history, { ...by(), text: '还在查' }, when(35));

    expect(change.ticket).toBe(history.ticket);
  });

  it('while waiting for the customer leaves the ticket waiting', () => {
    const change = replyToCustomer(histories.pending(), { ...by(), text: '还在吗' }, when(100));

    expect(change.ticket.status).toBe('pending');
  });

  it('carries what the agent attached', () => {
    const attachments = [{ kind: 'file' as const, url: 'https://files.test/receipt.pdf' }];

    const change = replyToCustomer(histories.accepted(), { ...by(), text: '凭证', attachments }, when(30));

    expect(change.events[0]).toMatchObject({ body: { text: '凭证', attachments } });
  });
});

describe('a note', () => {
  it.each(Object.entries({ ...histories, closed }).map(([where, make]) => ({ where, make })))(
    'may be left by anybody and changes nothing ($where)',
    ({ make }) => {
      const history = make();

      const change = addNote(history, { ...by(bo), text: '老客户' }, when(99));

      expect(change.ticket).toBe(history.ticket);
      expect(typesOf(change)).toEqual(['NoteAdded']);
    },
  );
});

describe('correcting the intent', () => {
  it('moves queue and priority, and says who says so', () => {
    const correction = { intentId: 'buyer.refund.apply', queueId: 'after-sales', priority: 'high' } as const;

    const change = correctIntent(histories.accepted(), { ...by(), ...correction }, when(30));

    expect(change.ticket).toMatchObject(correction);
    expect(change.events[0]).toMatchObject({ actor: { id: 'mei' }, body: { reasons: ['an agent says so'] } });
  });

  it('settles what the bot has not read yet', () => {
    const history = histories.accepted();
    const correction = { intentId: 'buyer.refund.apply', queueId: 'after-sales', priority: 'high' } as const;

    const change = correctIntent(history, { ...by(), ...correction }, when(30));

    expect(change.ticket.botHandledNumber).toBe(history.number);
  });
});

describe('a transfer', () => {
  const transfer = (history: History, seconds = 100) =>
    transferTicket(history, { ...by(), queueId: 'finance', reason: '查账' }, when(seconds));

  it('goes to the other queue, frees the seat and promises a person anew', () => {
    const change = transfer(histories.answered());

    expect(change.ticket).toMatchObject({
      status: 'open',
      holder: { kind: 'queue', since: isoAt(100) },
      queueId: 'finance',
      passedBy: ['mei'],
    });
    expect(change.ticket.timers['reached-due']).toBe(isoAt(280));
    expect(change.freeSeat).toBe('mei');
  });

  it('by a lead out of the queue is held against nobody', () => {
    const change = transferTicket(
      histories.inQueue(),
      { ...by(aLead()), queueId: 'finance', reason: '查账' },
      when(15),
    );

    expect(change.ticket.passedBy).toEqual([]);
  });

  it('lets go of the tier the other queue may not have', () => {
    const history = aHistory({
      status: 'open',
      holder: { kind: 'agent', agentId: 'mei' },
      minimumTier: 'expert',
    });

    expect(transfer(history).ticket.minimumTier).toBeUndefined();
  });

  it('of a ticket that waits for its customer lets the clock run on', () => {
    const change = transfer(histories.pending(), 1040);

    expect(typesOf(change)).toEqual(['TicketTransferred', 'TicketResumed', 'TicketQueued']);
    expect(change.ticket.timers['resolution-due']).toBe(isoAt(87_400));
    expect(change.ticket.timers['silence-due']).toBeUndefined();
    expect(change.freeSeat).toBeUndefined();
  });
});

describe('asking for help', () => {
  it('climbs a rung while the agent keeps the conversation', () => {
    const change = escalateTicket(histories.accepted(), { ...by(), reason: '需要帮助' }, when(30));

    expect(change.ticket).toMatchObject({
      escalationLevel: 1,
      holder: { kind: 'agent', agentId: 'mei' },
    });
    expect(change.ticket.timers['escalation-due']).toBeUndefined();
  });
});

describe('waiting for the customer', () => {
  it('stops every clock, remembers what was left, and frees the seat', () => {
    const change = waitForCustomer(histories.accepted(), { ...by(), reason: '等订单号' }, when(40));

    expect(change.ticket).toMatchObject({ status: 'pending', clocks: { resolution: { left: 86_360 } } });
    expect(change.ticket.unansweredSince).toBeUndefined();
    expect(change.ticket.timers).toEqual({ 'silence-due': isoAt(640) });
    expect(change.freeSeat).toBe('mei');
  });

  it('leaves nothing when the time had run out', () => {
    const change = waitForCustomer(histories.accepted(), by(), when(90_000));

    expect(change.ticket.clocks?.resolution?.left).toBe(0);
  });

  it('remembers nothing of a target that was breached before', () => {
    const history = aHistory({
      status: 'open',
      holder: { kind: 'agent', agentId: 'mei' },
      breached: ['resolution'],
    });

    const change = waitForCustomer(history, by(), when(90_000));

    expect(change.ticket.clocks).toBeUndefined();
  });
});

describe('resolving', () => {
  it('settles the matter, frees the seat, and closes by itself after three days', () => {
    const change = resolveByAgent(histories.answered(), { ...by(), reason: '已退款' }, when(60));

    expect(change.ticket).toMatchObject({
      status: 'resolved',
      holder: { kind: 'nobody' },
      resolutionCount: 1,
      timers: { 'auto-close': isoAt(60 + 259_200) },
    });
    expect(Object.keys(change.ticket.timers)).toEqual(['auto-close']);
    expect(change.freeSeat).toBe('mei');
  });

  it.each([
    { where: 'in time', history: histories.answered, seconds: 60, resolution: 'met' },
    { where: 'too late', history: histories.answered, seconds: 86_401, resolution: 'breached' },
    { where: 'while the clock stands', history: histories.pending, seconds: 90_000, resolution: 'met' },
  ] as const)(
    'says that the target is $resolution when it happens $where',
    ({ history, seconds, resolution }) => {
      const change = resolveByAgent(history(), { ...by(), reason: '已退款' }, when(seconds));

      expect(change.events[0]).toMatchObject({ body: { resolution } });
    },
  );

  it('may be done by the customer, wherever the ticket is', () => {
    const history = histories.inQueue();

    const change = resolveTicket(history, { actor: customerOf(history), reason: '好了' }, when(20));

    expect(change.ticket.status).toBe('resolved');
  });

  it('counts up with every resolution', () => {
    const history = aHistoryOf(anOpening(), (opened) => askForPerson(opened, aCommand('person'), when(10)));
    const again = aHistory({ ...history.ticket, resolutionCount: 1 });

    const change = resolveTicket(again, { actor: customerOf(again), reason: '好了' }, when(20));

    expect(change.ticket.resolutionCount).toBe(2);
  });

  it('frees no seat of a ticket that waits for its customer, because it holds none', () => {
    const change = resolveByAgent(histories.pending(), { ...by(), reason: '已退款' }, when(60));

    expect(change.freeSeat).toBeUndefined();
  });
});

describe('reopening', () => {
  it('puts a settled ticket into its queue; every promise starts anew', () => {
    const change = reopenTicket(histories.resolved(), { ...by(bo), reason: '没好' }, when(100));

    expect(change.ticket).toMatchObject({
      status: 'open',
      holder: { kind: 'queue', since: isoAt(100) },
      answered: false,
    });
    expect(change.ticket.timers).toEqual({
      'reached-warning': isoAt(244),
      'reached-due': isoAt(280),
      'first-reply-warning': isoAt(388),
      'first-reply-due': isoAt(460),
      'resolution-warning': isoAt(69_220),
      'resolution-due': isoAt(86_500),
    });
  });

  it('forgets the survey that was offered', () => {
    const change = reopenTicket(histories.surveyed(), { ...by(), reason: '没好' }, when(100));

    expect(change.ticket.survey).toBeUndefined();
  });
});

describe('an agent who comes back to a ticket', () => {
  it('is offered it again, in one seat', () => {
    const history = aHistoryOf(
      anOpening(),
      (opened) => askForPerson(opened, aCommand('person'), when(10)),
      (queued) => offerTicket(queued, anAgent(), when(20)),
      (offered) => acceptTicket(offered, by(), when(25)),
      (accepted) => waitForCustomer(accepted, by(), when(30)),
      (pending) => receiveMessage(pending, { text: '订单号 1', command: aCommand('1') }, when(90)),
    );

    const change = offerTicket(history, anAgent(), when(91));

    expect([change.takeSeat, change.freeSeat]).toEqual(['mei', undefined]);
  });
});
