import { measuredUnits, tableOf } from './drivers.ts';
import { dollarsOf, hours, million } from './million.ts';
import { billed } from '../../functions/domain/cost/prices.ts';

/**
 * What a million tickets cost, from counted calls and list prices: `npm run bench cost`. In dollars, for each thing that is billed, with
 * its share.
 */
export async function benchCost(): Promise<void> {
  const line = (text: string) => process.stdout.write(`${text}\n`);
  for (const kind of ['human', 'bot'] as const)
    for (const hour of hours) {
      const all = await million(kind, hour);
      const { conversation, heartbeats, messages, events } = all;
      const total = dollarsOf(all);
      line(`\na million ${kind} tickets, ${hour}: ${messages} messages and ${events} events each`);
      const row = (name: string, count: number, dollars: number) =>
        line(
          `  ${name.padEnd(20)}${count.toFixed(2).padStart(9)} each ${dollars.toFixed(2).padStart(9)} $ ${((100 * dollars) / total).toFixed(0).padStart(4)} %`,
        );
      for (const name of billed)
        row(name, (conversation.used.get(name) ?? 0) / 1e6, conversation.dollarsOf(name));
      row('heartbeats', heartbeats.invocations.get('socket') ?? 0, heartbeats.dollars);
      line(`  ${'total'.padEnd(20)}${total.toFixed(2).padStart(24)} $`);
      line(
        `  invocations: ${[...conversation.invocations].map(([name, count]) => `${name} ${count.toFixed(1)}`).join(', ')}`,
      );
    }
  line(`\nwhat one of each is billed for, off peak:\n${tableOf(await measuredUnits())}`);
}
