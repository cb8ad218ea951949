import { parquetReadObjects } from 'hyparquet';
import { BOM } from '../../functions/domain/export/csv.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import type { Cell, Column } from '../../functions/domain/export/columns.ts';
import type { ExportFormat } from '../../schemas/export.ts';

import { aCaller } from './builders.ts';
import { aCustomer, aMemoryPlatform, aProfile } from './memory.ts';

type Cells = Record<string, Cell>;

/** What a file says, whatever its format: the cells of its rows, those without anything left out. */
export async function cellsIn(
  format: ExportFormat,
  columns: readonly Column[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Cells[]> {
  if (format === 'parquet') return fromParquet(columns, bytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return format === 'csv' ? fromCsv(columns, text) : fromLines(text);
}

function fromLines(text: string): Cells[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Cells);
}

async function fromParquet(columns: readonly Column[], bytes: Uint8Array<ArrayBuffer>): Promise<Cells[]> {
  const file = {
    byteLength: bytes.length,
    slice: (from: number, to?: number) => bytes.slice(from, to).buffer,
  };
  const rows: Record<string, unknown>[] = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name }) => {
        const cell = row[name];
        if (cell === null || cell === undefined) return [];
        return [[name, cell instanceof Date ? cell.toISOString() : (cell as Cell)]];
      }),
    ),
  );
}

/** RFC 4180, by a reader that shares nothing with the writer. */
function fromCsv(columns: readonly Column[], text: string): Cells[] {
  if (!text.startsWith(BOM)) throw new Error('there is no byte order mark');
  const lines = [...text.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^\r\n])*)\r\n/g)].map(
    ([, line = '']) => line,
  );
  const [names = '', ...rows] = lines.map((line) =>
    [...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) => cell),
  );
  if (String(names) !== columns.map(({ name }) => name).join(',')) throw new Error('these are other columns');
  return rows.map((cells) =>
    Object.fromEntries(
      columns.flatMap(({ name, kind }, at): [string, Cell][] => {
        const written = cells[at] ?? '';
        if (written === '') return [];
        const plain = written.replace(/^"([^]*)"$/, (_, inner: string) => inner.replaceAll('""', '"'));
        if (kind === 'time') return [[name, new Date(plain).toISOString()]];
        if (kind === 'boolean') return [[name, plain === 'true']];
        if (kind === 'integer' || kind === 'number') return [[name, Number(plain)]];
        return [[name, plain.replace(/^'(?='*[=+\-@\t\r])/, '')]];
      }),
    ),
  );
}

/** Cells without those that say nothing. */
export function said(cells: Readonly<Cells>): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined));
}

/** What some customers say that nobody without clearance may read. */
export const phone = '13812345678';

/** Tickets that the bot, a person or nobody sees through; some wait for a person at the end. */
export async function anEvening(tickets: number) {
  const whole = aMemoryPlatform({ seed: 5 });
  const random = seededRandom(5);
  await whole.desk.putAgent({ agentId: 'mei', ...aProfile({ capacity: 20, team: '夜班' }) }, aCaller());
  const ids: string[] = [];
  for (let number = 0; number < tickets; number += 1) {
    await whole.desk.setPresence({ availability: 'available' }, aCaller());
    const content = {
      commandId: `open-${String(number).padStart(4, '0')}`,
      text: random() < 0.6 ? `转人工，电话是 ${phone}` : '怎么退款',
      channel: 'app',
      locale: 'zh-CN',
    } as const;
    const { ticketId } = await whole.customer.openTicket(content, aCustomer(`customer-${number}`));
    ids.push(ticketId);
    await whole.pass(Math.floor(random() * 15));
    const { ticket } = await whole.platform.tickets.get(ticketId);
    if (ticket.holder.kind !== 'offer') continue;
    await whole.desk.acceptTicket({ ticketId, commandId: 'accept-01' }, aCaller());
    await whole.desk.replyToCustomer({ ticketId, commandId: 'reply-001', text: '=好了' }, aCaller());
    await whole.pass(Math.floor(random() * 400));
    if (random() < 0.7)
      await whole.desk.resolveTicket({ ticketId, commandId: 'resolve-1', reason: '好了' }, aCaller());
    await whole.pass(Math.floor(random() * 900));
  }
  await whole.pass(7200);
  return { whole, ids };
}
