import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { builtins, trimmed } from './bundle-plugins.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'cdk.out/bundles');

/** Every file at the root of `functions/` is one Lambda. Chat-path functions keep to the smaller budget. */
export const functionNames = [
  'sessions',
  'intake',
  'desk',
  'knowledge',
  'contracts',
  'authorizer',
  'socket',
  'classification',
  'assignment',
  'escalation',
  'survey',
  'delivery',
  'standby',
  'relay',
  'sweep',
  'capacity',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Functions a customer's message waits for. */
export const chatPath: readonly FunctionName[] = ['intake', 'socket', 'delivery', 'relay'];

/** Bytes a bundle may have. */
export const BUDGET = { chatPath: 230_000, any: 350_000 };

/** What a bundle is made of. */
export interface Bundle {
  name: FunctionName;
  directory: string;
  bytes: number;
  /** Bytes each source file contributes. */
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
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`functions/${name}.ts`],
    outfile: join(directory, 'index.mjs'),
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
    plugins: [builtins, trimmed],
  });
  const code = outputFiles.find(({ path }) => path.endsWith('.mjs'));
  const map = outputFiles.find(({ path }) => path.endsWith('.map'));
  if (!code) throw new Error(`${name}: no bundle was made`);
  const bytes = code.contents.byteLength;
  const budget = chatPath.includes(name) ? BUDGET.chatPath : BUDGET.any;
  if (bytes > budget)
    throw new Error(
      `${name} is ${bytes} bytes; its budget is ${budget}. See the largest inputs with npm run bench start`,
    );
  // Maps stay beside the bundles for reading stacks offline; shipping them would cost a quarter of the start.
  mkdirSync(directory, { recursive: true });
  mkdirSync(join(OUT, 'maps'), { recursive: true });
  writeFileSync(code.path, code.contents);
  if (map) writeFileSync(join(OUT, 'maps', `${name}.map`), map.contents);
  return { name, directory, bytes, inputs: inputsOf(metafile) };
}

function inputsOf({ outputs }: Metafile): Record<string, number> {
  const code = Object.entries(outputs).find(([path]) => path.endsWith('.mjs'))?.[1];
  return Object.fromEntries(
    Object.entries(code?.inputs ?? {})
      .map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
      .filter(([, bytes]) => bytes > 0),
  );
}
