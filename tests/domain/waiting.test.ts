import { describe, expect, it } from 'vitest';
import { isNotable, placeAfter, placeText } from '../../functions/domain/waiting.ts';
import { at, histories } from '../support/builders.ts';

const place = (position: number, expectedWaitSeconds?: number) => ({
  position,
  expectedWaitSeconds,
  staffed: expectedWaitSeconds !== undefined,
});

describe('a place in a queue', () => {
  it('promises no wait while nobody is at work', () => {
    const { ticket } = histories.inQueue();

    expect(placeAfter(4, ticket, [], { now: at(100), standbyOpen: true })).toEqual(place(5));
  });

  it.each([
    { what: 'the first word', before: undefined, now: place(9, 600), notable: true },
    { what: 'nothing new', before: place(9, 600), now: place(9, 600), notable: false },
    { what: 'one step far back', before: place(10, 600), now: place(9, 560), notable: false },
    { what: 'a fifth of the way', before: place(10, 600), now: place(8, 590), notable: true },
    { what: 'one step near the front', before: place(4, 100), now: place(3, 80), notable: true },
    { what: 'a wait twice as long', before: place(9, 600), now: place(9, 1200), notable: true },
    { what: 'half a minute of little', before: place(9, 60), now: place(9, 90), notable: false },
    { what: 'everybody gone', before: place(9, 600), now: place(9), notable: true },
  ])('is told for $what: $notable', ({ before, now, notable }) => {
    expect(isNotable(before, now)).toBe(notable);
  });

  it('is told in words, and says when nobody is at work', () => {
    expect(placeText(place(2, 301), 'zh')).toBe('您排在第 2 位，预计等待约 6 分钟。');
    expect(placeText(place(2, 20), 'en')).toBe('You are number 2 in line; about a minute or less to go.');
    expect(placeText(place(2), 'zh')).toContain('没有客服在岗');
    expect(placeText(place(2), 'ko')).toContain('Nobody is at work');
  });
});
