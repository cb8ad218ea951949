import { describe, expect, it } from 'vitest';
import {
  earlierThan,
  mayRepeat,
  pressedBy,
  repeatOf,
} from '../../../functions/domain/understanding/repeats.ts';
import { anEarlierTicket } from '../../support/talks.ts';
import { at, aTicket } from '../../support/builders.ts';

const refund = 'buyer.refund.not-arrived';
const now = at(0);

describe('a repeat', () => {
  it('is a second ticket about the same topic within a week', () => {
    const repeat = repeatOf('退款呢', refund, [anEarlierTicket('buyer.refund.apply', 3)], now);

    expect(repeat).toEqual({
      contacts: 2,
      reason: 'contact 2 about buyer.refund within 7 days',
      proven: true,
    });
  });

  it('counts every ticket about it', () => {
    const earlier = [1, 3, 6].map((days) => anEarlierTicket(refund, days));

    expect(repeatOf('退款呢', refund, earlier, now)?.contacts).toBe(4);
  });

  it.each([
    { what: 'another topic', earlier: anEarlierTicket('content.upload.failed', 1) },
    { what: 'a matter of long ago', earlier: anEarlierTicket(refund, 8) },
    { what: 'a ticket nobody understood', earlier: { ticketId: 'KF-1', createdAt: now.toISOString() } },
  ])('is not made by $what', ({ earlier }) => {
    expect(repeatOf('退款呢', refund, [earlier], now)).toBeUndefined();
  });

  it('is not made by tickets while nobody knows what this one is about', () => {
    expect(repeatOf('在吗', undefined, [anEarlierTicket(refund, 1)], now)).toBeUndefined();
  });

  it.each([
    ['昨天已经反馈过客服了还没弄好', 2],
    ['我之前找过你们了', 2],
    ['你们上次说好三天', 2],
    ['第三次找你们了', 3],
    ['问了好几次客服都没用', 3],
    ['i already contacted support about this', 2],
    ['this is the third time i am writing to you', 3],
    ['i have asked you many times', 3],
  ])('is heard in “%s” (contact %d)', (text, contacts) => {
    expect(repeatOf(text, refund, [], now)?.contacts).toBe(contacts);
  });

  it.each([
    '退款三天了没到账',
    '我买过好几次这家店',
    '昨天下的单',
    'i ordered three times from this shop',
    '已经试过重启了',
  ])('is not heard in “%s”', (text) => {
    expect(repeatOf(text, refund, [], now)).toBeUndefined();
  });

  it('is counted by the words where they tell of more contacts than the tickets', () => {
    const repeat = repeatOf('第三次找你们了', refund, [anEarlierTicket(refund, 1)], now);

    expect(repeat).toMatchObject({ contacts: 3, proven: true });
  });
});

describe('the priority of a repeat (rule H1)', () => {
  const repeat = (contacts: number) => ({ contacts, reason: '', proven: true });

  it.each([
    [2, ['low', 'normal', 'high', 'urgent']],
    [3, ['high', 'high', 'high', 'urgent']],
    [7, ['high', 'high', 'high', 'urgent']],
  ] as const)('at contact %d is %s where it was low, normal, high and urgent', (contacts, pressed) => {
    const before = ['low', 'normal', 'high', 'urgent'] as const;

    expect(before.map((it) => pressedBy(repeat(contacts), it))).toEqual(pressed);
  });
});

describe('earlier tickets', () => {
  it('are those that came before, not the ticket itself or a later one', () => {
    const [older, own, later] = [2, 1, 0].map((days) => anEarlierTicket(refund, days));

    expect(
      own &&
        earlierThan(
          own,
          [older, own, later].flatMap((it) => it ?? []),
        ),
    ).toEqual([older]);
  });

  it.each([
    { what: 'at the first turn', ticket: aTicket(), asked: true },
    { what: 'while its matter is unknown', ticket: aTicket({ botHandledNumber: 2 }), asked: true },
    {
      what: 'after a mere greeting',
      ticket: aTicket({ botHandledNumber: 2, intentId: 'service.chitchat.greeting' }),
      asked: true,
    },
    {
      what: 'once its matter is known',
      ticket: aTicket({ botHandledNumber: 2, intentId: refund }),
      asked: false,
    },
    {
      what: 'while a person has it',
      ticket: aTicket({ holder: { kind: 'agent', agentId: 'mei' } }),
      asked: false,
    },
  ])('are asked for $what: $asked', ({ ticket, asked }) => {
    expect(mayRepeat(ticket)).toBe(asked);
  });
});
