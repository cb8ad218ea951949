import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureEnvironment, HOME, python } from './environment.ts';
import { SetupError } from './progress.ts';

const ROOT = join(import.meta.dirname, '..');
const READY_SECONDS = 60;

/** A running cloud, and the environment that programs need to reach it. */
export interface Cloud {
  endpoint: string;
  environment: Record<string, string>;
  /** Files of this run alone: two clouds can be up at once. */
  directory: string;
  stop: () => void;
}

/** Starts the emulator on a free port, or uses the one that `AWS_ENDPOINT_URL` names. */
export async function startCloud(): Promise<Cloud> {
  const named = process.env['AWS_ENDPOINT_URL'];
  if (named) {
    const directory = join(HOME, 'named-cloud');
    mkdirSync(directory, { recursive: true });
    return { endpoint: named, environment: environmentOf(named), directory, stop: () => undefined };
  }
  await ensureEnvironment();
  const port = await choosePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const { child, directory } = startEmulator(port);
  const stop = () => stopEmulator(child, directory);
  // However this process ends: the emulator would outlive it.
  process.once('exit', stop);
  try {
    await untilReady(endpoint, child);
  } catch (error) {
    stop();
    throw error;
  }
  return { endpoint, environment: environmentOf(endpoint), directory, stop };
}

function environmentOf(endpoint: string): Record<string, string> {
  const account = '000000000000';
  const region = process.env['AWS_REGION'] ?? 'us-east-1';
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    CDK_DEFAULT_ACCOUNT: account,
    CDK_DEFAULT_REGION: region,
    CDK_DISABLE_VERSION_CHECK: '1',
    // No keys of a real account may slip in through files.
    AWS_PROFILE: '',
    AWS_CONFIG_FILE: join(HOME, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(HOME, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function startEmulator(port: number): { child: ChildProcess; directory: string } {
  const directory = join(HOME, `cloud-${port}`);
  mkdirSync(directory, { recursive: true });
  // The emulator's worker scripts are CommonJS; our own package.json above them would make Node read them as modules.
  writeFileSync(join(directory, 'package.json'), '{}');
  const log = openSync(join(HOME, 'cloud.log'), 'w');
  const child = spawn(python(), [join(import.meta.dirname, 'emulator.py')], {
    cwd: directory,
    // A group of its own, so that its function workers end with it.
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      GATEWAY_PORT: String(port),
      EDGE_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      // Nothing but the one port: these listeners would open others.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      TMPDIR: directory,
      STATE_DIR: directory,
      // Functions run on the project's own Node.
      PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
      // Functions must not inherit the coverage or test settings of whoever started the cloud.
      NODE_OPTIONS: '',
      NODE_V8_COVERAGE: '',
      VITEST: '',
    },
  });
  return { child, directory };
}

function stopEmulator(child: ChildProcess, directory: string): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function untilReady(endpoint: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    try {
      await fetch(endpoint);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new SetupError(`The local cloud did not start within ${READY_SECONDS} s; .kefu/cloud.log says why.`);
}

async function choosePort(): Promise<number> {
  const wanted = Number(process.env['KEFU_PORT'] ?? 0);
  try {
    return await listenOnce(wanted);
  } catch (error) {
    throw new SetupError(
      `Port ${wanted} is taken. Choose another with KEFU_PORT, or leave it out for a free one.`,
      {
        cause: error,
      },
    );
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
