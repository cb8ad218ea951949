import { join } from 'node:path';
import { stdout } from 'node:process';
import { startVitest } from 'vitest/node';
import { startCloud } from './cloud.ts';
import { bootstrap, deploy } from './deploy.ts';
import { ensureEnvironment } from './environment.ts';
import { makeSignIns, seatAgents, signIn } from './people.ts';
import { phase, SetupError } from './progress.ts';
import { seedKnowledge } from './seed.ts';

/** Seconds short enough to wait for in a test. */
const PARAMETERS = { AutoCloseSeconds: '12', SilenceSeconds: '600' };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

try {
  await journeys();
} catch (error) {
  process.stderr.write(`\n${error instanceof SetupError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Starts a fresh local cloud, deploys the real stacks to it, and runs the journeys against it. */
async function journeys(): Promise<void> {
  stdout.write('Journeys on a fresh local cloud\n\n');
  await phase('private Python environment (first time only)', ensureEnvironment);
  const cloud = await phase('local cloud', startCloud);
  try {
    await phase('CDK bootstrap', () => bootstrap(cloud));
    const deployment = await phase('CDK deploy', () => deploy(cloud, PARAMETERS));
    await phase('desk and knowledge', async () => {
      await makeSignIns(deployment);
      await seatAgents(await signIn(deployment, 'admin'));
      await seedKnowledge(await signIn(deployment, 'editor'));
    });
    process.env['KEFU_DEPLOYMENT'] = JSON.stringify(deployment);
    const vitest = await startVitest(process.argv.slice(2), {
      config: join(import.meta.dirname, '../vitest.journeys.config.ts'),
      watch: false,
    });
    const { state } = vitest;
    // Nothing run is not a success either.
    if (state.getCountOfFailedTests() > 0 || state.getFiles().length === 0) process.exitCode = 1;
    await vitest.close();
  } finally {
    cloud.stop();
  }
}
