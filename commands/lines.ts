import { createInterface } from 'node:readline';
import type * as z from 'zod/mini';
import { shaped } from '../functions/domain/faults.ts';

/** Answers each JSON line of standard input by one on standard output; the first bad line ends it with a clear error and exit code 1. */
export async function answerLines<T>(Line: z.ZodMiniType<T>, answer: (line: T) => unknown): Promise<void> {
  let number = 0;
  for await (const written of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (written.trim() === '') continue;
    const line = read(Line, written);
    if ('error' in line) {
      process.stderr.write(`line ${number}: ${line.error}\n`);
      process.exitCode = 1;
      return;
    }
    if (!process.stdout.write(`${JSON.stringify(answer(line.value))}\n`))
      await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

function read<T>(Line: z.ZodMiniType<T>, written: string): { value: T } | { error: string } {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return { error: 'not JSON' };
  }
  const given = shaped(Line, json);
  if (given.success) return { value: given.data };
  const [fault] = given.faults;
  return { error: `${fault?.field || 'the line'}: ${fault?.rule ?? 'not what is expected'}` };
}
