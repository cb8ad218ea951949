import type { Written } from '../use-cases/relay.ts';
import type { Clock } from './clock.ts';
import { attempt, type Faults } from './faults.ts';

export interface StreamSettings {
  clock: Clock;
  work: (rows: readonly Written[]) => Promise<unknown>;
  faults?: Faults | undefined;
  failed?: (error: unknown) => void;
}

/** What waits a second before the stream is read again after a failure. */
const RETRY_MS = 1000;

/**
 * The table's stream: the rows of a ticket in the order they were written, each at least once, as many together as there are, the
 * next only after those before them have succeeded. Rows that fail are tried until they succeed.
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
    for (let copies = faults?.copies() ?? 1; copies > 1; copies -= 1) await this.handsOn(rows.slice());
    while (rows.length > 0) {
      const batch = rows.slice();
      if (!(await this.handsOn(batch))) {
        clock.at(clock.now().getTime() + RETRY_MS, () => this.read(ticketId));
        return;
      }
      rows.splice(0, batch.length);
    }
    this.pending.delete(ticketId);
  }

  private handsOn(rows: readonly Written[]): Promise<boolean> {
    const { work, ...how } = this.settings;
    return attempt(() => work(rows), how);
  }
}
