import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

const ROOT = import.meta.dirname;

/** The package as one file, for browsers and Node alike. */
export async function bundleClient(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minify: true,
  });
  const [file] = outputFiles;
  if (!file) throw new Error('no bundle was made');
  return file.contents;
}

/** Writes the declarations beside it. @throws with the compiler's words when the types do not hold */
export function declareClient(outDir: string): void {
  const program = ts.createProgram([join(ROOT, 'src/index.ts')], {
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
    types: [],
    strict: true,
    outDir,
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (problems.length > 0)
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (path) => path,
        getCurrentDirectory: () => ROOT,
        getNewLine: () => '\n',
      }),
    );
}

/** Fresh folder `dist/`: one file of code, and its declarations. */
export async function buildClient(): Promise<void> {
  const dist = join(ROOT, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.js'), await bundleClient());
  declareClient(dist);
}

if (import.meta.main) await buildClient();
