import { type Billed, prices, QUEUE_REQUEST_BYTES } from '../../functions/domain/cost/prices.ts';

/** CloudWatch counts this for each line beside its bytes. */
const LINE_BYTES = 26;
/** One line of the access log of the HTTP API. */
const ACCESS_LINE_BYTES = LINE_BYTES + 230;

/**
 * Milliseconds that an invocation lasts, assumed: 5 for each read or write of a table that it waits for, 10 for a transaction, a push or a
 * request to a queue, and 3 to 10 of a warm handler's own at a third of a processor. Messages of a batch wait at the same time.
 */
const milliseconds = {
  sessions: 15,
  authorizer: 10,
  socket: 20,
  intake: 25,
  desk: 25,
  relay: 20,
  live: 35,
  classification: 50,
  assignment: 60,
  delivery: 25,
  escalation: 15,
  survey: 25,
  replies: 20,
  questions: 15,
  standby: 10,
  facts: 25,
} as const;
export type Invoked = keyof typeof milliseconds;

const GIGABYTES: Partial<Record<Invoked, number>> = { classification: 1 };

/** What was used, in the units of the price table. */
export class Bill {
  readonly used = new Map<Billed, number>();
  readonly invocations = new Map<Invoked, number>();

  add(what: Billed, count: number): void {
    this.used.set(what, (this.used.get(what) ?? 0) + count);
  }

  /** A share of all that is on another bill. */
  addShare(other: Bill, share: number): void {
    for (const [what, count] of other.used) this.add(what, count * share);
    for (const [name, count] of other.invocations)
      this.invocations.set(name, (this.invocations.get(name) ?? 0) + count * share);
  }

  /** So many invocations; a part of one when several messages share it. */
  invoke(name: Invoked, count = 1): void {
    this.invocations.set(name, (this.invocations.get(name) ?? 0) + count);
    this.add('lambdaRequests', count);
    this.add('lambdaGbSeconds', (count * milliseconds[name] * (GIGABYTES[name] ?? 0.5)) / 1000);
  }

  request(name: Invoked): void {
    this.add('httpRequests', 1);
    this.add('logGigabytes', ACCESS_LINE_BYTES / 1e9);
    this.invoke(name);
  }

  logLine(line: string): void {
    this.add('logGigabytes', (Buffer.byteLength(line) + LINE_BYTES) / 1e9);
  }

  /** A request to a queue with these messages in it, or the share of one that has others besides. */
  queueRequest(bodies: readonly object[], share: number): void {
    const bytes = bodies.reduce<number>((sum, body) => sum + Buffer.byteLength(JSON.stringify(body)), 0);
    this.add('queueRequests', Math.max(share, bytes / QUEUE_REQUEST_BYTES));
  }

  dollarsOf(what: Billed): number {
    return (this.used.get(what) ?? 0) * prices[what].dollars;
  }

  get dollars(): number {
    return [...this.used.keys()].reduce((sum, what) => sum + this.dollarsOf(what), 0);
  }
}
