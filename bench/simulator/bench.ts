import { createHash } from 'node:crypto';
import { argv, cpuUsage, memoryUsage, stdout } from 'node:process';
import { availableParallelism } from 'node:os';
import { playDays } from '../../commands/simulation/play.ts';
import { progressBar } from '../../commands/simulation/progress.ts';
import { defaultScenario } from '../../functions/simulation/defaults.ts';
import { reportOf } from '../../functions/simulation/report.ts';
import { scenarioFrom } from '../../functions/simulation/settings.ts';
import { sumOf } from '../../functions/simulation/tally.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { hold, knownQueues, perFullDay, scenarioOf } from './theory.ts';

const PER_DAY = 20_000;
const THREADS = Math.min(2, availableParallelism());
/** Customers of a queue that theory knows, for each ticket played before: rare waits take as many to be known to a hundredth. */
const THEORY = 4;
/** Theory is held to so many days at least. */
const FEWEST_DAYS = 10;

/** `npm run bench simulator [tickets]`: speed and sameness of two runs, then the queues that theory knows. */
export async function benchSimulator(): Promise<void> {
  const tickets = Number(argv[3] ?? 1_000_000);
  if (!Number.isSafeInteger(tickets) || tickets < PER_DAY)
    throw new Error(`tickets: a whole number from ${PER_DAY}`);
  const [first, second] = [await run(tickets), await run(tickets)];
  stdout.write(first === second ? 'both runs: the same bytes\n\n' : 'THE RUNS DIFFER\n\n');
  await againstTheory(THEORY * tickets);
}

async function run(tickets: number): Promise<string> {
  const days = Math.round(tickets / PER_DAY);
  const scenario = scenarioFrom({ ...defaultScenario(defaultPolicy) }, undefined, [
    { path: 'arrivals.perDay', value: String(PER_DAY) },
  ]);
  const bar = progressBar(days * PER_DAY);
  const [began, used] = [performance.now(), cpuUsage()];
  const tally = sumOf(await playDays(scenario, days, THREADS, bar.show));
  bar.end();
  const { user, system } = cpuUsage(used);
  const seconds = (performance.now() - began) / 1000;
  const { opened, events } = tally.counts;
  const digest = createHash('sha256')
    .update(JSON.stringify(reportOf(tally, days, scenario)))
    .digest('hex');
  stdout.write(
    `${opened} tickets, ${events} events, ${THREADS} threads: ${seconds.toFixed(1)} s, ${Math.round(opened / seconds)} tickets/s; ` +
      `CPU ${((user + system) / opened).toFixed(0)} µs a ticket; memory ${Math.round(memoryUsage().rss / 1e6)} MB; report ${digest.slice(0, 16)}\n`,
  );
  return digest;
}

async function againstTheory(tickets: number): Promise<void> {
  stdout.write('queue                   measure          theory  simulated  difference  standard error\n');
  for (const queue of knownQueues) {
    const perDay = Math.round(Math.min(tickets / FEWEST_DAYS, perFullDay(queue.load)));
    const scenario = scenarioOf(queue, perDay);
    const held = hold(queue, scenario, await playDays(scenario, Math.ceil(tickets / perDay), THREADS));
    for (const { measure, theory, simulated, error } of held)
      stdout.write(
        `${queue.name.padEnd(22)}  ${measure.padEnd(12)}${theory.toFixed(5).padStart(11)}${simulated.toFixed(5).padStart(11)}` +
          `${share(simulated / theory - 1).padStart(12)}${share(error / theory).padStart(16)}\n`,
      );
  }
}

function share(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}
