import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { playLoad } from './play.ts';
import { type Cost, type Deed, deeds } from './tally.ts';
import type { World } from './world.ts';

const INTERVAL_SECONDS = 10;

/**
 * A day's peak in one process: `npm run bench load [agents] [customers] [messages a second] [virtual seconds] [seed]`. Prints, for each ten
 * virtual seconds, what was accepted, the memory in use after a collection, and what each kind of decision took of this process.
 */
export async function benchLoad(): Promise<void> {
  const [agents = 1000, customers = 100_000, rate = 3300, seconds = 120, seed = 1] = process.argv
    .slice(3)
    .map(Number);
  let before = { messages: 0, costs: new Map<Deed, Cost>(), cpu: process.cpuUsage() };
  row('second', 'messages', 'open', 'closed', 'due', 'MB', 'us/msg', ...deeds);
  const heaps: { messages: number; bytes: number }[] = [];
  const world = await playLoad({
    agents,
    customers,
    rate,
    seconds,
    seed,
    interval: INTERVAL_SECONDS,
    told: (it, second) => {
      const { tally, talks, clock } = it;
      const { user, system } = process.cpuUsage(before.cpu);
      const messages = tally.messages - before.messages;
      const bytes = heapAfterCollection();
      heaps.push({ messages: tally.messages, bytes });
      const each = deeds.map((deed) => {
        const now = tally.costs[deed];
        const then = before.costs.get(deed);
        const count = now.count - (then?.count ?? 0);
        return count === 0
          ? '-'
          : Math.round(((now.milliseconds - (then?.milliseconds ?? 0)) / count) * 1000);
      });
      const perMessage = Math.round((user + system) / Math.max(1, messages));
      row(second, messages, talks.size, tally.closed, clock.pending, megabytes(bytes), perMessage, ...each);
      before = {
        messages: tally.messages,
        costs: new Map(deeds.map((deed) => [deed, { ...tally.costs[deed] }])),
        cpu: process.cpuUsage(),
      };
    },
  });
  report(world, heaps);
  if (world.tally.faults.length > 0) process.exitCode = 1;
}

function report({ tally, calls, whole }: World, heaps: readonly { messages: number; bytes: number }[]): void {
  const { messages, opened, closed, pushes, gaps, late, costs, plainCalls, faults } = tally;
  const line = (text: string) => process.stdout.write(`${text}\n`);
  const dead = Object.values(whole.queues).reduce((sum, { deadLetters }) => sum + deadLetters.length, 0);
  line(
    `${messages} messages in ${opened} conversations, ${closed} closed: ${faults.length} faults, ${dead} dead letters, ` +
      `${pushes} pushes, ${gaps} gaps, ${late} offers accepted too late`,
  );
  for (const fault of faults.slice(0, 5)) line(`  ${fault}`);
  const [half, last] = [heaps[Math.floor(heaps.length / 2)], heaps.at(-1)];
  if (half && last && last.messages > half.messages)
    line(
      `memory in the second half: ${Math.round((last.bytes - half.bytes) / (last.messages - half.messages))} bytes a message`,
    );
  line('calls while a decision was taken:');
  for (const deed of deeds)
    line(`  ${deed.padEnd(8)}${(costs[deed].calls / Math.max(1, costs[deed].count)).toFixed(2)}`);
  line(`  of a plain message: ${named(plainCalls, costs.plain.count)}`);
  line(`calls for each message, with everything behind it: ${named(calls, messages)}`);
}

function named(calls: ReadonlyMap<string, number>, count: number): string {
  return [...calls]
    .sort(([, a], [, b]) => b - a)
    .map(([name, made]) => [name, (made / Math.max(1, count)).toFixed(3)] as const)
    .filter(([, share]) => share !== '0.000')
    .map(([name, share]) => `${name} ${share}`)
    .join(', ');
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function row(...cells: (string | number)[]): void {
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(9)).join('')}\n`);
}
