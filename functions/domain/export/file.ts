import type { ExportFormat, ExportWhat } from '../../../schemas/export.ts';
import { canonicalJson } from '../digest.ts';
import { columnsOf, type Row } from './columns.ts';
import { csvOf } from './csv.ts';
import { parquetOf } from './parquet.ts';

interface Rows {
  readonly what: ExportWhat;
  readonly rows: readonly Row[];
  /** Whose clock the times of CSV are on. */
  readonly timeZone: string;
}

const utf8 = new TextEncoder();

const bytesOf: Record<ExportFormat, (rows: Rows) => Uint8Array<ArrayBuffer>> = {
  csv: ({ what, rows, timeZone }) => utf8.encode(csvOf(columnsOf[what], rows, timeZone)),
  jsonl: ({ rows }) =>
    utf8.encode(rows.map(({ line, cells }) => `${canonicalJson(line ?? cells)}\n`).join('')),
  parquet: ({ what, rows }) => parquetOf(columnsOf[what], rows),
};

/** A file of rows: the same rows are the same bytes. Without rows it says the columns, where its format can. */
export function fileOf(format: ExportFormat, rows: Rows): Uint8Array<ArrayBuffer> {
  return bytesOf[format](rows);
}
