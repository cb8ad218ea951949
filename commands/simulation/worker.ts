import { parentPort } from 'node:worker_threads';
import type { Scenario } from '../../schemas/scenario.ts';
import type { Day } from '../../functions/simulation/day.ts';
import type { Tally } from '../../functions/simulation/tally.ts';
import { readLog } from './log.ts';
import { leaveOutSealing } from './leave-out-sealing.ts';
import type { News } from './threads.ts';

/** What a thread is asked: to play one day. */
export interface Order {
  readonly scenario: Scenario;
  readonly day: number;
  /** A recorded log, whose customers come instead of drawn ones. */
  readonly log?: string;
}

leaveOutSealing();
const { playDay } = await import('../../functions/simulation/run.ts');
const { recordedDays } = await import('../../functions/simulation/recorded.ts');

/** Read once: a thread plays days of one log. */
let recorded: Day[] | undefined;

parentPort?.on('message', (order: Order) => {
  // What goes wrong ends the thread, and whoever started it hears of it.
  void play(order);
});

async function play({ scenario, day, log }: Order): Promise<void> {
  const tell = (news: News<Tally>) => parentPort?.postMessage(news);
  if (log !== undefined) recorded ??= recordedDays(readLog(log), scenario);
  const recordedDay = recorded?.[day];
  const told = (opened: number) => tell({ progress: opened });
  const tally = playDay(scenario, day, { tell: told, ...(recordedDay && { day: recordedDay }) });
  told(tally.counts.opened);
  tell({ answer: tally });
}
