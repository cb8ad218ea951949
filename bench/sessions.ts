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
  const played = await Promise.all(shares.map(inWorker));
  const sum = (count: (one: Played) => number) => played.reduce((total, one) => total + count(one), 0);
  const faults = played.flatMap((one) => one.faults);
  process.stdout.write(
    `${sum((one) => one.clients)} clients in ${sum((one) => one.conversations)} conversations of ` +
      `${sum((one) => one.events)} events: ${faults.length} with another log, a lost, doubled or misplaced message ` +
      `(${Math.round((Date.now() - started) / 1000)} s on ${workers} threads)\n${faults.slice(0, 20).join('\n')}\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

function inWorker(share: Share): Promise<Played> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once('message', (played) => resolve(Played.parse(played)));
    worker.once('error', reject);
  });
}

async function play({ first, step, clients }: Share): Promise<Played> {
  const played: Played = { clients: 0, conversations: 0, events: 0, faults: [] };
  for (let seed = first; played.clients < clients; seed += step) {
    const verdict = await playSession(seed);
    played.clients += verdict.clients;
    played.conversations += 1;
    played.events += verdict.events;
    if (verdict.faults.length > 0) played.faults.push(`seed ${seed}: ${verdict.faults.join('; ')}`);
  }
  return played;
}

if (!isMainThread) parentPort?.postMessage(await play(Share.parse(workerData)));
