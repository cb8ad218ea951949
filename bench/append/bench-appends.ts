import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FULL_EVERY, untilCaught } from './histories.ts';
import { mutants } from './mutants.ts';
import { Played, type Shard } from './shard.ts';

const HISTORIES = 10_000_000;
/** Each mutant is looked for from this many seeds on, in at most so many histories from each. */
const TRIES = 10;
const MOST = 50_000;
const USAGE = 'npm run bench appends [histories, from 1] [first seed, from 0]';

/**
 * Ten million histories of a few clients who write to one ticket while functions crash, copies come late and tables are restored; then
 * the same on protocols with one fault each. `npm run bench appends 1 4711` plays the one history of seed 4711.
 */
export async function benchAppends(): Promise<void> {
  const histories = numberFrom(process.argv[3], HISTORIES, 1);
  const seed = numberFrom(process.argv[4], 1, 0);
  const started = performance.now();
  const threads = Math.min(availableParallelism(), 8, histories);
  const sums = new Map<string, number>();
  const faults: string[] = [];
  let told = 0;
  const take = (played: Played) => {
    for (const [name, count] of Object.entries(played.tally)) sums.set(name, (sums.get(name) ?? 0) + count);
    faults.push(...played.faults);
    const tenths = Math.floor((10 * (sums.get('histories') ?? 0)) / histories);
    if (tenths > told) process.stderr.write(`  ${tenths * 10} % after ${secondsSince(started)} s\n`);
    told = tenths;
  };
  await Promise.all(
    Array.from({ length: threads }, (_, at) =>
      inWorker({ first: seed + at, step: threads, end: seed + histories }, take),
    ),
  );
  for (const fault of faults.slice(0, 20)) process.stdout.write(`  ${fault}\n`);
  process.stdout.write(
    `${[...sums].map(([name, count]) => `${count} ${name}`).join(', ')}\n` +
      `in ${secondsSince(started)} s on ${threads} threads; 1 in ${FULL_EVERY} with SHA-256 and the whole state: ` +
      `${faults.length} faults\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
  await benchMutants(seed);
}

/** How many histories it takes to see each mutant fail. */
async function benchMutants(seed: number): Promise<void> {
  process.stdout.write(`\nmutant, histories until it is caught from ${TRIES} seeds on: median, worst\n`);
  for (const [name, rules] of Object.entries(mutants)) {
    const taken: number[] = [];
    const kinds = new Set<string>();
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const caught = await untilCaught(rules, { seed: seed + attempt * MOST, most: MOST });
      taken.push(caught?.histories ?? Infinity);
      if (caught) kinds.add(caught.fault.replace(/:.*/, ''));
    }
    taken.sort((a, b) => a - b);
    const [median = Infinity, worst = Infinity] = [taken[TRIES / 2], taken[TRIES - 1]];
    if (worst === Infinity) process.exitCode = 1;
    process.stdout.write(
      `  ${worst === Infinity ? 'MISSED' : 'caught'}${String(median).padStart(6)}${String(worst).padStart(6)}  ` +
        `${name} (${[...kinds].sort().join(', ')})\n`,
    );
  }
}

function inWorker(shard: Shard, take: (played: Played) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('shard.ts', import.meta.url), { workerData: shard });
    worker.on('message', (played) => take(Played.parse(played)));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a thread ended with ${code} before its histories did`)),
    );
  });
}

function numberFrom(text: string | undefined, otherwise: number, least: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < least) throw new Error(USAGE);
  return number;
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
