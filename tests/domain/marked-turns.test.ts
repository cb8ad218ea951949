import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysToAddUp, marksEndBefore, spanOf } from '../../functions/domain/marked-turns.ts';
import { tallyOf } from '../../functions/domain/reply-rate.ts';
import { sum } from '../../functions/domain/numbers.ts';
import { memoryReplies } from '../../functions/memory/replies.ts';
import { addUpReplies } from '../../functions/use-cases/count-replies.ts';
import { at, isoAt, TICKET_ID } from '../support/builders.ts';

/** At nine in the morning in Shanghai it is eight in the evening of the day before in New York: in both, turns count. */
const MORNING = -11 * 3600;
const day = '2026-11-21';

/** A turn in seconds: when it begins, how long until it is answered, if ever, and how long after each it is told, each time. */
const aTurn = fc.record({
  ticketId: fc.constantFrom('KF-0000-0000-0000', 'KF-1111-1111-1111', 'KF-2222-2222-2222'),
  startsAt: fc.integer({ min: 0, max: 1200 }),
  lasts: fc.option(fc.integer({ min: 1, max: 900 })),
  team: fc.constantFrom('day', 'night', undefined),
  begunTold: fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 2 }),
  endTold: fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 2 }),
});
const someTurns = fc.uniqueArray(aTurn, { selector: ({ startsAt, ticketId }) => `${startsAt} ${ticketId}` });

describe('counts of turns', () => {
  it('are those of what was told, once each, whenever it was told and added up, also when the zone changes', async () => {
    await fc.assert(
      fc.asyncProperty(someTurns, fc.option(fc.integer({ min: 0, max: 3600 })), async (turns, moves) => {
        const replies = memoryReplies();
        const moment = (second: number) => at(MORNING + second);
        const zoneAt = (second: number) =>
          moves !== null && second >= moves ? 'America/New_York' : 'Asia/Shanghai';
        let now = moment(0);
        const sweep = addUpReplies({ replies, now: () => now });
        const minutes = Array.from({ length: 70 }, (_, minute) => ({ second: 60 * minute, work: sweep }));
        const told = turns.flatMap(({ ticketId, startsAt, lasts, team, begunTold, endTold }) => {
          const tell = (step: 'begun' | 'answered', second: number, delay: number) => {
            const turn = { startedAt: isoAt(MORNING + startsAt), step };
            const found = tallyOf(turn, isoAt(MORNING + second), zoneAt(second + delay));
            if (!found) throw new Error('this is not counted');
            const by = step === 'begun' ? undefined : team;
            const work = () => replies.count({ ticketId, turn, team: by, ...found }, now);
            return { second: second + delay, work };
          };
          const begun = begunTold.map((delay) => tell('begun', startsAt, delay));
          return lasts === null
            ? begun
            : [...begun, ...endTold.map((delay) => tell('answered', startsAt + lasts, delay))];
        });
        for (const { second, work } of [...minutes, ...told].sort((a, b) => a.second - b.second)) {
          now = moment(second);
          await work();
        }

        const days = await Promise.all(['2026-11-20', '2026-11-21', '2026-11-22'].map(replies.readDay));
        const tallies = days.flatMap((it) => it.tallies);
        const ofTeam = (wanted: string | undefined) => {
          const rows = tallies.filter(({ team }) => team === wanted);
          return (['kept', 'missed'] as const).map((tally) => sum(rows.map((row) => row[tally] ?? 0)));
        };
        const truth = (wanted: string | undefined) => {
          const ended = turns.filter(({ lasts, team }) => lasts !== null && team === wanted);
          const kept = ended.filter(({ lasts }) => Number(lasts) <= 180).length;
          return [kept, ended.length - kept];
        };
        expect(sum(tallies.map(({ begun = 0 }) => begun))).toBe(turns.length);
        for (const team of ['day', 'night', undefined]) expect(ofTeam(team)).toEqual(truth(team));
      }),
      { numRuns: 300 },
    );
  });

  it('are forgotten in memory when no queue can tell of them any more', async () => {
    const replies = memoryReplies();
    const step = {
      ticketId: TICKET_ID,
      turn: { startedAt: isoAt(0), step: 'begun' },
      day,
      tally: 'begun',
    } as const;
    const [later, gone] = [at(15 * 86_400 - 1), at(15 * 86_400 + 1)];
    const outcomes = [await replies.count(step, at(1))];
    for (const now of [later, gone]) {
      await replies.addUp(day, now, now);
      outcomes.push(await replies.count(step, now));
    }

    expect(outcomes).toEqual(['counted', 'known', 'counted']);
  });

  it('are marked no longer when they are added up', () => {
    expect(marksEndBefore(at(360)).toISOString()).toBe(isoAt(0));
  });

  it('are of days on which, by some clock, turns can have begun', () => {
    expect(spanOf('2026-11-21')).toEqual({
      from: '2026-11-20T10:00:00.000Z',
      to: '2026-11-22T12:00:00.000Z',
    });
    expect(daysToAddUp(at(0), 0)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(daysToAddUp(at(0), 2)[0]).toBe('2026-11-18');
  });
});
