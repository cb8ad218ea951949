import type { TicketEvent } from '../../schemas/events.ts';
import type { Participant, SeenCursor } from '../../schemas/participant.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { withinBytes } from '../domain/page.ts';
import { cursorsFor, requireVisible } from '../domain/participants.ts';
import type { Platform, Uses } from './platform.ts';

/** What reading a history takes. */
export type Reading = Uses<{ tickets: 'get' | 'listEvents'; cursors: 'list' }> & Pick<Platform, 'epoch'>;

/** A history from a cursor of an epoch on, this many events at most. */
export interface Wanted {
  ticketId: string;
  after: number;
  epoch?: string | undefined;
  limit: number;
  /** Bytes the events may take, all together; one event comes in any case. */
  bytes?: number;
}

/** The fields of `eventsPage`, with events nobody has hidden anything of yet. */
export interface Page {
  epoch: string;
  after: number;
  number: number;
  events: readonly TicketEvent[];
  recovered: boolean;
  more: boolean;
  seen?: SeenCursor[];
}

/**
 * What a client has missed. A cursor of another epoch, or one beyond the end, belongs to a past that is gone: the page starts at 0
 * and says so. @throws NotFoundError unless the reader may see the ticket
 */
export const eventsPage =
  ({ tickets, cursors, epoch }: Reading) =>
  async (
    { ticketId, after, epoch: claimed, limit, bytes }: Wanted,
    reader: Participant,
  ): Promise<{ ticket: Ticket; page: Page }> => {
    const { ticket, number: head } = await tickets.get(ticketId);
    requireVisible(ticket, reader);
    const inForce = await epoch(claimed);
    const recovered = (claimed === undefined || claimed === inForce) && after <= head;
    const from = recovered ? after : 0;
    const found = from < head ? await tickets.listEvents(ticketId, from, limit) : [];
    const events = bytes === undefined ? found : withinBytes(found, bytes);
    const number = events.at(-1)?.number ?? from;
    const more = number < head;
    const seen = more ? [] : cursorsFor(reader, await cursors.list(ticketId), number);
    return {
      ticket,
      page: {
        epoch: inForce,
        after: from,
        number,
        events,
        recovered,
        more,
        ...(seen.length > 0 && { seen }),
      },
    };
  };
