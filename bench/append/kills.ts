import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOf } from '../../functions/domain/change.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { now } from '../../functions/runtime/clock.ts';
import { dynamodbStores } from '../storage/sides.ts';
import { faultsIn, type Sent } from './check.ts';
import { Journal } from './journal.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');

export interface KillSettings {
  endpoint: string;
  /** Writes of all processes together. */
  operations: number;
  processes: number;
  tickets: number;
  seed: number;
  /** Writes a process begins before it is killed, drawn between the two: whatever the machine's speed, it gets on. */
  life: readonly [number, number];
}

export interface KillReport {
  operations: number;
  kills: number;
  /** Writes that were begun when their process was killed, and finished by the next. */
  unanswered: number;
  faults: string[];
}

/** Lets processes append to the same few tickets and kills them at random with SIGKILL, until all is written; then reads every history. */
export async function appendUnderKills(settings: KillSettings): Promise<KillReport> {
  const { endpoint, processes, operations } = settings;
  const { tickets } = await dynamodbStores(endpoint);
  const random = seededRandom(settings.seed);
  const ticketIds = Array.from(
    { length: settings.tickets },
    (_, i) => `KF-0000-0000-${String(i).padStart(4, '0')}`,
  );
  for (const ticketId of ticketIds) await tickets.save(opening(ticketId));
  const directory = mkdtempSync(join(tmpdir(), 'kefu-append-'));
  const journalOf = (worker: number) => join(directory, `${worker}.log`);
  let kills = 0;
  let unanswered = 0;
  const each = Math.ceil(operations / processes);

  const workers = Array.from({ length: processes }, async (_, worker) => {
    for (let life = 0; ; life += 1) {
      const child = spawn(
        process.execPath,
        [
          WORKER,
          endpoint,
          journalOf(worker),
          `sender-${worker}`,
          String(Math.floor(random() * 2 ** 31)),
          ticketIds.join(','),
          String(each),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
      );
      const [shortest, longest] = settings.life;
      const code = await endOf(child, shortest + Math.floor(random() * (longest - shortest)));
      if (code === 0) return;
      if (code !== 'killed') throw new Error(`a worker ended with ${code}`);
      kills += 1;
      const begun = [...new Journal(journalOf(worker), '').writes.values()].at(-1);
      if (begun && begun.acknowledged === undefined) unanswered += 1;
    }
  });
  await Promise.all(workers);

  const sent: Sent[] = Array.from({ length: processes }, (_, worker) => [
    ...new Journal(journalOf(worker), `sender-${worker}`).writes.values(),
  ]).flat();
  rmSync(directory, { recursive: true });
  const faults: string[] = [];
  const byTicket = Map.groupBy(sent, ({ ticketId }) => ticketId);
  for (const ticketId of ticketIds) {
    const { events, ticket } = await tickets.get(ticketId, 0);
    faults.push(...faultsIn(events, byTicket.get(ticketId) ?? [], ticket));
  }
  const open = sent.filter(({ acknowledged }) => acknowledged === undefined).length;
  if (open > 0) faults.push(`open: ${open} writes were never answered`);
  return { operations: sent.length, kills, unanswered, faults };
}

/** Kills the process somewhere in the write after so many; how it ended. */
function endOf(child: ChildProcess, writes: number): Promise<number | 'killed' | null> {
  let begun = 0;
  child.stdout?.on('data', (dots: Buffer) => {
    begun += dots.length;
    if (begun >= writes) child.kill('SIGKILL');
  });
  return new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : code)),
  );
}

function opening(ticketId: string) {
  const actor = { kind: 'customer', id: 'customer-1' } as const;
  const body = {
    customerId: 'customer-1',
    segment: 'ordinary',
    channel: 'app',
    locale: 'zh-CN',
    subject: '',
  } as const;
  return changeOf({ ticketId }, [{ type: 'TicketOpened', actor, body }], now());
}
