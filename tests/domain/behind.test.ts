import { describe, expect, it } from 'vitest';
import { MOST_BEHIND } from '../../functions/domain/behind.ts';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { addNote, replyToCustomer } from '../../functions/domain/desk.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { timersOfEvent, timersToSend } from '../../functions/domain/timer-plan.ts';
import { playDay } from '../../functions/simulation/run.ts';
import { ticketIndexKeys } from '../../functions/stores/keys.ts';
import { aScenario } from '../simulation/scenarios.ts';
import { aCommand, aPolicy, by, histories, saved, when } from '../support/builders.ts';

const asks = (history: History, second: number, policy = aPolicy()) =>
  receiveMessage(
    history,
    { text: '还有一个问题', command: aCommand(`asks ${second}`) },
    when(second, policy),
  );
const replies = (history: History, second: number) =>
  replyToCustomer(history, { ...by(), text: '马上为您查' }, when(second));
const note = (history: History, second: number) =>
  addNote(history, { ...by(), text: '查过订单' }, when(second));

/** By how many events the row is behind after each of these, one after the other. */
function behindAfterAll(from: History, steps: readonly (typeof asks)[]): (number | undefined)[] {
  let history = from;
  return steps.map((step, index) => {
    const change = step(history, 100 + 10 * index);
    history = saved(history.events, change);
    return change.behind;
  });
}

describe('the row of a ticket', () => {
  const accepted = () => ({ ...histories.accepted(), behind: 0 });

  it('stays behind while customer and agent talk, and is written with every fifth event', () => {
    const talk = [replies, asks, replies, asks, replies, asks];

    expect(behindAfterAll(accepted(), talk)).toEqual([1, 2, 3, 4, undefined, 1]);
    expect(MOST_BEHIND).toBe(4);
  });

  it('is not behind after words that change nothing', () => {
    expect(behindAfterAll({ ...histories.answered(), behind: 0 }, [note, note, note])).toEqual([0, 0, 0]);
  });

  it('is written in time when words that change nothing follow others', () => {
    expect(behindAfterAll(accepted(), [replies, note, note, note, note, note])).toEqual([
      1,
      2,
      3,
      4,
      undefined,
      0,
    ]);
  });

  it.each<[string, () => TicketChange | undefined]>([
    ['nobody has it yet', () => asks(histories.withBot(), 100)],
    ['it waits for its customer', () => asks(histories.pending(), 100)],
    ['it was settled', () => asks(histories.resolved(), 100)],
    // A promise further away than a message can be delayed puts the ticket into the index.
    ['a far timer is armed', () => asks({ ...histories.answered(), behind: 0 }, 100, slowly)],
  ])('is written when %s', (_name, decide) => {
    expect(decide()?.behind).toBeUndefined();
  });

  const slowly = aPolicy({ nextReply: { urgent: 3600, high: 3600, normal: 3600, low: 3600 } });

  it('would stand where it stands, and every message would be sent, on a day of all sorts of tickets', () => {
    const wrong: unknown[] = [];
    const counts = new Map<number | undefined, number>();
    playDay(aScenario('arrivals.perDay=100'), 0, {
      watch: ({ before, ticket, events: [event], behind }) => {
        counts.set(behind, (counts.get(behind) ?? 0) + 1);
        if (!before || behind === undefined) return;
        const same = JSON.stringify(ticketIndexKeys(before)) === JSON.stringify(ticketIndexKeys(ticket));
        const [sent, needed] = [timersOfEvent(event), timersToSend(before, ticket)].map((all) =>
          JSON.stringify(all),
        );
        if (!same || (behind > 0 && sent !== needed)) wrong.push(event);
      },
    });

    expect(wrong).toEqual([]);
    expect([1, 2, 3, 4].filter((behind) => (counts.get(behind) ?? 0) < 10)).toEqual([]);
  });

  it('can be caught up from the events it does not know', () => {
    const history = histories.answered();
    const row = replay(history.events.slice(0, -1));

    expect(history.behind).toBe(1);
    expect(row).not.toEqual(history.ticket);
    expect(replay(history.events)).toEqual(history.ticket);
  });
});
