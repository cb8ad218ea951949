import { readFile } from 'node:fs/promises';
import { TicketEvent } from '../../schemas/events.ts';
import { faulty } from '../../functions/domain/staffing/checked.ts';

/** The events of a log, one of them as JSON on each line. @throws FaultyInputError that names the first line that is none */
export async function readLog(file: string): Promise<TicketEvent[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [eventIn(line, `${file}:${at + 1}`)]));
}

function eventIn(line: string, where: string): TicketEvent {
  const { success, data, error } = TicketEvent.safeParse(jsonIn(line));
  if (success) return data;
  const [issue] = error.issues;
  throw faulty('log', [
    { field: where, rule: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() },
  ]);
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
