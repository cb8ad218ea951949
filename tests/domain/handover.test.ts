import { describe, expect, it } from 'vitest';
import { queueDrafts, summaryOf } from '../../functions/domain/handover.ts';
import { aHistory, anEvent, histories, isoAt, when } from '../support/builders.ts';

const bot = { kind: 'bot', id: 'bot' } as const;
const agent = { kind: 'agent', id: 'mei' } as const;
const system = { kind: 'system', id: 'kefu' } as const;

describe('a hand-over', () => {
  it('goes to the queue of the ticket in the name of the system unless told otherwise', () => {
    const [draft] = queueDrafts(aHistory({ queueId: 'finance' }), { reason: '转人工' }, when(5));

    expect(draft).toMatchObject({
      type: 'TicketQueued',
      actor: { kind: 'system' },
      body: { queueId: 'finance', reason: '转人工' },
    });
  });

  it('goes to the queue, tier and in the name it is told', () => {
    const handover = { reason: '差评', queueId: 'finance', minimumTier: 'expert', actor: agent } as const;

    const [draft] = queueDrafts(aHistory(), handover, when(5));

    expect(draft).toMatchObject({ actor: agent, body: { queueId: 'finance', minimumTier: 'expert' } });
  });

  it.each([
    { priority: 'urgent', warning: 12, due: 15 },
    { priority: 'high', warning: 48, due: 60 },
    { priority: 'normal', warning: 144, due: 180 },
    { priority: 'low', warning: 144, due: 180 },
  ] as const)('promises a person to a $priority ticket within $due s', ({ priority, warning, due }) => {
    const [draft] = queueDrafts(aHistory({ priority }), { reason: '转人工' }, when(0));

    expect(draft?.timers).toMatchObject({
      'reached-warning': isoAt(warning),
      'reached-due': isoAt(due),
    });
  });

  it('promises by the priority that the same decision has found', () => {
    const [draft] = queueDrafts(aHistory(), { reason: '转人工', priority: 'urgent' }, when(0));

    expect(draft?.timers?.['reached-due']).toBe(isoAt(15));
  });

  it('passes on the summary it is given', () => {
    const [draft] = queueDrafts(aHistory(), { reason: '转人工', summary: '诉求：退款' }, when(0));

    expect(draft).toMatchObject({ body: { summary: '诉求：退款' } });
  });

  it('promises from the oldest message nobody has answered', () => {
    const [draft] = queueDrafts(aHistory({ unansweredSince: isoAt(2) }), { reason: '转人工' }, when(8));

    expect(draft?.timers?.['reached-due']).toBe(isoAt(182));
  });

  it('ends every other wait', () => {
    const [draft] = queueDrafts(aHistory(), { reason: '转人工' }, when(0));

    expect(draft?.timers).toMatchObject({
      'bot-due': null,
      'silence-due': null,
      'offer-due': null,
      'next-reply-warning': null,
      'next-reply-due': null,
    });
  });
});

describe('a summary', () => {
  it('tells who said what, newest last, and leaves out what is not conversation', () => {
    const events = [
      anEvent({ number: 1 }),
      anEvent({ number: 2, actor: bot, body: { text: '请问订单号？' } }),
      anEvent({ number: 3, type: 'NoteAdded', actor: agent, body: { text: '老客户' } }),
      anEvent({ number: 4, actor: agent, body: { text: '马上查' } }),
      anEvent({ number: 5, actor: system, body: { text: '系统维护中' } }),
    ];

    const summary = summaryOf({ ...aHistory(), events });

    expect(summary).toBe('客户：退款还没有到账\n机器人：请问订单号？\n客服：马上查\n系统：系统维护中');
  });

  it('names the articles of an answer instead of repeating them', () => {
    const citations = [{ articleId: 'refund-time', version: 2, title: '退款多久到账' }];
    const events = [anEvent({ actor: bot, body: { text: '三天内……', citations } })];

    const summary = summaryOf({ ...aHistory(), events });

    expect(summary).toBe('机器人：《退款多久到账》');
  });

  it('shortens long messages and puts each on one line', () => {
    const events = [anEvent({ body: { text: ` 一\n\n二 ${'三'.repeat(200)}` } })];

    const summary = summaryOf({ ...aHistory(), events });

    expect(summary).toBe(`客户：一 二 ${'三'.repeat(115)}…`);
  });

  it('keeps the last six lines', () => {
    const events = Array.from({ length: 15 }, (_, index) =>
      anEvent({ number: index + 1, body: { text: `第 ${index + 1} 句` } }),
    );

    const lines = summaryOf({ ...aHistory(), events }).split('\n');

    expect([lines.length, lines[0], lines.at(-1)]).toEqual([6, '客户：第 10 句', '客户：第 15 句']);
  });

  it('goes on from the earlier summary when only the end of the history was read', () => {
    const history = aHistory({ summary: '客户：退款还没有到账' });
    const events = [anEvent({ number: 9, body: { text: '还在吗' } })];

    const summary = summaryOf({ ...history, events });

    expect(summary).toBe('客户：退款还没有到账\n客户：还在吗');
  });

  it('keeps the earlier summary when nothing new was read', () => {
    const history = aHistory({ summary: '客户：退款还没有到账\n机器人：请问订单号？' });

    expect(summaryOf(history)).toBe('客户：退款还没有到账\n机器人：请问订单号？');
  });

  it('does not repeat the earlier summary when the whole history was read', () => {
    const { ticket, ...read } = histories.inQueue();

    const summary = summaryOf({ ...read, ticket: { ...ticket, summary: '客户：退款还没有到账' } });

    expect(summary).toBe('客户：退款还没有到账');
  });

  it('keeps what the bot has learned above what was said since', () => {
    const facts = '诉求：退款未到账（普通）\n已知：订单号：1\n情绪：平静（平稳）；语言：中文';
    const history = aHistory({ summary: `${facts}\n客户：退款还没有到账` });
    const events = [anEvent({ number: 9, body: { text: '还在吗' } })];

    expect(summaryOf({ ...history, events })).toBe(`${facts}\n客户：退款还没有到账\n客户：还在吗`);
  });

  it('has six lines at most, and says the latest words whatever is known', () => {
    const summary = Array.from({ length: 8 }, (_, i) => `第${i}条：…`).join('\n');
    const events = [anEvent({ number: 9, body: { text: '还在吗' } })];

    const lines = summaryOf({ ...aHistory({ summary }), events }).split('\n');

    expect([lines.length, lines.at(-1)]).toEqual([6, '客户：还在吗']);
  });

  it('is the subject when nothing else is known', () => {
    expect(summaryOf(aHistory())).toBe('客户：退款还没有到账');
  });
});
