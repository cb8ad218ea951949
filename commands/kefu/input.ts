import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { shaped } from '../../functions/domain/faults.ts';
import { CountRow } from '../../schemas/forecast.ts';
import { CommandError } from './command.ts';
import { readText, withFile } from './files.ts';

/** The text of a file, or of standard input when there is none, or `-`. */
export function readInput(file: string | undefined): string {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) throw new CommandError('there is no file, and nothing on standard input');
    return withFile('standard input', () => readFileSync(0, 'utf8'));
  }
  return readText(file);
}

/** A JSON file of a shape. */
export function readJson<T>(Shape: z.ZodMiniType<T>, file: string): T {
  return parsed(Shape, json(readText(file), file), file);
}

/** JSON of a shape, however it came. @throws CommandError that names the place and the rule */
export function parsed<T>(Shape: z.ZodMiniType<T>, given: unknown, where: string): T {
  const read = shaped(Shape, given);
  if (read.success) return read.data;
  const said = read.faults.map(({ field, rule }) => `${field || 'it'}: ${rule}`);
  throw new CommandError(`${where}: ${said.slice(0, 5).join('; ')}`);
}

export function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${where}: not JSON`, { cause: error });
  }
}

/** Counts, as JSON Lines {from, count} or as CSV whose first two columns are time and count, with or without a line of names. */
export function countsIn(text: string): CountRow[] {
  const lines = text.split(/\r?\n/).map((line, at) => ({ line: line.trim(), number: at + 1 }));
  const written = lines.filter(({ line }) => line !== '');
  const isCsv = written[0] !== undefined && !written[0].line.startsWith('{');
  const named = isCsv && !/^"?\d/.test(written[0]?.line ?? '');
  return written.slice(named ? 1 : 0).map(({ line, number }) => {
    const where = `line ${number}`;
    return parsed(CountRow, isCsv ? fromCsv(line) : json(line, where), where);
  });
}

function fromCsv(line: string): unknown {
  const [from = '', count = ''] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return { from, count: count === '' ? undefined : Number(count) };
}
