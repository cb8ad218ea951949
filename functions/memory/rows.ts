import { CursorError, readCursor, writeCursor } from '../stores/cursor.ts';
import type { Page } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';

/** Rows in the order of their sort keys, as a partition of a table keeps them. Keys are ASCII, so code units order like bytes. */
export class SortedRows<T> {
  private readonly keys: string[] = [];
  private readonly rows: T[] = [];

  get size(): number {
    return this.keys.length;
  }

  get(key: string): T | undefined {
    const at = this.countBefore(key);
    return this.keys[at] === key ? this.rows[at] : undefined;
  }

  set(key: string, row: T): void {
    const at = this.countBefore(key);
    if (this.keys[at] === key) {
      this.rows[at] = row;
    } else if (at === this.keys.length) {
      this.keys.push(key);
      this.rows.push(row);
    } else {
      this.keys.splice(at, 0, key);
      this.rows.splice(at, 0, row);
    }
  }

  delete(key: string): void {
    const at = this.countBefore(key);
    if (this.keys[at] !== key) return;
    this.keys.splice(at, 1);
    this.rows.splice(at, 1);
  }

  /** How many keys sort before this one. */
  countBefore(key: string): number {
    const last = this.keys.at(-1);
    // What is written last usually sorts last.
    if (last === undefined || last < key) return this.keys.length;
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Every row, in a new array. */
  all(): T[] {
    return this.rows.slice();
  }

  /** Every row from a key on. */
  from(key: string): T[] {
    return this.rows.slice(this.countBefore(key));
  }

  /** At most `limit` rows behind a key, or before it in the other direction, with their keys. */
  behind(key: string | undefined, limit: number, backwards = false): { keys: string[]; rows: T[] } {
    let start = backwards ? this.keys.length : 0;
    if (key !== undefined) {
      const at = this.countBefore(key);
      start = !backwards && this.keys[at] === key ? at + 1 : at;
    }
    const [from, to] = backwards ? [Math.max(0, start - limit), start] : [start, start + limit];
    const keys = this.keys.slice(from, to);
    const rows = this.rows.slice(from, to);
    return backwards ? { keys: keys.reverse(), rows: rows.reverse() } : { keys, rows };
  }
}

/** A table's rows by partition. */
export class Partitions<T extends object> {
  private readonly partitions = new Map<string, SortedRows<T>>();

  /** The rows of a partition; undefined while it has never had one. */
  of(pk: string): SortedRows<T> | undefined {
    return this.partitions.get(pk);
  }

  all(pk: string): T[] {
    return this.partitions.get(pk)?.all() ?? [];
  }

  get({ pk, sk }: Key): T | undefined {
    return this.partitions.get(pk)?.get(sk);
  }

  /** Keeps a copy that nobody changes. */
  set({ pk, sk }: Key, row: T): void {
    const rows = this.partitions.get(pk) ?? new SortedRows<T>();
    rows.set(sk, frozen({ ...row }));
    this.partitions.set(pk, rows);
  }

  delete({ pk, sk }: Key): void {
    this.partitions.get(pk)?.delete(sk);
  }
}

interface Key {
  pk: string;
  sk: string;
}

/** Which rows a list pages through: its partition, what its keys are called, and the rest of a row's key in the table. */
export interface Listing<T> {
  rows: SortedRows<T> | undefined;
  partition: string;
  names: readonly [partition: string, sort: string];
  tableKey?: (row: T) => { pk: string; sk: string };
  newestFirst?: boolean;
}

/** A page of a list, with the very cursors DynamoDB would give: there is one whenever the page is full. */
export function pageOf<T>(
  { rows, partition, names, tableKey, newestFirst = false }: Listing<T>,
  limit: number,
  cursor: string | undefined,
): Page<T> {
  const [partitionName, sortName] = names;
  const from = cursor === undefined ? undefined : readCursor(cursor);
  if (from) {
    const expected = tableKey ? [...names, 'pk', 'sk'] : names;
    const known = Object.keys(from).length === expected.length && expected.every((name) => from[name]);
    if (!known || from[partitionName] !== partition) throw new CursorError('cursor is not of this list');
  }
  const page = rows?.behind(from?.[sortName], limit, newestFirst) ?? { keys: [], rows: [] };
  const [key, row] = [page.keys.at(-1), page.rows.at(-1)];
  if (page.rows.length < limit || key === undefined || row === undefined) return { rows: page.rows };
  const last = { ...tableKey?.(row), [partitionName]: partition, [sortName]: key };
  return { rows: page.rows, cursor: writeCursor(last) };
}
