import { hiddenSeconds, MOST_RECEIVES } from '../../schemas/work-queues.ts';
import type { Clock } from './clock.ts';
import { attempt, type Faults } from './faults.ts';

interface Message<T> {
  body: T;
  receives: number;
}

export interface WorkQueueSettings<T> {
  clock: Clock;
  /** Treats one message: throws to have it again, returns to be done with it. */
  work: (body: T) => Promise<unknown>;
  /** How long a message that failed stays hidden. @default 60 */
  visibilitySeconds?: number;
  faults?: Faults | undefined;
  /** Told why a message failed. */
  failed?: (error: unknown) => void;
}

/**
 * A work queue: every message at least once, after its delay, in no order that may be relied on. One that fails comes back
 * when its visibility ends, five times, and then waits among the dead letters.
 */
export class WorkQueue<T> {
  /** Messages that failed for good. */
  deadLetters: T[] = [];
  /** Messages that are on their way, hidden or being treated. */
  waiting = 0;
  /** Messages treated without an error. */
  treated = 0;
  private readonly settings: WorkQueueSettings<T>;

  constructor(settings: WorkQueueSettings<T>) {
    this.settings = settings;
  }

  /** Hands a message over; it arrives after so many seconds. */
  send(body: T, delaySeconds = 0): void {
    const { clock, faults } = this.settings;
    const due = clock.now().getTime() + delaySeconds * 1000;
    for (let copies = faults?.copies() ?? 1; copies > 0; copies -= 1) {
      this.waiting += 1;
      this.receiveAt(due + (faults?.lateness() ?? 0), { body, receives: 0 });
    }
  }

  /** Sends every dead letter again, as an operator does once the cause is gone; returns how many. */
  redrive(): number {
    const letters = this.deadLetters;
    this.deadLetters = [];
    for (const body of letters) this.send(body);
    return letters.length;
  }

  private receiveAt(time: number, message: Message<T>): void {
    this.settings.clock.at(time, () => this.receive(message));
  }

  private async receive(message: Message<T>): Promise<void> {
    const { clock, visibilitySeconds = hiddenSeconds.usual } = this.settings;
    const visibleAgain = clock.now().getTime() + visibilitySeconds * 1000;
    message.receives += 1;
    if (await this.succeeds(message.body)) {
      this.waiting -= 1;
      this.treated += 1;
    } else if (message.receives >= MOST_RECEIVES) {
      this.waiting -= 1;
      this.deadLetters.push(message.body);
    } else {
      this.receiveAt(visibleAgain, message);
    }
  }

  private succeeds(body: T): Promise<boolean> {
    const { work, ...how } = this.settings;
    return attempt(() => work(body), how);
  }
}
