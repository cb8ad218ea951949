import { parentPort } from 'node:worker_threads';
import type { Scenario } from '../../schemas/scenario.ts';
import type { Day } from '../../functions/simulation/day.ts';
import type { Tally } from '../../functions/simulation/tally.ts';
import { readLog } from './log.ts';
import { leaveOutSealing } from './leave-out-sealing.ts';

/** What a thread is asked: to play one day. */
export interface Order {
  readonly scenario: Scenario;
  readonly day: number;
  /** A recorded log, whose customers come instead of drawn ones. */
  readonly log?: string;
}

/** What it tells: customers so far, then the day's tally. */
export type News = { readonly opened: number } | { readonly day: number; readonly tally: Tally };

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
  const tell = (news: News) => parentPort?.postMessage(news);
  if (log !== undefined) recorded ??= recordedDays(await readLog(log), scenario);
  tell({ day, tally: playDay(scenario, day, (opened) => tell({ opened }), recorded?.[day]) });
}
