import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import config from '../vitest.config.ts';
import { bundleFunctions, functionNames, type FunctionName } from '../lib/shared/bundle.ts';
import { firstEvents } from './first-events.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');
const PLAIN = join(ROOT, 'cdk.out/plain');
const ROUNDS = Number(process.env['ROUNDS'] ?? 11);

interface Sample {
  init: number;
  first: number;
}

/**
 * Module init, and init with the first call, of every function: our bundle against a plain default build of the same
 * function (esbuild, ESM, minified, the SDK's whole credential chain), both in new processes, taking turns, in this run.
 * Node's HTTP modules are loaded first, as the Lambda runtime does; calls go to a stub on loopback. Medians of
 * `ROUNDS` (11) runs; trust the ratios, not the milliseconds.
 */
export async function benchStart(): Promise<void> {
  const ours = await bundleFunctions();
  mkdirSync(PLAIN, { recursive: true });
  const stub = await startStub();
  const environment = environmentFor(stub);
  stdout.write(
    `function        kB ours  plain   init ms ours  plain  ratio   init+first ours  plain  ratio\n`,
  );
  try {
    for (const name of functionNames) {
      const plain = await plainBuild(name);
      const own = join(ours.get(name)?.directory ?? '', 'index.mjs');
      const samples: { own: Sample[]; plain: Sample[] } = { own: [], plain: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        stdout.write(`\r${name} ${round + 1}/${ROUNDS}`);
        samples.own.push(await measure(own, name, environment));
        samples.plain.push(await measure(plain, name, environment));
      }
      stdout.write(`\r${line(name, [own, plain], samples)}\n`);
    }
  } finally {
    stub.close();
    rmSync(PLAIN, { recursive: true, force: true });
  }
}

function line(
  name: string,
  [own, plain]: [string, string],
  samples: { own: Sample[]; plain: Sample[] },
): string {
  const kilobytes = (file: string) => (statSync(file).size / 1000).toFixed(0).padStart(7);
  const pair = (of: (sample: Sample) => number) => {
    const [a, b] = [median(samples.own.map(of)), median(samples.plain.map(of))];
    return `${a.toFixed(1).padStart(12)} ${b.toFixed(1).padStart(6)} ${(a / b).toFixed(2).padStart(6)}`;
  };
  const sizes = `${kilobytes(own)} ${kilobytes(plain)}`;
  return `${name.padEnd(15)}${sizes} ${pair(({ init }) => init)}   ${pair(({ init, first }) => init + first)}`;
}

async function plainBuild(name: FunctionName): Promise<string> {
  const outfile = join(PLAIN, `${name}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`functions/${name}.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}

async function measure(file: string, name: FunctionName, env: NodeJS.ProcessEnv): Promise<Sample> {
  const probe = join(import.meta.dirname, 'probe.mjs');
  const { stdout: answer } = await run(process.execPath, [probe, file, JSON.stringify(firstEvents[name])], {
    env,
  });
  const [init = 0, first = 0] = (answer.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { init, first };
}

function environmentFor(stub: Server): NodeJS.ProcessEnv {
  const address = stub.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    ...process.env,
    ...config.test?.env,
    AWS_ENDPOINT_URL: endpoint,
    TIMERS_QUEUE_URL: `${endpoint}/000000000000/timers`,
    CLASSIFICATION_QUEUE_URL: `${endpoint}/000000000000/classification`,
    AWS_URL_SUFFIX: 'amazonaws.com',
    NODE_NO_WARNINGS: '1',
  };
}

/** Answers every call at once with nothing. */
function startStub(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}'));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
