import { describe, expect, it } from 'vitest';
import type { History, TicketChange } from '../../../functions/domain/change.ts';
import { factsOf } from '../../../functions/domain/insights/facts.ts';
import { receiveMessage } from '../../../functions/domain/conversation.ts';
import { replyToCustomer, resolveByAgent } from '../../../functions/domain/desk.ts';
import { changeOf } from '../../../functions/domain/change.ts';
import type { Draft } from '../../../functions/domain/change.ts';
import { answerSurvey } from '../../../functions/domain/survey.ts';
import { onTimer } from '../../../functions/domain/timers.ts';
import {
  aCommand,
  aTicket,
  aTimer,
  at,
  by,
  histories,
  saved,
  TICKET_ID,
  when,
} from '../../support/builders.ts';

const then = (history: History, change: TicketChange | undefined): History => {
  if (!change) throw new Error('nothing was decided');
  return saved(history.events, change);
};
const happens = (history: History, seconds: number, ...drafts: Draft[]): History =>
  then(history, changeOf(history, drafts, at(seconds)));

const BOT = { kind: 'bot', id: 'bot' } as const;
const SYSTEM = { kind: 'system', id: 'kefu' } as const;
const answer: Draft = { type: 'MessageSent', actor: BOT, body: { text: '请这样做', purpose: 'answer' } };
const silence: Draft = {
  type: 'TicketResolved',
  actor: SYSTEM,
  body: { resolutionCount: 1, reason: 'the customer said nothing more' },
};
const classified = (body: { intentId?: string; contacts?: number }): Draft => ({
  type: 'TicketClassified',
  actor: BOT,
  body: {
    intents: [],
    priority: 'normal',
    language: 'zh',
    queueId: 'support',
    reasons: [],
    throughNumber: 1,
    ...body,
  },
});
/** The bot answers at 3, and the customer says nothing more. */
const helped = (contacts?: number) =>
  happens(
    histories.withBot(),
    3,
    classified({ intentId: 'buyer.refund.slow', ...(contacts && { contacts }) }),
    answer,
  );

describe('the facts of a ticket', () => {
  it('are none as long as nothing happened that figures are made after', () => {
    expect(factsOf([])).toBeUndefined();
    expect(factsOf(histories.withBot().events)).toBeUndefined();
  });

  it('are those of a conversation with a person, in milliseconds', () => {
    const history = histories.resolved();

    expect(factsOf(history.events)).toEqual({
      ticketId: TICKET_ID,
      number: history.number,
      createdAt: aTicket().createdAt,
      channel: 'app',
      segment: 'ordinary',
      language: 'und',
      queueId: 'support',
      priority: 'normal',
      agentId: 'mei',
      flags: ['ended', 'asked', 'reached', 'human', 'resolved-by-agent'],
      kept: ['first-reply', 'next-reply', 'reached', 'resolution'],
      breached: [],
      times: {
        reached: [25_000],
        'first-human-reply': [30_000],
        resolution: [60_000],
        handling: [35_000],
      },
      messages: { customer: 1, agent: 1 },
      used: { accepted: 1, 'client-seconds': 162 },
    });
  });

  it('do not change with what happens until the next such event', () => {
    const accepted = histories.accepted();
    const replied = histories.answered();

    expect(factsOf(replied.events)).toEqual(factsOf(accepted.events));
  });

  it('know every next reply, and none that nobody waited for', () => {
    let history = histories.answered();
    history = then(history, receiveMessage(history, { text: '还有', command: aCommand('more') }, when(40)));
    history = then(history, replyToCustomer(history, { ...by(), text: '好' }, when(47)));
    history = then(history, replyToCustomer(history, { ...by(), text: '还有这个' }, when(50)));
    history = then(history, resolveByAgent(history, { ...by(), reason: '好了' }, when(60)));

    expect(factsOf(history.events)?.times['next-reply']).toEqual([7000]);
    expect(factsOf(history.events)?.messages).toEqual({ customer: 2, agent: 3 });
  });

  it('count seated time only while somebody has a seat taken', () => {
    let history = histories.pending();
    history = then(history, onTimer(history, aSilence(history), when(5000)));

    // Accepted at 25, waiting for the customer from 40 on.
    expect(factsOf(history.events)).toMatchObject({ times: { handling: [15_000] } });
    expect(factsOf(history.events)?.flags).toContain('resolved-by-silence');
  });

  it('know a promise that was missed, even when another of its kind was kept', () => {
    const queued = histories.inQueue();
    const dueAt = queued.ticket.timers['reached-due'] ?? '';
    const late = then(
      queued,
      onTimer(queued, aTimerAt('reached-due', dueAt), { ...when(0), now: new Date(dueAt) }),
    );
    const closed = happens(late, 900, { ...silence });

    expect(factsOf(closed.events)).toMatchObject({ kept: [], breached: ['reached'] });
  });
});

describe('who left before a person came', () => {
  it('abandoned, once the ticket has ended', () => {
    const waiting = histories.inQueue();
    const gone = happens(waiting, 200, { ...silence });

    expect(factsOf(waiting.events)?.flags).toEqual(['asked']);
    expect(factsOf(gone.events)?.flags).toEqual(['ended', 'asked', 'abandoned', 'resolved-by-silence']);
  });

  it('waited from the wish for a person until the end', () => {
    const gone = happens(histories.inQueue(), 200, { ...silence });

    expect(factsOf(gone.events)?.times).toEqual({ abandoned: [200_000], resolution: [200_000] });
  });
});

describe('what the bot did', () => {
  it('is covered, contained, resolved and deflected when the customer needs nobody else', () => {
    const facts = factsOf(happens(helped(), 603, silence).events);

    expect(facts?.flags).toEqual([
      'ended',
      'covered',
      'contained',
      'bot-resolved',
      'deflected',
      'resolved-by-silence',
    ]);
    expect(facts?.times).toEqual({ 'first-machine-reply': [3000], resolution: [603_000] });
    expect(facts?.intentId).toBe('buyer.refund.slow');
  });

  it('is not deflected when the customer has come back about the matter', () => {
    const flags = factsOf(happens(helped(2), 603, silence).events)?.flags;

    expect(flags).toContain('bot-resolved');
    expect(flags).toContain('repeat');
    expect(flags).not.toContain('deflected');
  });

  it('is contained but not covered when it never answered', () => {
    const flags = factsOf(happens(histories.withBot(), 603, silence).events)?.flags;

    expect(flags).toEqual(['ended', 'contained', 'resolved-by-silence']);
  });

  it('is not resolved when the ticket was opened again', () => {
    let history = happens(helped(), 603, silence);
    history = happens(history, 700, {
      type: 'TicketReopened',
      actor: SYSTEM,
      body: { reason: 'the customer wrote again' },
    });

    expect(factsOf(history.events)?.flags).toEqual(['reopened']);
    const flags = factsOf(happens(history, 1400, silence).events)?.flags;
    expect(flags).toContain('contained');
    expect(flags).not.toContain('bot-resolved');
  });
});

describe('a rating', () => {
  it.each([
    [5, true, ['rated', 'satisfied'], 'ended'],
    [3, true, ['rated'], 'ended'],
    [1, false, ['rated', 'bad-review'], 'reopened'],
  ])('of %i is told', (score, solved, flags, outcome) => {
    const history = histories.surveyed();
    const rated = then(
      history,
      answerSurvey(history, { score, solved, command: aCommand('rate') }, when(90)),
    );

    const facts = factsOf(rated.events);

    expect(facts?.score).toBe(score);
    expect(facts?.flags).toEqual(expect.arrayContaining([...flags, outcome]));
    expect(facts?.flags.includes('satisfied')).toBe(flags.includes('satisfied'));
  });
});

describe('a complaint', () => {
  it('is closed when its ticket has ended', () => {
    const opened = happens(histories.inQueue(), 12, classified({ intentId: 'service.complaint.attitude' }));
    const running = happens(opened, 13, {
      type: 'TicketQueued',
      actor: SYSTEM,
      body: { queueId: 'support', reason: 'a complaint' },
    });

    expect(factsOf(running.events)?.flags).toEqual(['asked', 'complaint']);
    expect(factsOf(happens(running, 90, silence).events)?.flags).toContain('complaint-closed');
  });
});

function aSilence(history: History) {
  return aTimerAt('silence-due', history.ticket.timers['silence-due'] ?? '');
}

function aTimerAt(kind: 'silence-due' | 'reached-due', dueAt: string) {
  return { ...aTimer(kind, 0), dueAt };
}
