import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { History, TicketChange } from '../domain/change.ts';
import { canonicalJson, sha256 } from '../domain/digest.ts';
import { CommandReusedError, StaleCursorError, VersionConflictError } from '../domain/errors.ts';
import type { Platform, Uses } from './platform.ts';

const ATTEMPTS = 12;

/** A write as it came in: its id, what it says, and the last event its sender had seen at the first try. */
export interface Write {
  commandId: string;
  after?: number | undefined;
  /** The epoch that event is of. */
  epoch?: string | undefined;
  /** Who says what: a repeat must say the same. */
  content: unknown;
  /** Throws when the sender has no business with this ticket; asked before anything is told about it. */
  requireAccess?: (ticket: Ticket) => void;
}

/** What a write made, now or at its first arrival. */
export interface Outcome {
  number: number;
  events: readonly TicketEvent[];
}

/** What every decision reads and writes. */
export type Deciding = Uses<{ tickets: 'get' | 'save' }>;

type Change = TicketChange | undefined;
type Decision = (history: History) => Change | Promise<Change>;

/** Loads, decides, saves; whoever loses the race for the next event number reads and decides again. */
export async function decide({ tickets }: Deciding, ticketId: string, decision: Decision): Promise<Outcome> {
  return retried(async () => {
    const history = await tickets.get(ticketId, 0);
    return settle({ tickets }, history, await decision(history));
  });
}

/** Like `decide`, for a write that may arrive more than once: the second time answers like the first. */
export async function decideOnce(
  { tickets }: Deciding,
  ticketId: string,
  write: Write,
  decision: (history: History, command: { id: string; digest: string }) => Change | Promise<Change>,
): Promise<Outcome> {
  const command = commandOf(write);
  return retried(async () => {
    const history = await tickets.get(ticketId, write.after ?? 0);
    write.requireAccess?.(history.ticket);
    // So every copy of a write stands behind its cursor, whatever past the cursor is from.
    if (write.after !== undefined && write.after > history.number) throw new StaleCursorError();
    return (
      repeatOf(history.events, command) ?? settle({ tickets }, history, await decision(history, command))
    );
  });
}

/**
 * Like `decideOnce`, and tells which past the outcome is of. A cursor of another epoch is refused: a copy that was under way
 * during a restore would not find one that was stored since, under a lower number. @throws StaleCursorError
 */
export async function decideInEpoch(
  { tickets, epoch }: Deciding & Pick<Platform, 'epoch'>,
  ticketId: string,
  write: Write,
  decision: Parameters<typeof decideOnce>[3],
): Promise<Outcome & { epoch: string }> {
  const inForce = await epoch(write.epoch);
  if (write.after && write.epoch !== undefined && write.epoch !== inForce) throw new StaleCursorError();
  return { ...(await decideOnce({ tickets }, ticketId, write, decision)), epoch: inForce };
}

/** The write as its events remember it. */
export function commandOf({ commandId, content }: Write): { id: string; digest: string } {
  return { id: commandId, digest: sha256(canonicalJson(content)).slice(0, 32) };
}

/** What the same write made before; CommandReusedError when it said something else then. */
export function repeatOf(
  events: readonly TicketEvent[],
  command: { id: string; digest: string },
): Outcome | undefined {
  const made = events.filter((event) => event.command?.id === command.id);
  const last = made.at(-1);
  if (!last) return undefined;
  if (last.command?.digest !== command.digest) throw new CommandReusedError();
  return { number: last.number, events: made };
}

/** Runs a decision again for as long as somebody else was faster. */
export async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VersionConflictError) || attempts >= ATTEMPTS) throw error;
    }
  }
}

async function settle(
  { tickets }: Deciding,
  history: History,
  change: TicketChange | undefined,
): Promise<Outcome> {
  if (!change) return { number: history.number, events: [] };
  await tickets.save(change);
  const last = change.events.at(-1) ?? change.events[0];
  return { number: last.number, events: change.events };
}
