import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { evolve } from './evolve.ts';
import { GENESIS, seal } from './seal.ts';

/** A history that is not whole, or not as it was written: says where. */
export class BrokenHistoryError extends Error {
  override readonly name = 'BrokenHistoryError';
  constructor(ticketId: string, number: number, rule: string) {
    super(`${ticketId}: event ${number} ${rule}`);
  }
}

/**
 * The ticket that a whole history leads to. Its numbers must be without gaps from 1 on, and every event’s hash that of the one before and
 * of itself: whoever changed, took away or put in anything is found. @throws BrokenHistoryError
 */
export function ticketFrom(events: readonly TicketEvent[]): Ticket {
  let ticket: Ticket | undefined;
  let hash = GENESIS;
  for (const [at, event] of events.entries()) {
    const { ticketId, number } = event;
    if (number !== at + 1) throw new BrokenHistoryError(ticketId, number, `should be ${at + 1}`);
    if (seal(hash, event) !== event.hash)
      throw new BrokenHistoryError(ticketId, number, 'is not as it was written: its hash does not fit');
    ticket = evolve(ticket, event);
    hash = event.hash;
  }
  if (!ticket) throw new Error('a history has at least one event');
  return ticket;
}
