import { isDeepStrictEqual } from 'node:util';
import { GENESIS, seal } from '../../functions/domain/seal.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';

/** One write as its sender knows it. */
export interface Sent {
  ticketId: string;
  commandId: string;
  /** Who sent it; one sender's writes to a ticket come one after the other. */
  sender: string;
  /** The last event the sender had seen at the first try. */
  after: number;
  /** The number that was answered, once one was. */
  acknowledged?: number;
}

/**
 * What is wrong with one ticket's history, in words; nothing when it holds. One pass over events and writes: numbers without gaps, an
 * unbroken chain of hashes, every answer kept, no write twice, none that nobody sent, each behind what its sender had seen, and one
 * sender's in the order they were sent. `sent` is in the order of sending for each sender.
 */
export function faultsIn(
  events: readonly TicketEvent[],
  sent: readonly Sent[],
  ticket: Ticket | undefined,
): string[] {
  const faults = [...faultsOfOrder(events, sent), ...faultsOfChain(events)];
  if (!isDeepStrictEqual(plain(replay(events)), plain(ticket)))
    faults.push('state: the ticket is not what its history leads to');
  return faults;
}

/** What is wrong with numbers, answers and order. */
export function faultsOfOrder(events: readonly TicketEvent[], sent: readonly Sent[]): string[] {
  const faults: string[] = [];
  const numberOf = new Map<string, number>();
  let run: { id: string; types: Set<string> } | undefined;
  events.forEach((event, at) => {
    const { number, command } = event;
    if (number !== at + 1) faults.push(`gap: event ${number} stands at place ${at + 1}`);
    if (!command) {
      run = undefined;
      return;
    }
    // A write may make several events, one after the other and of different kinds; it is answered with the last one's number.
    const goesOn = run?.id === command.id && !run.types.has(event.type);
    if (numberOf.has(command.id) && !goesOn)
      faults.push(`double: ${command.id} is ${numberOf.get(command.id)} and ${number}`);
    run = { id: command.id, types: new Set([...(goesOn && run ? run.types : []), event.type]) };
    numberOf.set(command.id, number);
  });
  const lastOf = new Map<string, number>();
  for (const { commandId, sender, after, acknowledged } of sent) {
    const number = numberOf.get(commandId);
    numberOf.delete(commandId);
    if (acknowledged !== undefined && acknowledged !== number)
      faults.push(`lost: ${commandId} was answered with ${acknowledged} and is ${number}`);
    if (number === undefined) continue;
    if (number <= after) faults.push(`order: ${commandId} is ${number}, but its sender had seen ${after}`);
    if (number <= (lastOf.get(sender) ?? 0)) faults.push(`order: ${commandId} overtook an earlier write`);
    lastOf.set(sender, number);
  }
  for (const [commandId, number] of numberOf) faults.push(`unsent: ${commandId} at ${number}`);
  return faults;
}

/** Where the chain of hashes is broken; `sealOf` is the hash of an event that follows the one with the given hash. */
export function faultsOfChain(
  events: readonly TicketEvent[],
  sealOf = (previous: string, event: TicketEvent) => seal(previous, event),
): string[] {
  const faults: string[] = [];
  let hash = GENESIS;
  for (const event of events) {
    if (event.hash !== sealOf(hash, event)) faults.push(`chain: broken at ${event.number}`);
    hash = event.hash;
  }
  return faults;
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
