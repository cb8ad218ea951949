import { describe, expect, it } from 'vitest';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { replyRate, turnsOf } from '../../functions/domain/reply-rate.ts';
import { aCommand, histories, isoAt, saved, when } from '../support/builders.ts';

const zone = 'Asia/Shanghai';
const local = (time: string) => new Date(`2026-11-21T${time}+08:00`).toISOString();
const rateOf = (turns: Parameters<typeof replyRate>[0], now = local('21:00:00')) =>
  replyRate(turns, new Date(now), zone);

describe('a turn', () => {
  it('runs from the first unanswered message until a person answers', () => {
    expect(turnsOf(histories.answered().events)).toEqual([{ startedAt: isoAt(0), answeredAt: isoAt(30) }]);
  });

  it('is open while nobody has answered', () => {
    expect(turnsOf(histories.inQueue().events)).toEqual([{ startedAt: isoAt(0) }]);
  });

  it('is none while the bot has the customer', () => {
    expect(turnsOf(histories.withBot().events)).toEqual([]);
  });

  it('begins anew with every answer', () => {
    const answered = histories.answered();
    const change = receiveMessage(answered, { text: '然后呢', command: aCommand() }, when(100));

    expect(turnsOf(saved(answered.events, change).events)).toEqual([
      { startedAt: isoAt(0), answeredAt: isoAt(30) },
      { startedAt: isoAt(100) },
    ]);
  });
});

describe('the 3-minute reply rate', () => {
  it.each([
    ['17:02:59', 1],
    ['17:03:00', 1],
    ['17:03:01', 0],
  ])('counts what began at 17:00:00 and was answered at %s: kept %i', (answered, kept) => {
    expect(rateOf([{ startedAt: local('17:00:00'), answeredAt: local(answered) }])).toMatchObject({
      turns: 1,
      kept,
      missed: 1 - kept,
      rate: kept,
    });
  });

  it.each([
    ['07:59:59', 0],
    ['08:00:00', 1],
    ['22:59:59', 1],
    ['23:00:00', 0],
  ])('is of the day from 08:00:00 to 22:59:59: a turn begun at %s counts %i', (time, turns) => {
    const startedAt = local(time);

    expect(rateOf([{ startedAt, answeredAt: startedAt }], local('23:30:00')).turns).toBe(turns);
  });

  it('leaves yesterday out', () => {
    const startedAt = new Date(Date.parse(local('20:00:00')) - 86_400_000).toISOString();

    expect(rateOf([{ startedAt, answeredAt: startedAt }])).toMatchObject({ turns: 0, rate: undefined });
  });

  it('misses what ended without an answer', () => {
    const turn = { startedAt: local('20:00:00'), endedAt: local('20:00:10') };

    expect(rateOf([turn])).toMatchObject({ kept: 0, missed: 1, rate: 0 });
  });

  it('says which turns are still to be saved, the most pressing first, and what they make of the day', () => {
    const kept = { startedAt: local('20:00:00'), answeredAt: local('20:01:00') };
    const late = { startedAt: local('20:56:59') };
    const open = [{ startedAt: local('20:59:00') }, { startedAt: local('20:57:00') }];

    expect(rateOf([kept, late, ...open])).toEqual({
      turns: 4,
      kept: 1,
      missed: 1,
      open: [
        { startedAt: local('20:57:00'), dueAt: local('21:00:00') },
        { startedAt: local('20:59:00'), dueAt: local('21:02:00') },
      ],
      rate: 0.5,
      atBest: 0.75,
      atWorst: 0.25,
    });
  });
});
