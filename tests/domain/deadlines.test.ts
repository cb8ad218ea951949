import { describe, expect, it } from 'vitest';
import type { History } from '../../functions/domain/change.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { explainDeadlines, renewDeadlines } from '../../functions/domain/deadlines.ts';
import * as desk from '../../functions/domain/desk.ts';
import { promiseReply } from '../../functions/domain/promise.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import {
  aCaller,
  aCommand,
  aLead,
  aPolicy,
  at,
  aTimer,
  by,
  histories,
  isoAt,
  saved,
  someSeconds,
  when,
} from '../support/builders.ts';

const explain = ({ events }: History) => explainDeadlines(events, () => 'Asia/Shanghai');
const next = (history: History, change: Parameters<typeof saved>[1] | undefined) =>
  change ? saved(history.events, change) : history;

describe('a deadline', () => {
  it('is explained by policy, version, calendar, start and due time', () => {
    expect(explain(histories.inQueue()).find(({ target }) => target === 'reached')).toEqual({
      target: 'reached',
      policyId: 'normal',
      version: 0,
      calendarId: 'always',
      seconds: 180,
      startedAt: isoAt(0),
      number: 3,
      pauses: [],
      warnAt: isoAt(144),
      dueAt: isoAt(180),
      timeZone: 'Asia/Shanghai',
      sentence: {
        en: 'By 2026-11-21 20:03:00 (Asia/Shanghai) a person has to have taken the conversation: policy “normal” (version 0) gives 180 s from 2026-11-21 20:00:00 by calendar “always”.',
        zh: '2026-11-21 20:03:00（Asia/Shanghai）前须有人接入：策略“normal”（第 0 版）自 2026-11-21 20:00:00 起按日历“always”计 180 秒。',
      },
    });
  });

  it('is no longer one once it is met', () => {
    expect(explain(histories.answered()).map(({ target }) => target)).toEqual(['resolution']);
  });

  it('stands while the customer is waited for, with what it has left', () => {
    const [resolution] = explain(histories.pending());

    expect(resolution).toMatchObject({ left: 86_360, pauses: [{ from: isoAt(40) }] });
    expect(resolution?.dueAt).toBeUndefined();
    expect(resolution?.sentence.zh).toContain('恢复计时后 86360 秒内须给出结果');
  });

  it('tells of the pause when it runs again', () => {
    const history = histories.pending();
    const back = next(history, receiveMessage(history, { text: '给你', command: aCommand() }, when(1040)));

    const resolution = explain(back).find(({ target }) => target === 'resolution');

    expect(resolution).toMatchObject({
      number: 1,
      dueAt: isoAt(87_400),
      pauses: [{ from: isoAt(40), to: isoAt(1040) }],
    });
    expect(resolution?.sentence.en).toContain('it stood 1 ×, 1000 s so far');
    expect(resolution?.sentence.zh).toContain('其间暂停 1 次，共 1000 秒');
  });

  it('follows from the history as the ticket has it', () => {
    for (const history of [histories.inQueue(), histories.accepted(), histories.pending()]) {
      const { timers, clocks = {} } = history.ticket;

      expect(explain(history).map(({ target }) => target)).toEqual(Object.keys(clocks));
      for (const { target, dueAt } of explain(history)) expect(dueAt).toBe(timers[`${target}-due`]);
    }
  });
});

describe('new settings', () => {
  const history = histories.inQueue();
  const policy = { ...aPolicy({ reached: { ...someSeconds().reached, normal: 60 } }), version: 4 };
  const asked = { caller: aLead(), command: aCommand('renew'), reason: '新承诺' };

  it('leave what was promised as it is', () => {
    const noted = next(history, desk.addNote(history, { ...by(), text: '等' }, { now: at(20), policy }));

    expect(explain(noted).find(({ target }) => target === 'reached')).toMatchObject({ dueAt: isoAt(180) });
  });

  it('reckon it anew when they are asked to, from where it began', () => {
    const change = renewDeadlines(history, asked, { now: at(20), policy });

    expect(change?.events).toMatchObject([
      { type: 'DeadlinesRenewed', body: { reason: '新承诺', version: 4 } },
    ]);
    expect(change?.ticket.timers).toMatchObject({
      'reached-due': isoAt(60),
      'resolution-due': isoAt(86_400),
    });
    expect(change?.ticket.clocks?.reached).toMatchObject({ seconds: 60, version: 4, startedAt: isoAt(0) });
  });

  it('change nothing a second time', () => {
    const renewed = next(history, renewDeadlines(history, asked, { now: at(20), policy }));

    expect(renewDeadlines(renewed, asked, { now: at(30), policy })).toBeUndefined();
  });

  it('reckon what stands anew without letting it run', () => {
    const pending = histories.pending();
    const shorter = { ...aPolicy({ resolution: { ...someSeconds().resolution, normal: 7200 } }), version: 4 };

    const change = renewDeadlines(pending, asked, { now: at(50), policy: shorter });

    expect(change?.ticket.clocks?.resolution?.left).toBe(7160);
    expect(change?.ticket.timers['resolution-due']).toBeUndefined();
  });
});

describe('a promise to a customer', () => {
  const promise = { ...by(), text: '我们 21 点前回复您', dueAt: isoAt(3600) };
  const made = () => {
    const history = histories.accepted();
    return next(history, promiseReply(history, promise, when(100)));
  };

  it('answers the customer, and is a deadline with an owner', () => {
    const { ticket, events } = made();

    expect(events.slice(-2)).toMatchObject([
      { type: 'MessageSent', body: { targets: { 'next-reply': 'met', 'first-reply': 'met' } } },
      { type: 'PromiseMade', body: { dueAt: isoAt(3600), agentId: 'mei' } },
    ]);
    expect(ticket.timers).toMatchObject({ 'promise-warning': isoAt(2900), 'promise-due': isoAt(3600) });
    expect(ticket.timers['next-reply-due']).toBeUndefined();
    expect(ticket.clocks?.promise).toMatchObject({ agentId: 'mei', startedAt: isoAt(100), seconds: 3500 });
  });

  it('is explained', () => {
    expect(explain(made()).find(({ target }) => target === 'promise')?.sentence).toEqual({
      en: 'By 2026-11-21 21:00:00 (Asia/Shanghai) what was promised to the customer has to be kept: it was promised at 2026-11-21 20:01:40.',
      zh: '2026-11-21 21:00:00（Asia/Shanghai）前须兑现对客户的承诺：于 2026-11-21 20:01:40 向客户承诺。',
    });
  });

  it('is kept by the next answer', () => {
    const history = made();

    const change = desk.replyToCustomer(history, { ...by(), text: '查到了' }, when(3600));

    expect(change.events).toMatchObject([{ type: 'MessageSent', body: { targets: { promise: 'met' } } }]);
    expect(change.ticket.timers['promise-due']).toBeUndefined();
  });

  it('outlives the wait for the customer', () => {
    const history = made();

    const change = desk.waitForCustomer(history, by(), when(200));

    expect(change.ticket.timers).toMatchObject({
      'promise-warning': isoAt(2900),
      'promise-due': isoAt(3600),
    });
  });

  it('reminds its owner, whoever has the ticket', () => {
    const change = onTimer(made(), aTimer('promise-warning', 2900), when(2900));

    expect(change?.events).toMatchObject([
      { type: 'TargetWarned', body: { target: 'promise', dueAt: isoAt(3600), agentId: 'mei' } },
    ]);
  });

  it('is told to the lead when it is missed', () => {
    const change = onTimer(made(), aTimer('promise-due', 3600), when(3600));

    expect(change?.events).toMatchObject([
      { type: 'TargetBreached', body: { target: 'promise', agentId: 'mei' } },
      { type: 'TicketEscalated', body: { rung: 'notify-lead' } },
    ]);
    expect(change?.ticket.breached).toEqual(['promise']);
  });

  it('ends with the matter', () => {
    const change = desk.resolveByAgent(made(), { ...by(), reason: '已退款' }, when(200));

    expect(change.ticket.timers).toEqual({ 'auto-close': isoAt(259_400) });
  });

  it('gives way to a later one, which keeps it', () => {
    const history = made();
    const later = { ...promise, dueAt: isoAt(7200) };

    const change = promiseReply(history, later, when(3000));

    expect(change.events[0]).toMatchObject({ body: { targets: { promise: 'met' } } });
    expect(change.ticket.timers['promise-due']).toBe(isoAt(7200));
  });

  it.each([
    ['in the past', isoAt(99)],
    ['within the minute', isoAt(159)],
    ['after a month', isoAt(100 + 30 * 86_400 + 1)],
  ])('must be one that can be kept: %s', (_what, dueAt) => {
    expect(() => promiseReply(histories.accepted(), { ...promise, dueAt }, when(100))).toThrow(
      'a promise must be one that can be kept',
    );
  });

  it('is only for who has the ticket', () => {
    const stranger = by(aCaller({ agentId: 'bo' }));

    expect(() => promiseReply(histories.accepted(), { ...promise, ...stranger }, when(100))).toThrow(
      'the ticket is not with you',
    );
  });
});
