import { startDynamoDB } from '../../local/dynamodb.ts';
import { compare } from './differential.ts';
import { dynamodbStores, memoryStores } from './sides.ts';

const OPERATIONS = 100_000;

/** Memory against DynamoDB Local: the same random operations, every answer and every error compared. */
export async function benchStorage(): Promise<void> {
  const operations = Number(process.argv[3] ?? OPERATIONS);
  const seed = Number(process.env['SEED'] ?? 20_261_121);
  const local = await startDynamoDB();
  try {
    const sides = { memory: memoryStores(), dynamodb: await dynamodbStores(local.endpoint) };
    const started = performance.now();
    const told = (done: number) => {
      if (done % 10_000 === 0) process.stdout.write(`  ${done} operations\n`);
    };
    const { differences, outcomes } = await compare(sides, { seed, operations, told });
    const seconds = (performance.now() - started) / 1000;
    for (const [name, count] of [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)))
      process.stdout.write(`  ${String(count).padStart(7)}  ${name}\n`);
    for (const difference of differences.slice(0, 5)) process.stdout.write(`${JSON.stringify(difference)}\n`);
    process.stdout.write(
      `${operations} operations with seed ${seed} in ${seconds.toFixed(0)} s: ${differences.length} differences\n`,
    );
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    local.stop();
  }
}
