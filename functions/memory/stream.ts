import type { Written } from '../use-cases/relay.ts';
import type { Clock } from './clock.ts';
import { attempt, type Faults } from './faults.ts';

export interface StreamSettings {
  clock: Clock;
  work: (row: Written) => Promise<unknown>;
  faults?: Faults | undefined;
  failed?: (error: unknown) => void;
}

/** What waits a second before the stream is read again after a failure. */
const RETRY_MS = 1000;

/**
 * The table's stream: the rows of a ticket in the order they were written, each at least once, the next only after the one
 * before it has succeeded. A row that fails is tried until it succeeds.
 */
export class Stream {
  private readonly pending = new Map<string, Written[]>();
  private readonly settings: StreamSettings;

  constructor(settings: StreamSettings) {
    this.settings = settings;
  }

  /** How many tickets have rows that nobody has dealt with. */
  get behind(): number {
    return this.pending.size;
  }

  append(ticketId: string, rows: readonly Written[]): void {
    const waiting = this.pending.get(ticketId);
    if (waiting) {
      waiting.push(...rows);
      return;
    }
    const { clock, faults } = this.settings;
    this.pending.set(ticketId, [...rows]);
    clock.at(clock.now().getTime() + (faults?.lateness() ?? 0), () => this.read(ticketId));
  }

  private async read(ticketId: string): Promise<void> {
    const { clock, faults } = this.settings;
    const rows = this.pending.get(ticketId) ?? [];
    // A batch whose end was not noted is read once more from its beginning.
    for (let copies = faults?.copies() ?? 1; copies > 1; copies -= 1)
      for (const row of rows.slice()) await this.succeeds(row);
    let done = 0;
    for (let row = rows[0]; row; row = rows[done]) {
      if (!(await this.succeeds(row))) {
        rows.splice(0, done);
        clock.at(clock.now().getTime() + RETRY_MS, () => this.read(ticketId));
        return;
      }
      done += 1;
    }
    this.pending.delete(ticketId);
  }

  private succeeds(row: Written): Promise<boolean> {
    const { work, ...how } = this.settings;
    return attempt(() => work(row), how);
  }
}
