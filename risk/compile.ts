import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { compileRiskList } from '../functions/domain/risk/list/compile.ts';
import { BadRiskLinesError, type ListFile } from '../functions/domain/risk/list/parse.ts';

/** The lists of a folder, in the order of their names. */
export function readLists(directory: string): ListFile[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
}

/** `node risk/compile.ts --lists DIR --out FILE`: compiles a folder of lists; bad lines are named and nothing is written. */
function main(): void {
  const { values } = parseArgs({ options: { lists: { type: 'string' }, out: { type: 'string' } } });
  if (!values.lists || !values.out) {
    stderr.write('node risk/compile.ts --lists DIR --out FILE\n');
    exit(1);
  }
  try {
    const made = compileRiskList(readLists(values.lists));
    writeFileSync(values.out, made.bytes);
    stdout.write(
      `${made.entries} lines, ${made.words} words, ${made.sounds} by sound, ${made.nodes} nodes, ${made.bytes.byteLength} bytes\n`,
    );
  } catch (error) {
    if (!(error instanceof BadRiskLinesError)) throw error;
    stderr.write(`${error.problems.map((it) => join(values.lists ?? '', it)).join('\n')}\n`);
    exit(1);
  }
}

if (import.meta.main) main();
