import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { playSession } from '../tests/support/sessions/session.ts';

const Share = z.object({ first: z.int(), step: z.int(), clients: z.int() });
type Share = z.infer<typeof Share>;

const Played = z.object({
  clients: z.int(),
  conversations: z.int(),
  events: z.int(),
  faults: z.array(z.string()),
});
type Played = z.infer<typeof Played>;

/** Clients that take part when nobody says how many. */
const CLIENTS = 1_000_000;
/** Clients between two reports of a thread. */
const A_PORTION = 5000;

/** Plays client sessions through storms and says how many ended with exactly the server's log: `npm run bench sessions [clients]`. */
export async function benchSessions(): Promise<void> {
  const clients = Number(process.argv[3] ?? CLIENTS);
  if (!Number.isInteger(clients) || clients < 1) throw new Error('npm run bench sessions -- <clients>');
  const workers = Math.min(availableParallelism(), 8);
  const started = Date.now();
  const shares = Array.from({ length: workers }, (_, index) => ({
    first: index + 1,
    step: workers,
    clients: Math.ceil(clients / workers),
  }));
  const played: Played[] = [];
  const sum = (count: (one: Played) => number) => played.reduce((total, one) => total + count(one), 0);
  let told = 0;
  const take = (portion: Played) => {
    played.push(portion);
    const tenths = Math.floor((10 * sum((one) => one.clients)) / clients);
    if (tenths > told && tenths < 10)
      process.stderr.write(`  ${tenths * 10} % after ${secondsSince(started)} s\n`);
    told = tenths;
  };
  await Promise.all(shares.map((share) => inWorker(share, take)));
  const faults = played.flatMap((one) => one.faults);
  process.stdout.write(
    `${sum((one) => one.clients)} clients in ${sum((one) => one.conversations)} conversations of ` +
      `${sum((one) => one.events)} events: ${faults.length} with another log, a lost, doubled or misplaced message ` +
      `(${secondsSince(started)} s on ${workers} threads)\n${faults.slice(0, 20).join('\n')}\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

function inWorker(share: Share, take: (played: Played) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.on('message', (played) => take(Played.parse(played)));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a thread ended with ${code} before its clients did`)),
    );
  });
}

/** Plays a share, and tells of each portion of it. */
async function play({ first, step, clients }: Share, tell: (played: Played) => void): Promise<void> {
  let played = nothing();
  for (let seed = first, left = clients; left > 0; seed += step) {
    const verdict = await playSession(seed);
    left -= verdict.clients;
    played.clients += verdict.clients;
    played.conversations += 1;
    played.events += verdict.events;
    if (verdict.faults.length > 0) played.faults.push(`seed ${seed}: ${verdict.faults.join('; ')}`);
    if (played.clients < A_PORTION && left > 0) continue;
    tell(played);
    played = nothing();
  }
}

const nothing = (): Played => ({ clients: 0, conversations: 0, events: 0, faults: [] });

function secondsSince(started: number): number {
  return Math.round((Date.now() - started) / 1000);
}

if (!isMainThread) await play(Share.parse(workerData), (played) => parentPort?.postMessage(played));
