import type { ColumnKind, ExportWhat } from '../../../schemas/export.ts';
import { eventColumns } from './event-rows.ts';
import { messageColumns } from './message-rows.ts';
import { ticketColumns } from './ticket-rows.ts';

/** What a cell holds; nothing where there is nothing to say. Times are UTC with milliseconds, documents are text. */
export type Cell = string | number | boolean | undefined;

/** A column: its name is lower case, as Athena and spreadsheets like it. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly says: string;
}

/** One row of an export: its cells by column, and in JSON Lines what else stands in their place. */
export interface Row {
  readonly cells: Readonly<Record<string, Cell>>;
  /** The line in JSON Lines; the cells themselves unless there is more to keep. */
  readonly line?: object;
}

/** The columns of each kind of export, in order. */
export const columnsOf: Record<ExportWhat, readonly Column[]> = {
  tickets: ticketColumns,
  messages: messageColumns,
  events: eventColumns,
};
