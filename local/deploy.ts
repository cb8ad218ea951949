import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Cloud } from './cloud.ts';
import { HOME } from './environment.ts';
import { SetupError } from './progress.ts';

const ROOT = join(import.meta.dirname, '..');
const CDK = join(ROOT, 'node_modules/aws-cdk/bin/cdk');

const Outputs = z.object({
  KefuService: z.object({
    HttpApiId: z.string(),
    SocketApiId: z.string(),
    UserPoolId: z.string(),
    UserPoolClientId: z.string(),
  }),
});

/** Where a deployed Kefu answers. */
export const Deployment = z.object({
  api: z.string(),
  socket: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  cloud: z.object({ endpoint: z.string(), environment: z.record(z.string(), z.string()) }),
});
export type Deployment = z.infer<typeof Deployment>;

/** What it takes to reach a cloud. */
type Reachable = Pick<Cloud, 'endpoint' | 'environment' | 'directory'>;

/** Prepares the account for the CDK. */
export async function bootstrap(cloud: Reachable): Promise<void> {
  const { CDK_DEFAULT_ACCOUNT, CDK_DEFAULT_REGION } = cloud.environment;
  // From a folder without cdk.json: the account can be prepared without synthesising the app first.
  await cdk(cloud, HOME, 'bootstrap', `aws://${CDK_DEFAULT_ACCOUNT}/${CDK_DEFAULT_REGION}`);
}

/** Deploys the very stacks that go to AWS, with the real CDK; parameters as an operator would give them. */
export async function deploy(cloud: Reachable, parameters: Record<string, string> = {}): Promise<Deployment> {
  const file = join(cloud.directory, 'outputs.json');
  const given = Object.entries(parameters).flatMap(([name, value]) => [
    '--parameters',
    `KefuService:${name}=${value}`,
  ]);
  await cdk(cloud, ROOT, 'deploy', '--all', '--require-approval', 'never', '--outputs-file', file, ...given);
  const outputs = Outputs.parse(JSON.parse(readFileSync(file, 'utf8'))).KefuService;
  const apis = `${cloud.endpoint}/_aws/execute-api`;
  return {
    api: `${apis}/${outputs.HttpApiId}/$default`,
    socket: `${apis.replace(/^http/, 'ws')}/${outputs.SocketApiId}/live`,
    userPoolId: outputs.UserPoolId,
    userPoolClientId: outputs.UserPoolClientId,
    cloud: { endpoint: cloud.endpoint, environment: cloud.environment },
  };
}

async function cdk(cloud: Reachable, cwd: string, command: string, ...options: string[]): Promise<void> {
  await mkdir(HOME, { recursive: true });
  const log = join(HOME, `cdk-${command}.log`);
  const code = await new Promise<number | null>((resolve, reject) => {
    const output = createWriteStream(log);
    const child = spawn(
      process.execPath,
      [CDK, command, ...options, '--output', join(cloud.directory, 'cdk.out')],
      {
        cwd,
        env: {
          ...process.env,
          ...cloud.environment,
          // `cdk.json` starts the app with `node`: the one that runs this.
          PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.once('error', reject);
    child.once('close', (status) => output.end(() => resolve(status)));
  });
  if (code === 0) return;
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  // What went wrong may stand far above the end.
  const reasons = lines.slice(0, -15).filter((line) => line.includes('_FAILED') || line.includes('❌'));
  const end = [...reasons, ...lines.slice(-15)].join('\n');
  throw new SetupError(`cdk ${command} failed. From ${log.slice(ROOT.length + 1)}:\n${end}`);
}
