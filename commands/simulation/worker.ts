import { parentPort } from 'node:worker_threads';
import type { Scenario } from '../../schemas/scenario.ts';
import type { Tally } from '../../functions/simulation/tally.ts';
import { leaveOutSealing } from './leave-out-sealing.ts';

/** What a thread is asked: to play one day. */
export interface Order {
  readonly scenario: Scenario;
  readonly day: number;
}

/** What it tells: customers so far, then the day's tally. */
export type News = { readonly opened: number } | { readonly day: number; readonly tally: Tally };

leaveOutSealing();
const { playDay } = await import('../../functions/simulation/run.ts');

parentPort?.on('message', ({ scenario, day }: Order) => {
  const tell = (news: News) => parentPort?.postMessage(news);
  tell({ day, tally: playDay(scenario, day, (opened) => tell({ opened })) });
});
