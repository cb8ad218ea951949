import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { playSeed } from './histories.ts';
import { emptyTally } from './play.ts';

/** Every `step`-th seed from `first` on, up to but not including `end`. */
export const Shard = z.object({ first: z.int(), step: z.int(), end: z.int() });
export type Shard = z.infer<typeof Shard>;

/** What some histories of a shard came to; faults name their seed. */
export const Played = z.object({ tally: z.record(z.string(), z.int()), faults: z.array(z.string()) });
export type Played = z.infer<typeof Played>;

/** Histories between two reports. */
const A_PORTION = 20_000;
const MOST_FAULTS = 20;

if (parentPort) {
  // Lost races and crashes are errors by the million, and nobody reads where they were made.
  Error.stackTraceLimit = 0;
  const { first, step, end } = Shard.parse(workerData);
  let played = { tally: emptyTally(), faults: Array<string>() };
  for (let seed = first; seed < end; seed += step) {
    const faults = await playSeed(seed, played);
    if (faults.length > 0 && played.faults.length < MOST_FAULTS)
      played.faults.push(`seed ${seed}: ${faults.join('; ')}`);
    if (played.tally.histories < A_PORTION && seed + step < end) continue;
    parentPort.postMessage(played);
    played = { tally: emptyTally(), faults: [] };
  }
}
