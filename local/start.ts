import { stdout } from 'node:process';
import { startCloud } from './cloud.ts';
import { bootstrap, deploy } from './deploy.ts';
import { ensureEnvironment } from './environment.ts';
import { playEvening } from './evening.ts';
import { DEMO_PASSWORD, makeSignIns, people, seatAgents, signIn } from './people.ts';
import { phase, SetupError, timings } from './progress.ts';
import { seedKnowledge } from './seed.ts';

const once = process.argv.includes('--once');
const quiet = process.argv.includes('--no-evening');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stdout.write('\nStopped; nothing is left running.\n');
    process.exit(0);
  });
}

try {
  await start();
} catch (error) {
  const message =
    error instanceof SetupError
      ? `${error.message}\n\nWithout Python and the emulator, npm run start:embedded runs the whole platform in one process.`
      : error instanceof Error
        ? error.stack
        : String(error);
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  stdout.write('Kefu 客服 on this machine\n\n');
  if (!process.env['AWS_ENDPOINT_URL'])
    await phase('private Python environment (first time only)', ensureEnvironment);
  const running = await phase('local cloud', startCloud);
  await phase('CDK bootstrap', () => bootstrap(running));
  const deployment = await phase('CDK deploy: KefuData, KefuService', () => deploy(running));
  await phase('desk: sign-ins and seats', async () => {
    await makeSignIns(deployment);
    await seatAgents(await signIn(deployment, 'admin'));
  });
  await phase('knowledge', async () => seedKnowledge(await signIn(deployment, 'editor')));
  if (!quiet) {
    stdout.write('\nAn evening of real messages, through the public APIs:\n\n');
    const tickets = await playEvening(deployment);
    stdout.write(`\n${tickets.length} tickets opened, answered, rated and closed.\n`);
  }
  stdout.write(
    `\n${timings()
      .map(({ phase, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${phase}`)
      .join('\n')}\n`,
  );
  stdout.write(`
  HTTPS API   ${deployment.api}
  WebSocket   ${deployment.socket}?token=…
  Contracts   ${deployment.api}/v1/openapi.json
              ${deployment.api}/v1/asyncapi.json
  AWS         ${running.endpoint} (AWS_ENDPOINT_URL)
  Desk        user pool ${deployment.userPoolId}, client ${deployment.userPoolClientId}
              ${Object.values(people)
                .map(({ agentId }) => agentId)
                .join(', ')}; password ${DEMO_PASSWORD}
`);
  if (once) {
    running.stop();
    return;
  }
  stdout.write('\nUp until you press Ctrl-C.\n');
  setInterval(() => undefined, 60_000);
}
