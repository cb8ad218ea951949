import { describe, expect, it } from 'vitest';
import { faultsIn, type Sent } from '../../bench/append/check.ts';
import { changeOf, type History } from '../../functions/domain/change.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { aCommand, aHistory, at, saved, TICKET_ID } from '../support/builders.ts';

/** Three messages of one sender after the opening. */
function aStory(): { history: History; sent: Sent[] } {
  const actor = { kind: 'agent', id: 'mei' } as const;
  let history = saved([], changeOf({ ticketId: TICKET_ID }, [opening], at(0)));
  const sent: Sent[] = [];
  for (const words of ['one', 'two', 'three']) {
    const command = aCommand(words);
    const draft = { type: 'MessageSent', actor, command, body: { text: words } } as const;
    const { number } = history;
    sent.push({
      ticketId: TICKET_ID,
      commandId: command.id,
      sender: 'phone',
      after: number,
      acknowledged: number + 1,
    });
    history = saved(history.events, changeOf(history, [draft], at(1)));
  }
  return { history, sent };
}

const opening = {
  type: 'TicketOpened',
  actor: { kind: 'customer', id: 'customer-1' },
  body: {
    customerId: 'customer-1',
    segment: 'ordinary',
    channel: 'app',
    locale: 'zh-CN',
    subject: '',
  },
} as const;

const faultsOf = (change: (events: TicketEvent[], sent: Sent[]) => void, ticket?: History['ticket']) => {
  const { history, sent } = aStory();
  const events = history.events.slice();
  change(events, sent);
  return faultsIn(events, sent, ticket ?? history.ticket).map((fault) => fault.split(':')[0]);
};

describe('the check of histories', () => {
  it('finds nothing in one that holds', () => {
    expect(faultsOf(() => undefined)).toEqual([]);
  });

  it.each<[string, string, (events: TicketEvent[], sent: Sent[]) => void]>([
    ['an event that is missing', 'gap', (events) => void events.splice(-2, 1)],
    [
      'an event that was changed',
      'chain',
      (events) => events.splice(-1, 1, { ...lastOf(events), occurredAt: at(9).toISOString() }),
    ],
    [
      'a write that is there twice',
      'double',
      (events) => events.push({ ...lastOf(events), number: events.length + 1 }),
    ],
    ['an answer that is not kept', 'lost', (events) => void events.pop()],
    ['a write that nobody sent', 'unsent', (_, sent) => void sent.pop()],
    [
      'a write before what its sender had seen',
      'order',
      (_, sent) => sent.splice(-1, 1, { ...lastOf(sent), after: 99 }),
    ],
    ['a write that overtook another of its sender', 'order', (_, sent) => void sent.reverse()],
  ])('finds %s', (_, fault, change) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it('finds a ticket that is not what its history leads to', () => {
    expect(faultsOf(() => undefined, aHistory({ subject: 'another' }).ticket)).toContain('state');
  });
});

function lastOf<T>(rows: readonly T[]): T {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('there is none');
  return last;
}
