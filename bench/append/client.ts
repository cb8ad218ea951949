import type { Outcome, Write } from '../../functions/use-cases/decide.ts';
import type { Sent } from './check.ts';
import type { PlayedHistory } from './play.ts';
import type { Copy, PlannedWrite } from './plan.ts';

/** Copies of one write after which the client gives up; no history needs as many. */
const MOST_COPIES = 30;

/** A write on its way. */
export interface Sending {
  planned: PlannedWrite;
  sent: Sent;
  write: Write;
  /** Copies sent so far, and how many of them may still be answered. */
  copies: number;
  alive: number;
  /** Whether it waits to be sent from the beginning. */
  held: boolean;
}

/** Sends its writes one after the other, each until it is answered, as the client library does. */
export class Client {
  private readonly history: PlayedHistory;
  private readonly name: string;
  private readonly writes: readonly PlannedWrite[];
  private begun = 0;
  private cursor = 0;
  private epoch: string | undefined = 'first';

  constructor(history: PlayedHistory, name: string, writes: readonly PlannedWrite[]) {
    this.history = history;
    this.name = name;
    this.writes = writes;
  }

  /** Begins the next write, if one is left. */
  next(): void {
    const { history } = this;
    const planned = this.writes[this.begun];
    if (!planned) return;
    this.begun += 1;
    if (planned.reads === 0) {
      this.send(planned);
      return;
    }
    history.order.begin(async () => {
      this.cursor = await history.read(this.cursor, planned.reads);
      this.send(planned);
    });
  }

  /** A copy was answered. */
  answered(sending: Sending, { number, epoch }: Outcome & { epoch: string }): void {
    const { sent, planned } = sending;
    sending.alive -= 1;
    if (sent.acknowledged !== undefined) {
      if (sent.acknowledged !== number)
        this.history.faults.push(`answer: ${sent.commandId} is ${sent.acknowledged}, then ${number}`);
      return;
    }
    const isCurrent = this.current === sending;
    sent.acknowledged = number;
    // What a restore took back was answered long ago; a late copy has brought it again.
    if (!isCurrent) return;
    this.current = undefined;
    if (epoch !== this.epoch) this.cursor = 0;
    this.epoch = epoch;
    if (planned.sees) this.cursor = number;
    this.next();
  }

  /** No answer came, and none will. */
  lost(sending: Sending): void {
    sending.alive -= 1;
    if (sending.alive > 0 || sending.held || this.current !== sending) return;
    if (sending.copies >= MOST_COPIES) {
      this.history.faults.push(`stuck: ${sending.sent.commandId} was sent ${MOST_COPIES} times`);
      return;
    }
    this.copy(sending, { held: 0, environment: sending.copies % 2 === 0 ? 0 : 1 });
  }

  /** The cursor is of a past that is gone: after half a minute everything begins at 0. */
  refused(sending: Sending): void {
    const { history } = this;
    if (sending.write.after === 0) {
      // The others are on their way from the beginning already.
      this.lost(sending);
      return;
    }
    sending.alive -= 1;
    if (this.current !== sending || sending.held) return;
    sending.held = true;
    history.order.begin(async () => {
      const epoch = await history.halfAMinute();
      if (this.current !== sending) return;
      this.epoch = epoch;
      this.cursor = 0;
      sending.held = false;
      sending.sent.after = 0;
      sending.write = { ...sending.write, after: 0, epoch: undefined };
      this.copy(sending, { held: 0, environment: 0 });
    });
  }

  /** The write that waits for its answer. */
  private current: Sending | undefined;

  private send(planned: PlannedWrite): void {
    const { history, name, cursor, epoch } = this;
    const commandId = `${name}-${this.begun}`;
    const sent: Sent = { ticketId: '', commandId, sender: name, after: cursor };
    history.sent.push(sent);
    history.tally.writes += 1;
    const write: Write = { commandId, after: cursor, epoch, content: commandId };
    const sending: Sending = { planned, sent, write, copies: 0, alive: 0, held: false };
    this.current = sending;
    for (const copy of planned.copies) this.copy(sending, copy);
  }

  private copy(sending: Sending, copy: Copy): void {
    const nth = sending.copies;
    sending.copies += 1;
    sending.alive += 1;
    this.history.order.begin(() => this.history.arrive(this, sending, copy, nth));
  }
}
