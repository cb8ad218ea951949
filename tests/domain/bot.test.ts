import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../schemas/understanding.ts';
import { type BotTurn, takeBotTurn } from '../../functions/domain/bot.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import {
  aCommand,
  aHistory,
  aHistoryOf,
  anOpening,
  anUnderstanding,
  histories,
  isoAt,
  when,
} from '../support/builders.ts';
import { aScreening } from '../support/risk.ts';

const answer = {
  text: '退款一般三天内到账。',
  citations: [{ articleId: 'refund-time', version: 1, title: '退款多久到账' }],
};
const refund = { id: 'buyer.refund.not-arrived', confidence: 0.9, reasons: ['退款', '到账'] };
const sure = anUnderstanding({ abstained: false, intents: [refund] });
const unsure = anUnderstanding({ intents: [{ ...refund, confidence: 0.2 }] });

const turn = (overrides: Partial<BotTurn> = {}): BotTurn => ({
  understanding: sure,
  throughNumber: 2,
  ...overrides,
});
const bot = (history: History, overrides: Partial<BotTurn> = {}, seconds = 1) =>
  takeBotTurn(history, turn(overrides), when(seconds));
const spoken = (change: TicketChange | undefined) =>
  change?.events.map((event) => (event.type === 'MessageSent' ? event.body.text : '')).join('');
const typesOf = (change: TicketChange | undefined) => change?.events.map(({ type }) => type);

describe('a bot that is sure', () => {
  it('answers with the article it took the answer from', () => {
    const change = bot(histories.withBot(), { answer });

    expect(typesOf(change)).toEqual(['TicketClassified', 'MessageSent']);
    expect(change?.events[1]).toMatchObject({
      actor: { kind: 'bot' },
      body: { text: answer.text, purpose: 'answer', citations: answer.citations },
    });
  });

  it('keeps the ticket and counts it as answered', () => {
    const change = bot(histories.withBot(), { answer });

    expect(change?.ticket).toMatchObject({ status: 'open', holder: { kind: 'bot' }, answered: true });
    expect(change?.ticket.unansweredSince).toBeUndefined();
  });

  it('waits for the customer from now on', () => {
    const change = bot(histories.withBot(), { answer });

    expect(change?.ticket.timers).toMatchObject({ 'silence-due': isoAt(601) });
    expect(change?.ticket.timers['bot-due']).toBeUndefined();
  });

  it('says what it understood, how sure it was and why', () => {
    const change = bot(histories.withBot(), { answer });

    expect(change?.ticket).toMatchObject({
      intentId: refund.id,
      queueId: 'finance',
      language: 'zh',
      botHandledNumber: 2,
    });
    expect(change?.events[0]).toMatchObject({ body: { intents: [refund], reasons: ['退款', '到账'] } });
  });
});

describe('a bot that is unsure', () => {
  it('asks once instead of guessing', () => {
    const change = bot(histories.withBot(), { understanding: unsure });

    expect(typesOf(change)).toEqual(['TicketClassified', 'MessageSent']);
    expect(change?.events[1]).toMatchObject({ body: { purpose: 'question' } });
    expect(change?.ticket).toMatchObject({ status: 'open', botAsked: 1, answered: false });
  });

  it('claims no intent and leaves the ticket to its queue', () => {
    const change = bot(histories.withBot(), { understanding: unsure });

    expect(change?.ticket.intentId).toBeUndefined();
    expect(change?.ticket.queueId).toBe('support');
  });

  it.each([
    { language: 'zh', words: '您说的是「退款未到账」吗' },
    { language: 'zh-Hant', words: '您说的是「退款未到账」吗' },
    { language: 'und', words: '您说的是「退款未到账」吗' },
    { language: 'en', words: 'is it about “Refund not arrived”' },
  ] as const)('asks in the language of the customer ($language)', ({ language, words }) => {
    const change = bot(histories.withBot(), { understanding: { ...unsure, language } });

    expect(spoken(change)).toContain(words);
  });

  it('hands over when it has asked before', () => {
    const change = bot(aHistory({ botAsked: 1 }), { understanding: unsure });

    expect(change?.ticket.holder.kind).toBe('queue');
    expect(change?.events[2]).toMatchObject({
      type: 'TicketQueued',
      body: { reason: 'the bot asked once and is still unsure' },
    });
  });

  it('may ask again after it has answered in between', () => {
    const asked = bot(aHistory({ botAsked: 1 }), { answer });

    expect(asked?.ticket.botAsked).toBe(0);
  });

  it('does not charge the team with the time the customer takes to reply', () => {
    const history = aHistoryOf(
      anOpening(),
      (opened) => bot(opened, { understanding: unsure }),
      (asked) => receiveMessage(asked, { text: '就是没到', command: aCommand('again') }, when(400)),
    );

    const change = bot(history, { understanding: unsure, throughNumber: history.number }, 401);

    expect(change?.ticket.timers['reached-due']).toBe(isoAt(580));
  });
});

describe('a bot that must not settle it', () => {
  const cases: { what: string; understanding: Understanding; reason: string }[] = [
    {
      what: 'the customer wants a person',
      understanding: { ...sure, wantsHuman: true },
      reason: 'customer asked for a person',
    },
    {
      what: 'the matter is urgent',
      understanding: { ...sure, priority: 'urgent', urgency: { urgent: true, reasons: ['被盗', '转走'] } },
      reason: 'urgent: 被盗, 转走',
    },
  ];

  it.each(cases)('hands over although it knows an answer: $what', ({ understanding, reason }) => {
    const change = bot(histories.withBot(), { understanding, answer });

    expect(typesOf(change)).toEqual(['TicketClassified', 'MessageSent', 'TicketQueued']);
    expect(change?.events[2]).toMatchObject({ body: { reason } });
  });

  it('hands over what it understands but has no answer to', () => {
    const change = bot(histories.withBot());

    expect(change?.events[2]).toMatchObject({
      body: { reason: 'a person must settle buyer.refund.not-arrived', queueId: 'finance' },
    });
  });

  it('hands over what has no name', () => {
    const change = bot(histories.withBot(), { understanding: anUnderstanding({ abstained: false }) });

    expect(change?.events[2]).toMatchObject({ body: { reason: 'a person must settle this' } });
  });

  it('tells the customer and passes on what was said', () => {
    const change = bot(histories.withBot());

    expect(change?.events[1]).toMatchObject({ body: { purpose: 'notice' } });
    expect(change?.ticket.summary).toBe(
      '诉求：退款未到账（普通）\n原因：此类事项须由人工处理\n情绪：平静（平稳）；语言：中文\n客户：退款还没有到账',
    );
  });

  it('tells an English customer in English', () => {
    const change = bot(histories.withBot(), { understanding: { ...sure, language: 'en' } });

    expect(spoken(change)).toContain('I am connecting you');
  });

  it('promises a person by the priority it has just found, from the first word', () => {
    const understanding: Understanding = {
      ...sure,
      priority: 'urgent',
      urgency: { urgent: true, reasons: ['被盗'] },
    };

    const change = bot(histories.withBot(), { understanding });

    expect(change?.ticket).toMatchObject({ priority: 'urgent', holder: { kind: 'queue', since: isoAt(0) } });
    expect(change?.ticket.timers['reached-due']).toBe(isoAt(15));
  });
});

describe('a turn that comes again', () => {
  it('does nothing', () => {
    const history = aHistoryOf(anOpening(), (opened) => bot(opened, { answer }));

    expect(bot(history, { answer }, 2)).toBeUndefined();
  });

  it('does nothing for an older message than the one dealt with', () => {
    expect(bot(aHistory({ botHandledNumber: 5 }), { answer, throughNumber: 4 })).toBeUndefined();
  });

  it.each(['resolved', 'closed'] as const)('does nothing once the ticket is %s', (status) => {
    expect(bot(aHistory({ status, holder: { kind: 'nobody' } }), { answer })).toBeUndefined();
  });
});

describe('a bot beside a person', () => {
  const urgent: Understanding = {
    ...unsure,
    priority: 'urgent',
    urgency: { urgent: true, reasons: ['被盗'] },
  };

  it.each(['inQueue', 'offered', 'accepted', 'pending'] as const)('only listens (%s)', (where) => {
    expect(bot(histories[where](), { answer })).toBeUndefined();
  });

  it.each(['inQueue', 'offered', 'accepted', 'pending'] as const)(
    'raises the priority when the words demand it (%s)',
    (where) => {
      const change = bot(histories[where](), { understanding: urgent }, 41);

      expect(typesOf(change)).toEqual(['TicketClassified']);
      expect(change?.ticket).toMatchObject({ priority: 'urgent', holder: histories[where]().ticket.holder });
    },
  );

  it.each(['inQueue', 'offered'] as const)('shortens the promise of a waiting ticket (%s)', (where) => {
    const change = bot(histories[where](), { understanding: urgent }, 21);

    // The customer has waited for 21 s, longer than an urgent matter may: it is due at once.
    expect(change?.ticket.timers).toMatchObject({ 'reached-due': isoAt(21), 'first-reply-due': isoAt(75) });
    expect(change?.ticket.timers['reached-warning']).toBeUndefined();
  });

  it('promises nothing again once the promise was breached', () => {
    const history = aHistory({ status: 'open', holder: { kind: 'queue', since: isoAt(0) } });

    const change = bot(history, { understanding: urgent });

    expect(change?.ticket.timers).toEqual({});
  });

  it.each(['normal', 'low'] as const)('never lowers the priority (to %s)', (priority) => {
    expect(bot(histories.inQueue(), { understanding: { ...unsure, priority } })).toBeUndefined();
  });
});

describe('a bot whose article the filter stops', () => {
  const refusing = { answer, screen: () => aScreening('refuse', 'fraud') };

  it('is silent and hands over', () => {
    const change = bot(histories.withBot(), refusing);

    expect(typesOf(change)).toEqual(['TicketClassified', 'TicketQueued']);
    expect(change?.ticket).toMatchObject({ holder: { kind: 'queue' } });
    expect(change?.events[1]).toMatchObject({
      body: { reason: 'what the bot would have said was refused: fraud' },
    });
    expect(change?.ticket.timers['silence-due']).toBeUndefined();
  });

  it('still says words of its own', () => {
    expect(
      typesOf(bot(histories.withBot(), { ...refusing, understanding: unsure, answer: undefined })),
    ).toEqual(['TicketClassified', 'MessageSent']);
  });

  it('says what is only marked', () => {
    const change = bot(histories.withBot(), { answer, screen: () => aScreening('send', 'fraud') });

    expect(spoken(change)).toBe(answer.text);
  });
});

it('a bot that hears despair which no model sees calls a person with the words for it', () => {
  const risks = aScreening('send', 'self-harm').risks;
  const change = bot(histories.withBot(), { understanding: { ...unsure, risks: [...risks] } });

  expect(typesOf(change)).toEqual(['TicketClassified', 'MessageSent', 'TicketQueued']);
  expect(spoken(change)).toContain('12356');
});
