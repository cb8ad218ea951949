import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { builtins, onDemand, trimmed } from './bundle-plugins.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'cdk.out/bundles');

/** Every file at the root of `functions/` is one Lambda. Chat-path functions keep to the smaller budget. */
export const functionNames = [
  'sessions',
  'intake',
  'desk',
  'knowledge',
  'safety',
  'settings',
  'contracts',
  'authorizer',
  'socket',
  'signals',
  'classification',
  'assignment',
  'escalation',
  'survey',
  'questions',
  'live',
  'replies',
  'delivery',
  'standby',
  'relay',
  'sweep',
  'capacity',
  'plan',
  'facts',
  'rollup',
  'insights',
  'planning',
  'roster',
  'simulation',
  'exports',
  'exporter',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Functions a customer's message waits for. */
export const chatPath: readonly FunctionName[] = ['intake', 'socket', 'live', 'delivery', 'relay'];

/**
 * Bytes a bundle may have; classification carries everything the bot understands and says, and the risk filter. On the way of a
 * customer's message the filter is a part that is loaded with the first text; what is left there are its shapes, the rules for held
 * messages, appeals, and what hides personal data from the desk: 4 to 27 kB, for which loading takes up to 9 ms more of 55 to 74 ms of
 * processor time (least of 21 runs, before and after: intake 55.1 and 55.5, delivery 71.9 and 74.1, socket 64.7 and 73.4).
 * What is live talks to tables, sockets and queues (the client of the queues is 24 kB), and makes tickets of their last events (4 kB).
 * A roster takes what drives its solver, whose 3.5 MB of WebAssembly stand beside it.
 * Promises that are settings, with calendars and time zones, are 7 kB of whatever decides about a ticket.
 * Writing and reading times by ourselves is 1 kB of the same; it takes a quarter of the time of `Date`, of which a decision takes dozens.
 */
export const BUDGET = {
  chatPath: 269_000,
  live: 280_000,
  any: 350_000,
  classification: 502_000,
  roster: 450_000,
};

/** Bytes this function's bundle may have. */
export function budgetOf(name: FunctionName): number {
  if (name === 'live' || name === 'classification' || name === 'roster') return BUDGET[name];
  return chatPath.includes(name) ? BUDGET.chatPath : BUDGET.any;
}

/** Files that a source reads at run time and that therefore stand beside its bundle. */
const companions: Readonly<Record<string, readonly string[]>> = {
  'functions/runtime/understanding.ts': ['training/model/understanding.bin'],
  'functions/runtime/highs.ts': ['node_modules/highs/build/highs.wasm'],
  'functions/runtime/risk.ts': ['risk/model/risk.list.bin', 'risk/model/risk.model.bin'],
};

/** What a bundle is made of. */
export interface Bundle {
  name: FunctionName;
  directory: string;
  bytes: number;
  /** Bytes each source file contributes, here or to a part that is loaded on demand. */
  inputs: Record<string, number>;
}

let bundles: Promise<Map<FunctionName, Bundle>> | undefined;
const built = new Map<FunctionName, Bundle>();

/** Bundles every function, once per process. Throws when a bundle is over its budget. */
export function bundleFunctions(): Promise<ReadonlyMap<FunctionName, Bundle>> {
  bundles ??= Promise.all(functionNames.map(bundle)).then((all) => {
    for (const one of all) built.set(one.name, one);
    return built;
  });
  return bundles;
}

/** A bundle made before. @throws when `bundleFunctions` has not run. */
export function bundleOf(name: FunctionName): Bundle {
  const bundle = built.get(name);
  if (!bundle) throw new Error(`await bundleFunctions() before synthesis: ${name} is not bundled yet`);
  return bundle;
}

async function bundle(name: FunctionName): Promise<Bundle> {
  const directory = join(OUT, name);
  // Maps stay beside the bundles for reading stacks offline; shipping them would cost a quarter of the start.
  mkdirSync(directory, { recursive: true });
  mkdirSync(join(OUT, 'maps'), { recursive: true });
  const later = new Set<string>();
  const main = await compile(name, `functions/${name}.ts`, join(directory, 'index.mjs'), later);
  const budget = budgetOf(name);
  if (main.bytes > budget)
    throw new Error(
      `${name} is ${main.bytes} bytes; its budget is ${budget}. See the largest inputs with npm run bench start`,
    );
  const parts = await Promise.all(
    [...later].map((path) => compile(name, path, join(directory, `${basename(path, '.ts')}.mjs`), new Set())),
  );
  const inputs = [main, ...parts].reduce((all, part) => ({ ...all, ...part.inputs }), {});
  return { name, directory, bytes: main.bytes, inputs };
}

/** Writes one file of a function's directory, with the files it reads at run time, and says how large it is and of what. */
async function compile(
  name: FunctionName,
  entry: string,
  outfile: string,
  later: Set<string>,
): Promise<Pick<Bundle, 'bytes' | 'inputs'>> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    charset: 'utf8',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    sourcemap: 'external',
    metafile: true,
    logLevel: 'warning',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    plugins: [builtins, trimmed, onDemand(later)],
  });
  const code = outputFiles.find(({ path }) => path.endsWith('.mjs'));
  const map = outputFiles.find(({ path }) => path.endsWith('.map'));
  if (!code) throw new Error(`${name}: no bundle was made`);
  place(code.path, (path) => writeFileSync(path, code.contents));
  for (const [source, files] of Object.entries(companions)) {
    if (!(source in metafile.inputs)) continue;
    for (const file of files)
      place(join(dirname(outfile), basename(file)), (path) => copyFileSync(join(ROOT, file), path));
  }
  const part = basename(outfile, '.mjs');
  if (map)
    writeFileSync(join(OUT, 'maps', part === 'index' ? `${name}.map` : `${name}.${part}.map`), map.contents);
  return { bytes: code.contents.byteLength, inputs: inputsOf(metafile) };
}

/** Gives a file its name once it is whole: another synthesis may be reading the one that stood there. */
function place(path: string, write: (path: string) => void): void {
  const draft = join(OUT, `${basename(dirname(path))}-${basename(path)}.${process.pid}`);
  write(draft);
  renameSync(draft, path);
}

function inputsOf({ outputs }: Metafile): Record<string, number> {
  const code = Object.entries(outputs).find(([path]) => path.endsWith('.mjs'))?.[1];
  return Object.fromEntries(
    Object.entries(code?.inputs ?? {})
      .map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
      .filter(([, bytes]) => bytes > 0),
  );
}
