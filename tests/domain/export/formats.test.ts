import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, type Column, columnsOf } from '../../../functions/domain/export/columns.ts';
import { csvOf, timeOf } from '../../../functions/domain/export/csv.ts';
import { eventRow } from '../../../functions/domain/export/event-rows.ts';
import { fileOf } from '../../../functions/domain/export/file.ts';
import { messageRow } from '../../../functions/domain/export/message-rows.ts';
import { parquetOf } from '../../../functions/domain/export/parquet.ts';
import { ticketRow } from '../../../functions/domain/export/ticket-rows.ts';
import { ColumnKind, ExportFormat } from '../../../schemas/export.ts';
import { TicketEvent } from '../../../schemas/events.ts';
import { anEvent, histories, isoAt } from '../../support/builders.ts';
import { cellsIn, said } from '../../support/exports.ts';
import { someFacts } from '../../support/facts.ts';

const timeZone = 'Asia/Shanghai';
const columns: Column[] = ColumnKind.options.map((kind) => ({ name: `a_${kind}`, kind, says: kind }));

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '+', '-', '@', '\t', 'a', '退') }),
);
const cellOf: Record<ColumnKind, fc.Arbitrary<Cell>> = {
  text: words,
  json: words.map((text) => JSON.stringify({ text })),
  integer: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  // Minus nothing is nothing where numbers are written in digits.
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  boolean: fc.boolean(),
  time: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
};
const someRow = fc.record(
  Object.fromEntries(columns.map(({ name, kind }) => [name, fc.option(cellOf[kind], { nil: undefined })])),
);

describe('a file', () => {
  it('says in CSV and in Parquet just what its rows hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someRow, { maxLength: 20 }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kolkata'),
        async (all, zone) => {
          const rows = all.map((cells) => ({ cells }));
          const expected = all.map(said);

          const csv = new TextEncoder().encode(csvOf(columns, rows, zone));
          expect(await cellsIn('csv', columns, csv)).toEqual(
            // Empty texts are quoted, so that they are not nothing.
            expected,
          );
          expect(await cellsIn('parquet', columns, parquetOf(columns, rows))).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(ExportFormat.options)('of nothing is one without rows, as %s', async (format) => {
    const bytes = fileOf(format, { what: 'tickets', rows: [], timeZone });

    expect(await cellsIn(format, columnsOf.tickets, bytes)).toEqual([]);
    expect(bytes.length > 0).toBe(format !== 'jsonl');
  });

  it('of the same rows is the same bytes', () => {
    const rows = histories.resolved().events.map(eventRow);

    for (const format of ExportFormat.options)
      expect(fileOf(format, { what: 'events', rows, timeZone })).toEqual(
        fileOf(format, { what: 'events', rows, timeZone }),
      );
  });
});

describe('CSV', () => {
  it('is for spreadsheets: a byte order mark, names first, lines that end with CRLF', () => {
    const text = csvOf(
      [{ name: 'text', kind: 'text', says: '' }],
      [{ cells: { text: '退款, "快"' } }],
      timeZone,
    );

    expect(text).toBe('\uFEFFtext\r\n"退款, ""快"""\r\n');
  });

  it.each(['=1+1', '+86 138', '-2', '@cmd', '\t=1', "'=1"])('is no formula: %j', (text) => {
    const [, line] = csvOf([{ name: 'text', kind: 'text', says: '' }], [{ cells: { text } }], timeZone).split(
      '\r\n',
    );

    expect(line).toMatch(/^"?'/);
  });

  it('leaves negative numbers numbers', () => {
    const csv = csvOf([{ name: 'n', kind: 'number', says: '' }], [{ cells: { n: -2.5 } }], timeZone);

    expect(csv).toBe('\uFEFFn\r\n-2.5\r\n');
  });

  it.each([
    ['Asia/Shanghai', '2026-11-21T20:00:00.000+08:00'],
    ['America/New_York', '2026-11-21T07:00:00.000-05:00'],
    ['America/St_Johns', '2026-11-21T08:30:00.000-03:30'],
    ['UTC', '2026-11-21T12:00:00.000+00:00'],
  ])('tells times on the clock of %s', (zone, written) => {
    expect(timeOf('2026-11-21T12:00:00.000Z', zone)).toBe(written);
  });

  it('tells the hour that clocks show twice apart by its offset', () => {
    const shown = ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'].map((it) =>
      timeOf(it, 'America/New_York'),
    );

    expect(shown).toEqual(['2026-11-01T01:30:00.000-04:00', '2026-11-01T01:30:00.000-05:00']);
  });
});

describe('rows', () => {
  it('of events keep the whole event in JSON Lines', async () => {
    const { events } = histories.resolved();

    const bytes = fileOf('jsonl', { what: 'events', rows: events.map(eventRow), timeZone });
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');

    expect(lines.map((line) => TicketEvent.parse(JSON.parse(line)))).toEqual(events);
  });

  it.each(ExportFormat.options)('of messages are what was said, as %s', async (format) => {
    const rows = histories.resolved().events.flatMap((event) => messageRow(event) ?? []);

    const cells = await cellsIn(
      format,
      columnsOf.messages,
      fileOf(format, { what: 'messages', rows, timeZone }),
    );

    expect(rows.length).toBeGreaterThan(1);
    expect(cells).toEqual(rows.map((row) => said(row.cells)));
  });

  it('of messages leave out what is held, and mark notes', () => {
    const held = anEvent({
      type: 'MessageHeld',
      body: { text: '骂人', risks: [], dueAt: isoAt(60), whenDue: 'refuse' },
    });
    const note = anEvent({ type: 'NoteAdded', body: { text: '查过' } });

    expect(messageRow(held)).toBeUndefined();
    expect(messageRow(note)?.cells).toMatchObject({ kind: 'note', text: '查过', attachments: 0 });
  });

  it('of tickets have a cell for every column and no other', () => {
    const { ticket, events } = histories.resolved();
    const facts = someFacts({
      flags: ['ended', 'reached'],
      kept: ['reached'],
      breached: ['next-reply'],
      times: { 'next-reply': [1000, 2000], handling: [500] },
      messages: { customer: 2 },
    });

    const { cells } = ticketRow({ ticket, events, facts });

    expect(Object.keys(cells).sort()).toEqual(columnsOf.tickets.map(({ name }) => name).sort());
    expect(cells).toMatchObject({
      ticket_id: ticket.ticketId,
      is_ended: true,
      is_rated: false,
      sla_reached: 'kept',
      sla_next_reply: 'breached',
      sla_resolution: undefined,
      next_reply_seconds: 1.5,
      next_replies: 2,
      handling_seconds: 0.5,
      messages_customer: 2,
      messages_agent: 0,
    });
  });
});
