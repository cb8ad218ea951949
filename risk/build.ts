import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { gzipSync } from 'node:zlib';
import { compileRiskList } from '../functions/domain/risk/list/compile.ts';
import { seedArticles } from '../local/seed.ts';
import { bytesOf, writeWhole } from '../training/save.ts';
import { readLists } from './compile.ts';
import { caseFiles, examples, train } from './train.ts';

const ROOT = join(import.meta.dirname, '..');

/** Where the compiled list and the learnt model are kept, so that every build ships the same bytes. */
export const MODEL_FOLDER = join(import.meta.dirname, 'model');

/** The starter lists as bytes. */
export function compiledList(): Uint8Array {
  return compileRiskList(readLists(join(import.meta.dirname, 'terms'))).bytes;
}

/** SHA-256 over everything the learnt model is made from: the lists, the cases it learns from, the starter articles, and
 * customers' utterances. */
export function digestOfSources(): string {
  const hash = createHash('sha256');
  const utterances = join(ROOT, 'training/utterances/train');
  const files = readdirSync(utterances, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort();
  hash.update(compiledList());
  for (const file of caseFiles()) hash.update(readFileSync(file));
  hash.update(JSON.stringify(seedArticles()));
  for (const name of files) hash.update(name).update(readFileSync(join(utterances, name)));
  return hash.digest('hex');
}

/** `npm run risk`: compiles the starter lists and trains the model that ship; the same repository gives the same bytes. */
function main(): void {
  const list = compiledList();
  const { model, recall } = train(examples());
  const bytes = bytesOf(model);
  writeWhole(MODEL_FOLDER, 'risk.list.bin', list);
  writeWhole(MODEL_FOLDER, 'risk.model.bin', bytes);
  writeWhole(MODEL_FOLDER, 'sources.sha256', `${digestOfSources()}\n`);
  const packed = [list, bytes].map((it) => (gzipSync(it, { level: 9 }).length / 1000).toFixed(0));
  stdout.write(
    `list ${packed[0] ?? ''} kB and model ${packed[1] ?? ''} kB, gzipped; of unknown hands ${(100 * recall).toFixed(1)} % of the risky texts are stopped\n`,
  );
}

if (import.meta.main) main();
