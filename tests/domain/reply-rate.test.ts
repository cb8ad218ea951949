import { describe, expect, it } from 'vitest';
import { dayOf, replyRate, ruleOf, tallyOf, type Tallies } from '../../functions/domain/reply-rate.ts';
import { TICKET_ID, aPolicy } from '../support/builders.ts';

const timeZone = 'Asia/Shanghai';
const day = '2026-11-21';
const local = (time: string) => new Date(`${day}T${time}+08:00`).toISOString();
const rateOf = (rows: Tallies[], open: string[] = [], now = '21:00:00') =>
  replyRate(
    rows,
    open.map((time) => ({ ticketId: TICKET_ID, startedAt: local(time) })),
    { day, timeZone, target: 0.9, now: new Date(local(now)) },
  );

describe('a step of a turn', () => {
  it.each([
    ['17:02:59', 'kept'],
    ['17:03:00', 'kept'],
    ['17:03:01', 'missed'],
  ])('that began at 17:00:00 and was answered at %s counts as %s', (answered, tally) => {
    const turn = { startedAt: local('17:00:00'), step: 'answered' } as const;

    expect(tallyOf(turn, local(answered), timeZone)).toEqual({ day, tally });
  });

  it('that ended without an answer is missed, however early', () => {
    const turn = { startedAt: local('17:00:00'), step: 'ended' } as const;

    expect(tallyOf(turn, local('17:00:10'), timeZone)?.tally).toBe('missed');
  });

  it.each([
    ['07:59:59.999', undefined],
    ['08:00:00', 'begun'],
    ['22:59:59.999', 'begun'],
    ['23:00:00', undefined],
  ])('that began at %s counts as %s', (time, tally) => {
    const turn = { startedAt: local(time), step: 'begun' } as const;

    expect(tallyOf(turn, local(time), timeZone)?.tally).toBe(tally);
  });

  it('counts on the day it began by the clock of the business, not by UTC', () => {
    const turn = { startedAt: '2026-11-21T23:30:00.000Z', step: 'begun' } as const;

    expect(tallyOf(turn, turn.startedAt, 'Asia/Tokyo')).toEqual({ day: '2026-11-22', tally: 'begun' });
    expect(dayOf('America/New_York', Date.parse('2026-11-22T04:59:59.000Z'))).toBe('2026-11-21');
  });
});

describe('the 3-minute reply rate', () => {
  it('adds up the rows of all teams, and says what each did', () => {
    const rows = [
      { begun: 3 },
      { begun: 2 },
      { team: '夜班', kept: 1, missed: 1 },
      { team: '夜班', kept: 2 },
      { kept: 1 },
    ];

    expect(rateOf(rows)).toMatchObject({
      turns: 5,
      kept: 4,
      missed: 1,
      rate: 0.8,
      teams: [
        { team: '夜班', turns: 4, kept: 3, missed: 1, rate: 0.75 },
        { turns: 1, kept: 1, missed: 0, rate: 1 },
      ],
    });
  });

  it('says nothing of a day without turns', () => {
    expect(rateOf([])).toMatchObject({ turns: 0, rate: undefined, atBest: undefined, teams: [] });
  });

  it('counts a turn that nobody has answered as missed once its time is up', () => {
    const rows = [{ begun: 2 }, { kept: 1 }];

    expect(rateOf(rows, ['20:57:00'])).toMatchObject({ missed: 0, open: [{ secondsLeft: 0 }] });
    expect(rateOf(rows, ['20:56:59'])).toMatchObject({ missed: 1, rate: 0.5, open: [] });
  });

  it('says which turns are still to be saved, the most pressing first, and what they make of the day', () => {
    expect(rateOf([{ begun: 4 }, { kept: 1 }], ['20:59:00', '20:57:30'])).toMatchObject({
      turns: 4,
      kept: 1,
      missed: 1,
      rate: 0.5,
      atBest: 0.75,
      atWorst: 0.25,
      open: [
        { startedAt: local('20:57:30'), dueAt: local('21:00:30'), secondsLeft: 30 },
        { startedAt: local('20:59:00'), dueAt: local('21:02:00'), secondsLeft: 120 },
      ],
    });
  });

  it('saves no turn of another day', () => {
    const now = new Date(local('21:00:00'));
    const open = [{ ticketId: TICKET_ID, startedAt: local('20:59:00') }];

    expect(replyRate([], open, { day: '2026-11-20', timeZone, target: 0.9, now }).open).toEqual([]);
  });

  it('never counts more answers than turns, while what began is still on its way', () => {
    expect(rateOf([{ begun: 1 }, { kept: 2 }])).toMatchObject({ turns: 2, kept: 2, missed: 0, rate: 1 });
  });

  it.each([
    [undefined, 0.9],
    [0.8, 0.8],
  ])('aims at what the settings say: %s gives %d', (replyTarget, target) => {
    expect(ruleOf({ ...aPolicy(), replyTarget })).toEqual({ timeZone, target });
  });
});
