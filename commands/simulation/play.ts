import { Worker } from 'node:worker_threads';
import type { Scenario } from '../../schemas/scenario.ts';
import type { Tally } from '../../functions/simulation/tally.ts';
import type { News, Order } from './worker.ts';

/**
 * Plays so many days, each by itself, on some threads; the tallies come in the order of the days, so that the number of threads changes
 * nothing of the result. `tell` hears how many customers there have been.
 */
export async function playDays(
  scenario: Scenario,
  days: number,
  threads: number,
  tell: (opened: number) => void = () => undefined,
  log?: string,
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  const opened = new Map<number, number>();
  let next = 0;
  const told = (day: number, count: number) => {
    opened.set(day, count);
    tell([...opened.values()].reduce((sum, it) => sum + it, 0));
  };
  const work = async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      while (next < days) {
        const day = next;
        next += 1;
        tallies[day] = await playOn(worker, { scenario, day, ...(log !== undefined && { log }) }, (count) =>
          told(day, count),
        );
        told(day, tallies[day].counts.opened);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, days) }, work));
  return tallies;
}

function playOn(worker: Worker, order: Order, tell: (opened: number) => void): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const hear = (news: News) => {
      if ('opened' in news) tell(news.opened);
      else {
        worker.off('message', hear);
        worker.off('error', reject);
        resolve(news.tally);
      }
    };
    worker.on('message', hear);
    worker.on('error', reject);
    worker.postMessage(order);
  });
}
