import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksEndBefore } from '../../functions/domain/marked-turns.ts';
import { spanOf, tallyOf } from '../../functions/domain/reply-rate.ts';
import { sum } from '../../functions/domain/numbers.ts';
import { memoryReplies } from '../../functions/memory/replies.ts';
import { addUpReplies } from '../../functions/use-cases/count-replies.ts';
import { aPolicy, at, isoAt } from '../support/builders.ts';

const timeZone = 'Asia/Shanghai';
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
  it('are those of what was told, once each, whenever it was told and added up', async () => {
    await fc.assert(
      fc.asyncProperty(someTurns, async (turns) => {
        const replies = memoryReplies();
        let now = at(0);
        const sweep = addUpReplies({ replies, policy: async () => aPolicy(), now: () => now });
        const minutes = Array.from({ length: 70 }, (_, minute) => ({ second: 60 * minute, work: sweep }));
        const told = turns.flatMap(({ ticketId, startsAt, lasts, team, begunTold, endTold }) => {
          const tell = (step: 'begun' | 'answered', second: number, delay: number) => {
            const turn = { startedAt: isoAt(startsAt), step };
            const found = tallyOf(turn, isoAt(second), timeZone);
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
          now = at(second);
          await work();
        }

        const { tallies } = await replies.readDay(day, spanOf(day, timeZone));
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

  it('are marked no longer when they are added up', () => {
    expect(marksEndBefore(at(360)).toISOString()).toBe(isoAt(0));
  });
});
