import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../schemas/understanding.ts';
import { takeBotTurn } from '../../functions/domain/bot.ts';
import type { History } from '../../functions/domain/change.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { readTurn } from '../../functions/domain/dialogue.ts';
import { aCommand, anUnderstanding, histories, saved, when } from '../support/builders.ts';

const moods = { '+': 'positive', '=': 'neutral', '-': 'negative', '!': 'angry' } as const;

const LONG = '我已经把订单号和截图都发给你们了，麻烦再看一下';

/** A customer writes to a person, each message felt as marked; the history after the bot has listened to each. */
function told(marks: string, { start = histories.answered(), text = LONG } = {}): History {
  return Array.from(marks).reduce((history, mark, i) => {
    const felt = Object.entries(moods).find(([it]) => it === mark)?.[1] ?? 'neutral';
    return heard(history, `${i} ${text}`, { sentiment: felt }, 100 + i);
  }, start);
}

function heard(history: History, text: string, means: Partial<Understanding>, seconds: number): History {
  const command = aCommand(text);
  const written = saved(history.events, receiveMessage(history, { text, command }, when(seconds)));
  const change = takeBotTurn(
    written,
    { understanding: anUnderstanding(means), throughNumber: written.number },
    when(seconds),
  );
  return change ? saved(written.events, change) : written;
}

const changes = ({ events }: History) =>
  events.flatMap((event) => (event.type === 'MoodChanged' ? [event.body] : []));
const warnings = (history: History) => changes(history).flatMap(({ warning }) => warning ?? []);

describe('a conversation with a person', () => {
  it.each([
    { marks: '-', mood: { sentiment: 'negative', trend: 'steady', warned: false } },
    { marks: '=-', mood: { sentiment: 'negative', trend: 'steady', warned: false } },
    { marks: '+-', mood: { sentiment: 'negative', trend: 'rising', warned: false } },
    { marks: '-=', mood: { sentiment: 'neutral', trend: 'falling', warned: false } },
    { marks: '-!', mood: { sentiment: 'angry', trend: 'rising', warned: true } },
  ] as const)('keeps the mood: after “$marks” it is $mood.sentiment', ({ marks, mood }) => {
    expect(told(marks).ticket.mood).toEqual(mood);
  });

  it('writes nothing while the mood stays as it is', () => {
    const start = histories.answered();

    expect(told('===', { start }).number).toBe(start.number + 3);
    expect(changes(told('---'))).toHaveLength(1);
  });

  it('hears nothing of a mood in a few plain words', () => {
    const upset = told('-');

    const history = heard(upset, '好的', { sentiment: 'neutral' }, 200);

    expect(history.ticket.mood).toEqual(upset.ticket.mood);
  });

  it('hears nothing of a mood in a language it does not speak', () => {
    const upset = told('-');

    const history = heard(upset, 'Đơn hàng của tôi vẫn chưa đến', { language: 'vi' }, 200);

    expect(history.ticket.mood).toEqual(upset.ticket.mood);
  });

  it('hears anger in a few words', () => {
    expect(heard(told('='), '骗子', { sentiment: 'angry' }, 200).ticket.mood?.sentiment).toBe('angry');
  });

  it('is left to its person: the bot says nothing', () => {
    const start = histories.answered();

    const added = told('-!', { start }).events.slice(start.number);

    expect(added.filter(({ actor }) => actor.kind === 'bot').map(({ type }) => type)).toEqual([
      'MoodChanged',
      'MoodChanged',
    ]);
  });

  it('is read message by message', () => {
    const history = told('==');
    const read: string[] = [];

    readTurn(history, history.number, (text) => {
      read.push(text);
      return anUnderstanding();
    });

    expect(read).toEqual([`1 ${LONG}`]);
  });
});

describe('a warning to agent and leads', () => {
  it.each([
    { marks: '!', why: ['the customer is angry'] },
    { marks: '=!', why: ['the customer is angry'] },
    { marks: '+=-', why: ['the mood fell twice in a row'] },
    { marks: '+-=-', why: [] },
    { marks: '=-', why: [] },
    { marks: '!!!', why: ['the customer is angry'] },
    { marks: '!-!', why: ['the customer is angry'] },
    { marks: '!=!', why: ['the customer is angry', 'the customer is angry'] },
  ] satisfies { marks: string; why: string[] }[])('after “$marks” is given for: $why', ({ marks, why }) => {
    expect(warnings(told(marks))).toEqual(why);
  });

  it('is given when somebody who came angry stays angry', () => {
    const start = histories.answered();
    const angry: History = {
      ...start,
      ticket: { ...start.ticket, mood: { sentiment: 'angry', trend: 'steady', warned: false } },
    };

    expect(warnings(told('!', { start: angry }))).toEqual(['the customer is angry']);
  });

  it('is the same when the message comes a second time', () => {
    const history = told('!');
    const again = takeBotTurn(
      history,
      { understanding: anUnderstanding({ sentiment: 'angry' }), throughNumber: history.number - 1 },
      when(300),
    );

    expect(again).toBeUndefined();
  });

  it('comes with the higher priority when the words demand one', () => {
    const history = heard(
      histories.answered(),
      '钱正在被转走，你们快点！',
      { sentiment: 'angry', priority: 'urgent', urgency: { urgent: true, reasons: ['被转走'] } },
      100,
    );

    expect(history.events.slice(-2).map(({ type }) => type)).toEqual(['TicketClassified', 'MoodChanged']);
    expect(history.ticket).toMatchObject({ priority: 'urgent', mood: { warned: true } });
  });
});

describe('a ticket that waits', () => {
  const waiting = histories.inQueue();
  const classified = ({ events }: History) => events.filter(({ type }) => type === 'TicketClassified').at(-1);

  it('is for those who speak the language that the customer writes in now', () => {
    const { ticket, ...history } = heard(waiting, '언제 환불되나요', { language: 'ko' }, 100);

    expect(ticket.language).toBe('ko');
    expect(classified({ ticket, ...history })?.body).toMatchObject({
      language: 'ko',
      queueId: waiting.ticket.queueId,
      priority: waiting.ticket.priority,
      reasons: ['writes in ko now'],
    });
  });

  it.each([
    { text: 'ok, thanks', language: 'en' },
    { text: LONG, language: 'mixed' },
    { text: LONG, language: 'und' },
    { text: LONG, language: 'zh-Hant' },
  ] as const)('stays where it is for $language: “$text”', ({ text, language }) => {
    expect(heard(waiting, text, { language, sentiment: 'neutral' }, 100).ticket.language).toBe(
      waiting.ticket.language,
    );
  });

  it('stays with the agent who has it, whatever the language', () => {
    const history = heard(histories.answered(), '언제 환불되나요', { language: 'ko' }, 100);

    expect(history.ticket.language).toBe(histories.answered().ticket.language);
  });
});
