import type { Burst } from '../../schemas/burst.ts';
import type { RollUp } from '../../schemas/roll-up.ts';
import { burstsIn, pastHours, quartersToWatch } from '../domain/insights/bursts.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ insights: 'listFacts' | 'listRollUps' | 'listBursts' | 'putBurst' }> &
  Pick<Platform, 'now' | 'log'> & {
    timeZone: string;
    announce: (burst: Burst) => Promise<void>;
  };

/** Looks whether people ask about a topic more than chance explains, keeps what it finds, and tells of it until that has been accepted. */
export const watchBursts =
  ({ insights, timeZone, announce, now, log }: Needs) =>
  async (): Promise<void> => {
    for (const quarter of quartersToWatch(now())) {
      const facts = await insights.listFacts(quarter);
      const bursts = facts.length === 0 ? [] : burstsIn(quarter, facts, await pastOf(quarter));
      if (bursts.length === 0) continue;
      const known = await insights.listBursts(quarter.slice(0, 7));
      for (const burst of bursts) {
        if (!known.some((it) => it.quarter === quarter && it.topic === burst.topic)) {
          await announce(burst);
          log('warn', 'topic bursts', { ...burst });
        }
        await insights.putBurst(burst);
      }
    }

    async function pastOf(quarter: string): Promise<RollUp[][]> {
      const weeks: RollUp[][] = [];
      for (const hours of pastHours(quarter, timeZone)) {
        const starts = new Set(hours.map(({ start }) => start));
        const rows: RollUp[] = [];
        for (const day of new Set(hours.map(({ day }) => day)))
          rows.push(...(await insights.listRollUps({ level: 'hour', timeZone, dimension: 'topic', day })));
        weeks.push(rows.filter(({ start }) => starts.has(start)));
      }
      return weeks;
    }
  };
