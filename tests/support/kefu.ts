import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../commands/kefu.ts');

/** Runs `kefu` in a process of its own, with a text on its standard input. */
export function kefu(args: readonly string[], input = '') {
  return spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: 'utf8' });
}
