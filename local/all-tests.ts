import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { execPath, stdout } from 'node:process';

/**
 * Everything that is checked: `npm test`. Journeys wait for the clock most of the time, so the rest runs beside them, at the lowest
 * priority because they measure time. What journeys print comes when they are over.
 */
const journeys = spawn(execPath, [join(import.meta.dirname, 'journeys.ts')], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
const printed: Buffer[] = [];
for (const stream of [journeys.stdout, journeys.stderr])
  stream.on('data', (data: Buffer) => printed.push(data));
journeys.on('close', (code) => {
  stdout.write(Buffer.concat(printed));
  process.exitCode ||= code ?? 1;
});

setPriority(constants.priority.PRIORITY_LOW);
const rest = spawn('npm run check && npm run test:unit', {
  shell: true,
  stdio: 'inherit',
  // A group of its own, so that a signal reaches all of it.
  detached: true,
});
rest.on('close', (code) => {
  process.exitCode ||= code ?? 1;
  if (code !== 0) journeys.kill();
  else if (journeys.exitCode === null) stdout.write('\nChecks and unit tests are done; journeys go on.\n');
});

// Both end before this does: nothing is left running, and what journeys had to say is printed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    journeys.kill();
    if (rest.pid !== undefined && rest.exitCode === null) process.kill(-rest.pid, signal);
  });
}
