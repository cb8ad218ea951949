import type { Tally } from '../../functions/simulation/tally.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import { onThreads } from './threads.ts';
import type { Order } from './worker.ts';

/** Plays so many days, each by itself, on some threads. `tell` hears how many customers there have been. */
export function playDays(
  scenario: Scenario,
  days: number,
  threads: number,
  tell?: (opened: number) => void,
  log?: string,
): Promise<Tally[]> {
  const orders = Array.from({ length: days }, (_, day): Order => ({
    scenario,
    day,
    ...(log !== undefined && { log }),
  }));
  const worker = new URL('./worker.ts', import.meta.url);
  return onThreads<Order, Tally>({ worker, orders, threads, ...(tell && { tell }) });
}
