import type { Agent } from '../../schemas/agent.ts';
import { LoadDimension, type LoadRow } from '../../schemas/load.ts';
import type { RollUpLevel } from '../../schemas/roll-up.ts';
import { loadsOfDay, loadsOfHour, loadsToPut, sampleOf } from '../domain/insights/load.ts';
import { hourOf, quartersOf } from '../domain/insights/roll-up.ts';
import { dayOf } from '../domain/reply-rate.ts';
import type { Platform, Uses } from './platform.ts';

const HOUR_MS = 3_600_000;
/** The first turn of an hour adds up the hours before it: so many, should turns have been missed. */
const LOOK_MINUTES = 5;
const HOURS_BACK = 3;
/** Rows written at the same time. */
const AT_ONCE = 16;

/** Keeps how many seats everybody at work has taken in this minute; the first look of a minute counts. */
export const keepLoad =
  ({ loads, now }: Uses<{ loads: 'putSample' }> & Pick<Platform, 'now'>) =>
  async (agents: readonly Agent[]): Promise<void> => {
    for (const sample of sampleOf(agents, now())) await loads.putSample(sample);
  };

/** Once an hour: adds up the load of the hours that are over, and of their days. Doing it again changes nothing. */
export const rollUpLoads =
  ({
    loads,
    timeZone,
    now,
  }: Uses<{ loads: 'listSamples' | 'listLoads' | 'putLoad' }> &
    Pick<Platform, 'now'> & { timeZone: string }) =>
  async (): Promise<void> => {
    const time = now();
    const current = hourOf(timeZone, time.getTime());
    if (time.getTime() - current >= LOOK_MINUTES * 60_000) return;
    const days = new Set<string>();
    for (let back = HOURS_BACK; back > 0; back -= 1) {
      const hour = hourOf(timeZone, current - back * HOUR_MS);
      const samples = [];
      for (const quarter of quartersOf(timeZone, hour)) samples.push(...(await loads.listSamples(quarter)));
      if (samples.length === 0) continue;
      const day = dayOf(timeZone, hour);
      await put(await all('hour', day), loadsOfHour(timeZone, hour, samples));
      days.add(day);
    }
    for (const day of days)
      await put(await all('day', day), loadsOfDay(timeZone, day, await all('hour', day)));

    async function all(level: RollUpLevel, day: string): Promise<LoadRow[]> {
      const rows = [];
      for (const dimension of LoadDimension.options)
        rows.push(...(await loads.listLoads({ level, timeZone, dimension, day })));
      return rows;
    }

    async function put(before: readonly LoadRow[], after: readonly LoadRow[]): Promise<void> {
      const rows = loadsToPut(before, after);
      for (let at = 0; at < rows.length; at += AT_ONCE)
        await Promise.all(rows.slice(at, at + AT_ONCE).map(loads.putLoad));
    }
  };
