import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Five-minute calls of a bank (R package fpp3, GPL-3), which this repository uses and never holds. */
export const BANK = join(import.meta.dirname, '../../../shared/data/volume_bank_calls.csv');

/** Its rows, or nothing where it is not. */
export function bankRows(path = BANK): { from: string; count: number }[] | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [from = '', count = ''] = line.split(',');
      return { from, count: Number(count) };
    });
}
