import { describe, expect, it } from 'vitest';
import { memoryLoads } from '../../functions/memory/loads.ts';
import { rollUpLoads } from '../../functions/use-cases/loads.ts';
import type { Loads } from '../../functions/use-cases/platform-of-figures.ts';
import { at, isoAt } from '../support/builders.ts';

const timeZone = 'Asia/Shanghai';
const HOUR = 3600;
const day = { timeZone, dimension: 'agent', day: '2026-11-21' } as const;

/** Mei at work in every minute of an hour, with a seat taken in every second; each minute is noted twice. */
async function anHour(): Promise<Loads> {
  const loads = memoryLoads();
  for (let minute = 0; minute < 60; minute += 1)
    for (const held of [minute % 2, 3])
      await loads.putSample({
        minute: isoAt(minute * 60),
        part: 0,
        agents: [{ agentId: 'mei', held, offered: 3 }],
      });
  return loads;
}
const addUpAt = (loads: Loads, seconds: number) => rollUpLoads({ loads, timeZone, now: () => at(seconds) })();

describe('the load of agents', () => {
  it('is added up when the hour is over, each minute once', async () => {
    const loads = await anHour();

    await addUpAt(loads, HOUR + 100);

    const figures = { minutes: 60, present: 60, held: 30, offered: 180, mostPresent: 1, mostHeld: 1 };
    expect(await loads.listLoads({ ...day, level: 'hour' })).toMatchObject([
      { value: 'mei', start: isoAt(0), load: figures },
    ]);
    expect(await loads.listLoads({ ...day, level: 'day' })).toMatchObject([{ value: 'mei', load: figures }]);
  });

  it('is the same when it is added up again, later or after a turn was missed', async () => {
    const loads = await anHour();
    await addUpAt(loads, HOUR + 100);
    const rows = await loads.listLoads({ ...day, level: 'day' });
    const written: unknown[] = [];

    await addUpAt({ ...loads, putLoad: async (row) => void written.push(row) }, 2 * HOUR + 200);
    const late = await anHour();
    await addUpAt(late, 3 * HOUR + 100);

    expect(written).toEqual([]);
    expect(await late.listLoads({ ...day, level: 'day' })).toEqual(rows);
  });

  it('is looked at by the first turn of an hour only', async () => {
    const loads = await anHour();

    await addUpAt(loads, HOUR + 300);

    expect(await loads.listLoads({ ...day, level: 'hour' })).toEqual([]);
  });
});
