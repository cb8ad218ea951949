import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import type { ColumnKind } from '../../../schemas/export.ts';
import type { Cell, Column, Row } from './columns.ts';

/** Times are real timestamps: milliseconds of UTC. */
const typeOf: Record<ColumnKind, BasicType> = {
  text: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  time: 'TIMESTAMP',
  json: 'STRING',
};

/** Rows as Parquet, compressed with Snappy; every column may hold nothing. */
export function parquetOf(columns: readonly Column[], rows: readonly Row[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, kind }) => ({
        name,
        type: typeOf[kind],
        nullable: true,
        data: rows.map(({ cells }) => valueOf(kind, cells[name])),
      })),
    }),
  );
}

function valueOf(kind: ColumnKind, cell: Cell): Date | Cell | null {
  if (cell === undefined) return null;
  return kind === 'time' && typeof cell === 'string' ? new Date(cell) : cell;
}
