import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { MANIFEST } from '../../functions/domain/export/plan.ts';
import { BrokenHistoryError } from '../../functions/domain/restore.ts';
import type { Tickets } from '../../functions/use-cases/platform.ts';
import { ConflictingHistoryError, restore, type Restored } from '../../functions/use-cases/restore.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { ExportManifest } from '../../schemas/export.ts';
import { progressBar } from '../simulation/progress.ts';
import { command, CommandError, UsageError } from './command.ts';
import { digestOf } from './download.ts';
import { json as readAsJson, parsed, readJson } from './input.ts';

/** Tickets that are named when they were left out; the others are counted. */
const NAMED = 20;

const Options = z.strictObject({ table: z.optional(z.string()), json: z._default(z.boolean(), false) });

/** What became of the tickets of an export. */
export interface Imported {
  restored: number;
  known: number;
  /** Tickets that still went on. */
  open: string[];
  /** What was wrong with others, each with the ticket’s number. */
  refused: string[];
}

/** Brings exported histories back. */
export const importFiles = command({
  name: 'import',
  summary: 'brings the histories of closed tickets back from an export',
  about: `Reads a folder that kefu export --whole has written (events, JSON Lines), holds every file to its SHA-256 and every history to its chain
of hashes, and writes what is closed into the tickets table of a stack. Tickets that are there already stay as they are: doing it again
is harmless, and another history of the same ticket is named and left alone. Ends with 1 when anything was refused.
Keys and Region come from the environment, as for the AWS command line. docs/export.md says what the stack makes of it.`,
  options: {
    table: { value: 'NAME', says: 'the tickets table                   [the environment’s TICKETS_TABLE]' },
    json: { says: 'one line of JSON, and nothing else' },
  },
  file: 'DIR',
  examples: ['november --table KefuData-TicketsTable…'],
  Shape: Options,
  async run({ table = process.env['TICKETS_TABLE'], json }, folder) {
    if (folder === undefined) throw new UsageError('the folder of an export is missing');
    if (!table) throw new UsageError('--table is missing, and TICKETS_TABLE is not set');
    process.env['TICKETS_TABLE'] = table;
    // The stores want to know their tables as soon as they are loaded; seats are of no matter to a closed ticket.
    process.env['DESK_TABLE'] ??= 'none';
    const tickets = await import('../../functions/stores/tickets.ts');
    const imported = await importFolder(folder, tickets);
    const { restored, known, open, refused } = imported;
    stdout.write(
      json
        ? `${JSON.stringify(imported)}\n`
        : `${restored} tickets brought back, ${known} there already\n${left('still open, left out', open)}${left('refused', refused)}`,
    );
    if (refused.length > 0) throw new CommandError(`${refused.length} tickets were refused`);
  },
});

/** Brings back every history of a folder. @throws CommandError when it is no whole export of events, or a file is not as it was written */
export async function importFolder(
  folder: string,
  tickets: Pick<Tickets, 'find' | 'listEvents' | 'save'>,
): Promise<Imported> {
  const manifest = readJson(ExportManifest, join(folder, MANIFEST));
  const { what, format, personalData, parts, rows } = manifest;
  if (what !== 'events' || format !== 'jsonl' || personalData !== 'whole')
    throw new CommandError(
      `${folder} is an export of ${what}, ${format}, ${personalData}: only events, jsonl, whole can be brought back`,
    );
  for (const { name, sha256 } of parts) {
    const path = join(folder, name);
    if (!existsSync(path)) throw new CommandError(`${path}: is missing`);
    if ((await digestOf(path)) !== sha256)
      throw new CommandError(`${path}: its SHA-256 is another one than the manifest says`);
  }
  const imported: Imported = { restored: 0, known: 0, open: [], refused: [] };
  const bar = progressBar(rows, 'events');
  const bring = restore({ tickets });
  let [done, history]: [number, TicketEvent[]] = [0, []];
  for (const { name } of parts) {
    for await (const event of eventsIn(join(folder, name))) {
      if (history[0] && history[0].ticketId !== event.ticketId) {
        await take(history);
        history = [];
      }
      history.push(event);
    }
  }
  if (history.length > 0) await take(history);
  bar.end();
  if (done !== rows) throw new CommandError(`${folder}: there are ${done} events; the manifest says ${rows}`);
  return imported;

  async function take(events: readonly TicketEvent[]): Promise<void> {
    const outcome = await outcomeOf(events);
    if (outcome === 'restored' || outcome === 'known') imported[outcome] += 1;
    if (outcome === 'not closed') imported.open.push(events[0]?.ticketId ?? '');
    bar.show((done += events.length));
  }

  async function outcomeOf(events: readonly TicketEvent[]): Promise<Restored | undefined> {
    try {
      return await bring(events);
    } catch (error) {
      if (!(error instanceof BrokenHistoryError || error instanceof ConflictingHistoryError)) throw error;
      imported.refused.push(error.message);
      return undefined;
    }
  }
}

async function* eventsIn(path: string): AsyncGenerator<TicketEvent> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    const where = `${path}:${number}`;
    yield parsed(TicketEvent, readAsJson(line, where), where);
  }
}

function left(what: string, all: readonly string[]): string {
  if (all.length === 0) return '';
  const more = all.length > NAMED ? `\n  and ${all.length - NAMED} more` : '';
  return `${all.length} ${what}:\n  ${all.slice(0, NAMED).join('\n  ')}${more}\n`;
}
