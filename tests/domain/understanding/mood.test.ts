import { describe, expect, it } from 'vitest';
import type { Sentiment } from '../../../schemas/understanding.ts';
import { moodOf, raised, repeatOf, staysAngry } from '../../../functions/domain/understanding/mood.ts';
import { anEarlierTicket } from '../../support/talks.ts';
import { at } from '../../support/builders.ts';

const list = (letters: string): Sentiment[] =>
  Array.from(
    letters,
    (it) => (({ '+': 'positive', '=': 'neutral', '-': 'negative', '!': 'angry' }) as const)[it] ?? 'neutral',
  );

describe('the mood of a conversation', () => {
  it.each([
    { said: '', sentiment: 'neutral', trend: 'steady' },
    { said: '-', sentiment: 'negative', trend: 'steady' },
    { said: '=-', sentiment: 'negative', trend: 'rising' },
    { said: '-!', sentiment: 'angry', trend: 'rising' },
    { said: '!!', sentiment: 'angry', trend: 'steady' },
    { said: '=--', sentiment: 'negative', trend: 'steady' },
    { said: '!-', sentiment: 'negative', trend: 'falling' },
    { said: '-=', sentiment: 'neutral', trend: 'falling' },
    { said: '!!!+', sentiment: 'positive', trend: 'falling' },
    { said: '!===', sentiment: 'neutral', trend: 'falling' },
    { said: '!====', sentiment: 'neutral', trend: 'steady' },
  ])('after “$said” is $sentiment and $trend', ({ said, sentiment, trend }) => {
    expect(moodOf(list(said))).toMatchObject({ sentiment, trend });
  });

  it.each([
    ['-!=', 'angry'],
    ['=+', 'neutral'],
    ['', 'neutral'],
  ])('after “%s” was %s at worst', (said, worst) => {
    expect(moodOf(list(said)).worst).toBe(worst);
  });

  it.each([
    ['!!', true],
    ['=!!', true],
    ['!', false],
    ['!-!', false],
    ['', false],
  ])('of “%s” stays angry: %s', (said, angry) => {
    expect(staysAngry(list(said))).toBe(angry);
  });
});

describe('a repeat', () => {
  const refund = 'buyer.refund.not-arrived';
  const now = at(0);

  it('is a second ticket about the same topic within a week', () => {
    const repeat = repeatOf('退款呢', refund, [anEarlierTicket('buyer.refund.apply', 3)], now);

    expect(repeat).toEqual({ contacts: 2, reason: 'contact 2 about buyer.refund within 7 days' });
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

  it('raises the priority one step, never to urgent', () => {
    expect((['low', 'normal', 'high', 'urgent'] as const).map(raised)).toEqual([
      'normal',
      'high',
      'high',
      'urgent',
    ]);
  });
});
