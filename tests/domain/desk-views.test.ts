import { describe, expect, it } from 'vitest';
import { deskEvent, deskTicket, sightOf, sightOnSockets } from '../../functions/domain/desk-views.ts';
import { ForbiddenError, NotFoundError } from '../../functions/domain/errors.ts';
import { revealMessage } from '../../functions/domain/reveal.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { aCaller, aLead, anEvent, aTicket, by, histories, isoAt, at } from '../support/builders.ts';
import { aScreening } from '../support/risk.ts';

const phone = '我的手机号是13812345678';
const hidden = '我的手机号是138****5678';
const mei = sightOf(aCaller());
const cleared = sightOf(aCaller({ roles: ['agent', 'clearance'] }));
const reviewer = sightOf(aCaller({ agentId: 'rui', roles: ['trust-safety'] }));
const queueId = 'support';

const told: [string, Partial<TicketEvent>][] = [
  ['a message', { type: 'MessageSent', body: { text: phone } }],
  ['a note', { type: 'NoteAdded', body: { text: phone } }],
  ['a handover', { type: 'TicketQueued', body: { queueId, reason: 'x', summary: phone } }],
  [
    'a comment',
    { type: 'SurveyAnswered', body: { resolutionCount: 1, score: 1, solved: false, comment: phone } },
  ],
  [
    'a classification',
    {
      type: 'TicketClassified',
      body: {
        intents: [{ id: 'none', confidence: 1, reasons: [phone] }],
        priority: 'normal',
        language: 'zh',
        queueId,
        reasons: [phone],
        summary: phone,
        throughNumber: 1,
      },
    },
  ],
  [
    'an opening',
    {
      type: 'TicketOpened',
      body: { customerId: 'c', segment: 'ordinary', channel: 'app', locale: 'zh-CN', subject: phone },
    },
  ],
];

describe('personal data', () => {
  it.each(told)('in %s is masked for the desk', (_name, event) => {
    const shown = JSON.stringify(deskEvent(anEvent(event), mei));

    expect(shown).toContain(hidden);
    expect(shown).not.toContain('13812345678');
  });

  it.each(told)('in %s is shown to those with clearance', (_name, event) => {
    expect(deskEvent(anEvent(event), cleared)).toEqual(anEvent(event));
  });

  it('is masked on every socket', () => {
    expect(JSON.stringify(deskEvent(anEvent({ body: { text: phone } }), sightOnSockets('mei')))).toContain(
      hidden,
    );
  });

  it('is shown to the agent who wrote it', () => {
    const event = anEvent({ actor: { kind: 'agent', id: 'mei' }, body: { text: phone } });

    expect(deskEvent(event, mei)).toBe(event);
  });

  it('in a ticket is masked in subject and summary', () => {
    const ticket = aTicket({ subject: phone, summary: `客户：${phone}` });

    expect(deskTicket(ticket, mei)).toMatchObject({ subject: hidden, summary: `客户：${hidden}` });
    expect(deskTicket(ticket, cleared)).toBe(ticket);
  });

  it('leaves what holds none as it is', () => {
    const event = anEvent();

    expect(deskEvent(event, mei)).toBe(event);
  });
});

describe('a held message', () => {
  const { risks } = aScreening('hold');
  const attachments = [{ kind: 'image' as const, url: 'https://files.test/a' }];
  const event = anEvent({
    type: 'MessageHeld',
    body: { text: '加我微信', attachments, risks: [...risks], dueAt: isoAt(600), whenDue: 'release' },
  });

  it('says nothing to agents but that it is there, and why', () => {
    const shown = deskEvent(event, mei);

    expect(shown.body).toEqual({
      text: '',
      risks: [{ ...risks[0], reasons: [] }],
      dueAt: isoAt(600),
      whenDue: 'release',
    });
  });

  it('is shown to reviewers', () => {
    expect(deskEvent(event, reviewer)).toEqual(event);
  });

  it('is shown to the agent who wrote it', () => {
    const own = { ...event, actor: { kind: 'agent' as const, id: 'mei' } };

    expect(deskEvent(own, mei)).toBe(own);
  });
});

describe('a reveal', () => {
  const history = histories.answered();
  const ask = { ...by(), number: 2, reason: '核对号码' };

  it('shows one message to whoever has the ticket, and the history says so', () => {
    const { text, change } = revealMessage(history, ask, at(40));

    expect(text).toBe('退款还没有到账');
    expect(change.events).toMatchObject([
      {
        type: 'PersonalDataRevealed',
        actor: { kind: 'agent', id: 'mei' },
        body: { revealedNumber: 2, kinds: [], reason: '核对号码' },
      },
    ]);
    expect(change.ticket).toBe(history.ticket);
  });

  it('is not for agents who do not have the ticket, but for leads', () => {
    expect(() => revealMessage(history, { ...ask, ...by(aCaller({ agentId: 'ann' })) }, at(40))).toThrow(
      ForbiddenError,
    );
    expect(revealMessage(history, { ...ask, ...by(aLead()) }, at(40)).text).toBe('退款还没有到账');
  });

  it.each([1, 99])('of what is no message finds nothing (%i)', (number) => {
    expect(() => revealMessage(history, { ...ask, number }, at(40))).toThrow(NotFoundError);
  });
});
