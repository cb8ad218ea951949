import { offsetAt, shownAt } from '../zone.ts';
import type { Cell, Column, Row } from './columns.ts';

/** Tells spreadsheets that the text is UTF-8. */
export const BOM = '\uFEFF';
const END = '\r\n';

/**
 * A text that a spreadsheet would run as a formula begins with one of these (OWASP, “CSV Injection”); an apostrophe before it makes it text.
 * So that the apostrophe can be taken off again, texts that look as if they had one already get another.
 */
const formula = /^'*[=+\-@\t\r]/;

/**
 * Rows as RFC 4180, in UTF-8 with a byte order mark, the names of the columns first. Times are on the clock of the zone, with its offset:
 * `2026-11-21T20:00:00.000+08:00`. Nothing is an empty cell, an empty text is `""`.
 */
export function csvOf(columns: readonly Column[], rows: readonly Row[], timeZone: string): string {
  const lines = [columns.map(({ name }) => name), ...rows.map(({ cells }) => columns.map(cellOf(cells)))];
  return BOM + lines.map((line) => line.join(',') + END).join('');

  function cellOf(cells: Row['cells']) {
    return ({ name, kind }: Column): string => {
      const cell = cells[name];
      if (kind === 'time' && typeof cell === 'string') return timeOf(cell, timeZone);
      return quoted(cell);
    };
  }
}

/** A moment on the clock of a zone, with its offset from UTC. */
export function timeOf(moment: string, timeZone: string): string {
  const time = Date.parse(moment);
  const minutes = offsetAt(timeZone, time) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const shown = new Date(shownAt(timeZone, time)).toISOString().replace('Z', '');
  return `${shown}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function quoted(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return safe === '' || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
