import type { TicketChange } from '../../functions/domain/change.ts';
import type { Timer, TimerKind } from '../../schemas/timer.ts';

/** The kinds the clients of this bench arm, settle and move, each by itself: a warning may be gone before its due time, or come after it. */
export const KINDS = [
  'reached-due',
  'first-reply-warning',
  'first-reply-due',
  'resolution-due',
  'promise-due',
] as const satisfies TimerKind[];
export type Kind = (typeof KINDS)[number];

/** What became of timers, from the writes alone. */
export interface Tally {
  armed: number;
  fired: number;
  settled: number;
  /** Still armed when everything was over. */
  lost: number;
  /** Fired more than once. */
  doubled: number;
  /** Fired though settled or moved before. */
  wrong: number;
  early: number;
  /** Milliseconds by which each was late. */
  lateness: number[];
}

/** Nothing has happened yet. */
export function emptyTally(): Tally {
  return { armed: 0, fired: 0, settled: 0, lost: 0, doubled: 0, wrong: 0, early: 0, lateness: [] };
}

/** Watches the writes of a table beneath all faults: it believes no handler, only what was written. */
export class Ledger {
  private readonly tally: Tally;
  private readonly armed = new Map<string, string>();
  private readonly fired = new Set<string>();

  constructor(tally: Tally) {
    this.tally = tally;
  }

  /** One write that took place; `timer` when it was a timer's. */
  note({ ticket }: TicketChange, timer: Timer | undefined, now: Date): void {
    if (timer) this.fire(timer, now);
    for (const kind of KINDS) {
      const name = `${ticket.ticketId} ${kind}`;
      const [before, after] = [this.armed.get(name), ticket.timers[kind]];
      if (before === after) continue;
      if (before !== undefined && !(timer?.kind === kind && timer.dueAt === before)) this.tally.settled += 1;
      if (after === undefined) this.armed.delete(name);
      else {
        this.tally.armed += 1;
        this.armed.set(name, after);
      }
    }
  }

  /** Everything is over: what is armed now has been lost. */
  close(): void {
    this.tally.lost += this.armed.size;
  }

  private fire({ ticketId, kind, dueAt }: Timer, now: Date): void {
    const { tally } = this;
    const late = now.getTime() - Date.parse(dueAt);
    const name = `${ticketId} ${kind} ${dueAt}`;
    if (this.fired.has(name)) tally.doubled += 1;
    else if (this.armed.get(`${ticketId} ${kind}`) !== dueAt) tally.wrong += 1;
    else if (late < 0) tally.early += 1;
    else tally.lateness.push(late);
    tally.fired += 1;
    this.fired.add(name);
  }
}
