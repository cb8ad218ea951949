import { describe, expect, it } from 'vitest';
import { eventSortKey, LAST_NUMBER, TICKET_SORT_KEY, ticketIndexKeys } from '../../functions/stores/keys.ts';
import { aTicket, isoAt, TICKET_ID } from '../support/builders.ts';

describe('keys of events', () => {
  it.each([
    [1, 2],
    [9, 10],
    [99_999, 100_000],
    [LAST_NUMBER - 1, LAST_NUMBER],
  ])('sort as they count: %i before %i', (one, other) => {
    expect(eventSortKey(one) < eventSortKey(other)).toBe(true);
  });

  it('stand before the ticket', () => {
    expect(eventSortKey(LAST_NUMBER) < TICKET_SORT_KEY).toBe(true);
  });
});

describe('index keys of a ticket', () => {
  const queued = { kind: 'queue', since: isoAt(10) } as const;

  it('always list it for its customer, by age', () => {
    expect(ticketIndexKeys(aTicket())).toEqual({
      customerPk: 'C#customer-1',
      customerSk: `${isoAt(0)}#${TICKET_ID}`,
    });
  });

  it.each([
    ['urgent', 0, 10 - 3600],
    ['high', 0, 10 - 900],
    ['normal', 0, 10],
    ['low', 0, 10 + 900],
    ['normal', 2, 10 - 1200],
  ] as const)('order a %s ticket of level %i in its queue', (priority, escalationLevel, seconds) => {
    const ticket = aTicket({ status: 'open', holder: queued, priority, escalationLevel });

    expect(ticketIndexKeys(ticket)).toMatchObject({
      workPk: 'Q#support',
      workSk: `${isoAt(seconds)}#${TICKET_ID}`,
    });
  });

  it.each([
    ['offered', { kind: 'offer', since: isoAt(10), agentId: 'mei' }],
    ['accepted', { kind: 'agent', agentId: 'mei' }],
  ] as const)('list one that is %s with its agent', (_name, holder) => {
    expect(ticketIndexKeys(aTicket({ status: 'open', holder }))).toMatchObject({
      workPk: 'A#mei',
      workSk: `${isoAt(0)}#${TICKET_ID}`,
    });
  });

  it.each(['bot', 'nobody'] as const)('keep one in the hands of %s out of the work', (kind) => {
    expect(ticketIndexKeys(aTicket({ holder: { kind } }))).not.toHaveProperty('workPk');
  });

  it.each([
    ['near timers', { 'bot-due': isoAt(8), 'reached-due': isoAt(900) }],
    ['no timers', {}],
  ])('keep one with %s out of the sweep', (_name, timers) => {
    expect(ticketIndexKeys(aTicket({ timers }))).not.toHaveProperty('duePk');
  });

  it('put the earliest far timer into the sweep', () => {
    const timers = {
      'bot-due': isoAt(8),
      'resolution-due': isoAt(86_400),
      'resolution-warning': isoAt(901),
    };

    expect(ticketIndexKeys(aTicket({ timers }))).toMatchObject({
      duePk: 'D#2026-11-21T12:15#0',
      dueSk: `${isoAt(901)}#resolution-warning#${TICKET_ID}`,
    });
  });
});
