import { Heap, type Timed } from './heap.ts';

/** Time, and work that is due at one. */
export interface Clock {
  now(): Date;
  /** Does this at a time in milliseconds since 1970, or at once when that has passed. */
  at(time: number, work: () => Promise<void>): void;
  /** Waits; only for work that runs on this clock. */
  sleep(milliseconds: number): Promise<void>;
}

interface Due extends Timed {
  work: () => Promise<void>;
}

/**
 * A clock that only moves when told: it does what is due, the earliest first, and stands at that time meanwhile. The same
 * work in the same order every time. With `interleaved`, work that sleeps lets other work run in between; without, each
 * piece of work ends before the next begins, which is faster.
 */
export class VirtualClock implements Clock {
  private readonly due = new Heap<Due>();
  private readonly interleaved: boolean;
  private time: number;
  private turn = 0;
  private failure: { error: unknown } | undefined;

  constructor(start: Date, { interleaved = false }: { interleaved?: boolean } = {}) {
    this.time = start.getTime();
    this.interleaved = interleaved;
  }

  /** How many things are still to be done. */
  get pending(): number {
    return this.due.size;
  }

  now(): Date {
    return new Date(this.time);
  }

  at(time: number, work: () => Promise<void>): void {
    this.turn += 1;
    this.due.push({ time: Math.max(time, this.time), turn: this.turn, work });
  }

  sleep(milliseconds: number): Promise<void> {
    if (!this.interleaved) throw new Error('work sleeps only on an interleaved clock');
    return new Promise((resolve) => {
      this.at(this.time + milliseconds, async () => resolve());
    });
  }

  /** Moves on by so many milliseconds and does everything that falls due. */
  advance(milliseconds: number): Promise<void> {
    return this.runUntil(new Date(this.time + milliseconds));
  }

  /** Does everything that falls due up to and including a time, and stands there. */
  async runUntil(until: Date): Promise<void> {
    const end = until.getTime();
    while ((this.due.first?.time ?? Infinity) <= end) await this.step();
    this.time = Math.max(this.time, end);
  }

  /** Does everything that is due now; what it makes due now as well. */
  settle(): Promise<void> {
    return this.runUntil(this.now());
  }

  /** Does the next thing; false when there is none. */
  async step(): Promise<boolean> {
    const next = this.due.pop();
    if (!next) return false;
    this.time = Math.max(this.time, next.time);
    await this.done(next.work());
    return true;
  }

  /** Starts work now and moves on until it has ended: for callers from outside. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    if (!this.interleaved) return work();
    const state = { ended: false };
    const result = work().finally(() => {
      state.ended = true;
    });
    result.catch(() => undefined);
    await turnOfTheLoop();
    while (!state.ended && (await this.step()));
    return result;
  }

  private async done(work: Promise<void>): Promise<void> {
    if (!this.interleaved) return work;
    work.catch((error: unknown) => {
      this.failure ??= { error };
    });
    // Everything that can go on without the clock has gone on after this.
    await turnOfTheLoop();
    if (this.failure) throw this.failure.error;
  }
}

/** Real time. */
export function realClock(now: () => Date, failed: (error: unknown) => void): Clock {
  const later = (milliseconds: number, work: () => void) =>
    // A timer holds at most 2^31 - 1 ms: look again then.
    milliseconds > 2_000_000_000
      ? setTimeout(() => later(milliseconds - 2_000_000_000, work), 2_000_000_000)
      : setTimeout(work, Math.max(0, milliseconds));
  return {
    now,
    at(time, work) {
      later(time - now().getTime(), () => {
        work().catch(failed);
      });
    },
    sleep: (milliseconds) => new Promise((resolve) => later(milliseconds, resolve)),
  };
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
