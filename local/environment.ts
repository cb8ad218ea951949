import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SetupError } from './progress.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');

/** Everything the local cloud keeps on this machine; safe to delete. */
export const HOME = join(ROOT, '.kefu');
const VENV = join(HOME, 'venv');
const STAMP = join(VENV, 'kefu-requirements');
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/** A program of the project's own Python environment. */
export const python = (program = 'python'): string => join(VENV, 'bin', program);

/** Makes the private Python environment with the emulator and the template linter; the second time it is already there. */
export async function ensureEnvironment(): Promise<void> {
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  const interpreter = await findPython();
  await rm(VENV, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true });
  await makeVenv(interpreter);
  await install();
  await writeFile(STAMP, wanted);
}

async function findPython(): Promise<string> {
  for (const name of ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10']) {
    try {
      await run(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']);
      return name;
    } catch {
      // Not there or too old: try the next name.
    }
  }
  throw new SetupError(
    'Python 3.10 or newer is needed for the local cloud and was not found. Install it (python.org, or your system’s ' +
      'package manager: apt install python3 python3-venv, brew install python) and try again.',
  );
}

async function makeVenv(interpreter: string): Promise<void> {
  try {
    await run(interpreter, ['-m', 'venv', VENV]);
  } catch (error) {
    throw new SetupError(
      `${interpreter} cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv.`,
      {
        cause: error,
      },
    );
  }
}

async function install(): Promise<void> {
  try {
    await run(
      python(),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', REQUIREMENTS],
      {
        maxBuffer: 10_000_000,
      },
    );
  } catch (error) {
    await rm(VENV, { recursive: true, force: true });
    throw new SetupError(
      'The local cloud could not be installed from PyPI. Is there a network? Behind a proxy set HTTPS_PROXY or ' +
        'PIP_INDEX_URL. It is needed the first time only.',
      { cause: error },
    );
  }
}
