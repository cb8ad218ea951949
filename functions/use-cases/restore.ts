import type { TicketEvent } from '../../schemas/events.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { ticketFrom } from '../domain/restore.ts';
import type { Uses } from './platform.ts';

/** Events that are written with the ticket, in one transaction. */
const AT_ONCE = 25;
const PAGE = 200;

/** What became of a history: written, there already, or left out because the ticket still goes on. */
export type Restored = 'restored' | 'known' | 'not closed';

/** The table has another history of the ticket. */
export class ConflictingHistoryError extends Error {
  override readonly name = 'ConflictingHistoryError';
}

/**
 * Brings a whole history back. Only what is closed: whatever still goes on goes on in one place, with its seats and timers. Events that
 * are there already must be the same ones; doing it again, or going on after a crash, writes what is missing.
 * @throws BrokenHistoryError @throws ConflictingHistoryError
 */
export const restore =
  ({ tickets }: Uses<{ tickets: 'find' | 'listEvents' | 'save' }>) =>
  async (events: readonly TicketEvent[]): Promise<Restored> => {
    const ticket = ticketFrom(events);
    if (ticket.status !== 'closed') return 'not closed';
    const { ticketId } = ticket;
    const kept = await numberKept();
    if (kept >= events.length) return 'known';
    if (kept > 0 && (await tickets.find(ticketId)))
      throw new ConflictingHistoryError(`${ticketId}: the table has the ticket, up to event ${kept} only`);
    try {
      const last = Math.max(kept, events.length - AT_ONCE);
      for (const event of events.slice(kept, last))
        await tickets.save({ before: ticket, ticket, events: [event], behind: 0 });
      const [first, ...rest] = events.slice(last);
      if (first) await tickets.save({ before: undefined, ticket, events: [first, ...rest] });
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      throw new ConflictingHistoryError(`${ticketId}: somebody else writes it`, { cause: error });
    }
    return 'restored';

    /** How many of the events are there. Each hash says everything before it. */
    async function numberKept(): Promise<number> {
      let last: TicketEvent | undefined;
      for (;;) {
        const page = await tickets.listEvents(ticketId, last?.number ?? 0, PAGE);
        for (const event of page) {
          const ours = events[event.number - 1];
          if (ours?.hash !== event.hash)
            throw new ConflictingHistoryError(`${ticketId}: the table has another event ${event.number}`);
        }
        last = page.at(-1) ?? last;
        if (page.length < PAGE) return last?.number ?? 0;
      }
    }
  };
