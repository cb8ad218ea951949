import { startDynamoDB } from '../../local/dynamodb.ts';
import { appendUnderKills } from './kills.ts';

const OPERATIONS = 100_000;

/** Eight processes append to DynamoDB Local and are killed at random; every history is checked. */
export async function benchKills(): Promise<void> {
  const operations = Number(process.argv[3] ?? OPERATIONS);
  const seed = Number(process.env['SEED'] ?? 20_261_121);
  const local = await startDynamoDB();
  const started = performance.now();
  try {
    const report = await appendUnderKills({
      endpoint: local.endpoint,
      operations,
      processes: 8,
      // Few enough that processes meet, many enough that a history is read in one page.
      tickets: Math.max(4, Math.ceil(operations / 100)),
      seed,
      life: [50, 1000],
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    for (const fault of report.faults.slice(0, 10)) process.stdout.write(`  ${fault}\n`);
    process.stdout.write(
      `${report.operations} writes by 8 processes, ${report.kills} killed with -9, ${report.unanswered} writes cut off and sent ` +
        `again, in ${seconds} s: ${report.faults.length} faults\n`,
    );
    if (report.faults.length > 0) process.exitCode = 1;
  } finally {
    local.stop();
  }
}
