import { describe, expect, it } from 'vitest';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { resolveByAgent, waitForCustomer } from '../../functions/domain/desk.ts';
import { aCommand, aHistoryOf, anOpening, by, histories, isoAt, saved, when } from '../support/builders.ts';
import { turnsIn, turnsTold } from '../support/turns.ts';

const toldBy = ({ events }: ReturnType<typeof histories.withBot>) =>
  events.flatMap(({ type, turn }) => (turn ? [{ type, ...turn }] : []));

describe('a turn', () => {
  it('begins when people are asked, with the first message nobody has answered', () => {
    expect(toldBy(histories.inQueue())).toEqual([
      { type: 'TicketQueued', startedAt: isoAt(0), step: 'begun' },
    ]);
  });

  it('is none while the bot has the customer', () => {
    expect(toldBy(histories.withBot())).toEqual([]);
  });

  it('is answered by a person’s words, and not by being taken', () => {
    expect(toldBy(histories.answered()).slice(1)).toEqual([
      { type: 'MessageSent', startedAt: isoAt(0), step: 'answered', agentId: 'mei' },
    ]);
  });

  it('begins anew with the next message, and not with the one after that', () => {
    const answered = histories.answered();
    const again = saved(
      answered.events,
      receiveMessage(answered, { text: '然后呢', command: aCommand('2') }, when(100)),
    );
    const twice = saved(
      again.events,
      receiveMessage(again, { text: '在吗', command: aCommand('3') }, when(110)),
    );

    expect(toldBy(twice).slice(2)).toEqual([
      { type: 'MessageSent', startedAt: isoAt(100), step: 'begun', agentId: 'mei' },
    ]);
  });

  it.each([
    {
      what: 'waits for the customer',
      type: 'TicketPended',
      end: (history: ReturnType<typeof histories.accepted>) => waitForCustomer(history, by(), when(50)),
    },
    {
      what: 'settles the matter',
      type: 'TicketResolved',
      end: (history: ReturnType<typeof histories.accepted>) =>
        resolveByAgent(history, { ...by(), reason: '已退款' }, when(50)),
    },
  ])('ends unanswered when the agent $what without a word', ({ type, end }) => {
    const accepted = histories.accepted();

    const { events } = saved(accepted.events, end(accepted));

    expect(events.at(-1)).toMatchObject({
      type,
      turn: { startedAt: isoAt(0), step: 'ended', agentId: 'mei' },
    });
  });

  it('is told by the events as it is found in what was said and done', () => {
    const all = [...Object.values(histories).map((make) => make()), aHistoryOf(anOpening())];

    for (const { events } of all) expect(turnsTold(events)).toEqual(turnsIn(events));
  });
});
