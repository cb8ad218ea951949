import { stdout } from 'node:process';
import { playEvening } from '../evening.ts';
import { DEMO_PASSWORD, people } from '../people.ts';
import { phase, SetupError, timings } from '../progress.ts';
import { servePlatform, startPlatform } from './platform.ts';

const once = process.argv.includes('--once');
const quiet = process.argv.includes('--no-evening');

try {
  await start();
} catch (error) {
  const message =
    error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  stdout.write('Kefu 客服 in one process: nothing is kept when it ends\n\n');
  const whole = await phase('platform, seats and knowledge', startPlatform);
  const { deployment } = await phase('HTTP and WebSocket', () => servePlatform(whole));
  stdout.write(
    `\n${timings()
      .reduce((sum, { seconds }) => sum + seconds, 0)
      .toFixed(1)} s\n`,
  );
  stdout.write(`
  HTTPS API   ${deployment.api}
  WebSocket   ${deployment.socket}?token=…
  Contracts   ${deployment.api}/v1/openapi.json
              ${deployment.api}/v1/asyncapi.json
  Desk        ${Object.values(people)
    .map(({ agentId }) => agentId)
    .join(', ')}; password ${DEMO_PASSWORD}
              (InitiateAuth of Cognito at ${deployment.cloud.endpoint})
`);
  if (!quiet) {
    stdout.write('\nAn evening of real messages, through the public APIs:\n\n');
    const tickets = await playEvening(deployment);
    stdout.write(`\n${tickets.length} tickets opened, answered, rated and closed.\n`);
  }
  if (once) process.exit(0);
  stdout.write('\nUp until you press Ctrl-C.\n');
}
