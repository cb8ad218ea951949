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
const rest = spawn('npm run check && npm run test:unit', { shell: true, stdio: 'inherit' });
rest.on('close', (code) => {
  process.exitCode ||= code ?? 1;
  if (code === 0) stdout.write('\nChecks and unit tests are done; journeys go on.\n');
  else journeys.kill();
});
