import type { Ticket } from '../../schemas/ticket.ts';
import { Timer } from '../../schemas/timer.ts';
import { caughtUp, type EventRow, mayBeBehind } from '../domain/behind.ts';
import type { History, TicketChange } from '../domain/change.ts';
import {
  NotFoundError,
  SeatUnavailableError,
  TornHistoryError,
  VersionConflictError,
} from '../domain/errors.ts';
import { passReasonOf } from '../domain/pass-reason.ts';
import * as keys from '../stores/keys.ts';
import type { Page, Tickets } from '../use-cases/platform.ts';
import type { Written } from '../use-cases/relay.ts';
import type { Seats } from './agents.ts';
import { frozen } from './frozen.ts';
import { pageOf, SortedRows } from './rows.ts';

/** The rows of one ticket. */
interface Kept {
  ticket: Ticket | undefined;
  /** By number; without gaps unless somebody writes against the protocol. */
  events: EventRow[];
  index: Record<string, string>;
}

/** The indexes of the table: their names and the keys that put a ticket into them. */
const indexes = [
  ['byWork', 'workPk', 'workSk'],
  ['byCustomer', 'customerPk', 'customerSk'],
  ['byDue', 'duePk', 'dueSk'],
] as const;
type IndexName = (typeof indexes)[number][0];

interface Beside {
  /** The seats of the desk, written in the same transaction. */
  seats: Seats;
  /** Told of every row that was written, in order: the table's stream. */
  written: (ticketId: string, rows: readonly Written[]) => void;
}

export interface MemoryTickets extends Tickets {
  /**
   * Lets go of a closed ticket, so that a long run stays within its memory. A late timer still finds a closed ticket, the same one for all
   * that were let go; lists do not show it.
   */
  archive(ticketId: string): void;
}

/** Tickets and their histories in memory, under the conditions and in the order of stores/tickets.ts. */
export function memoryTickets({ seats, written }: Beside): MemoryTickets {
  const tickets = new Map<string, Kept>();
  const partitions: Record<IndexName, Map<string, SortedRows<string>>> = {
    byWork: new Map(),
    byCustomer: new Map(),
    byDue: new Map(),
  };

  let archived: Kept | undefined;

  const find = (ticketId: string, after?: number): History | undefined => {
    const kept = tickets.get(ticketId);
    const end = kept?.events.at(-1);
    if (!kept?.ticket || !end) return undefined;
    const ticket = caughtUp(kept.ticket, kept.events);
    if (!ticket) throw new TornHistoryError(ticketId);
    const { event, behind = 0 } = end;
    const { number, hash } = event;
    const events =
      after === undefined || after > number
        ? [event]
        : kept.events.slice(firstFrom(kept.events, after + 1)).map((row) => row.event);
    return { ticket, number, hash, events, behind };
  };

  const rowsOf = (index: IndexName, partition: string) => partitions[index].get(partition);

  const list = (
    index: IndexName,
    partition: string,
    { limit, cursor, newestFirst }: { limit: number; cursor: string | undefined; newestFirst?: boolean },
  ): Page<Ticket> => {
    const [, partitionName, sortName] = indexes.find(([name]) => name === index) ?? indexes[0];
    const page = pageOf(
      {
        rows: rowsOf(index, partition),
        partition,
        names: [partitionName, sortName],
        tableKey: (ticketId) => ({ pk: keys.ticketPartition(ticketId), sk: keys.TICKET_SORT_KEY }),
        ...(newestFirst && { newestFirst }),
      },
      limit,
      cursor,
    );
    return { ...page, rows: page.rows.flatMap(listed) };
  };

  const listed = (ticketId: string): Ticket | [] => {
    const row = tickets.get(ticketId)?.ticket;
    return (row && mayBeBehind(row) ? find(ticketId)?.ticket : row) ?? [];
  };

  return {
    async get(ticketId, after) {
      const history = find(ticketId, after);
      if (!history) throw new NotFoundError('ticket');
      return history;
    },
    async find(ticketId, after) {
      return find(ticketId, after);
    },
    async listEvents(ticketId, after, limit) {
      const events = tickets.get(ticketId)?.events ?? [];
      const start = firstFrom(events, after + 1);
      return events.slice(start, start + limit).map(({ event }) => event);
    },
    async save(change) {
      const { ticket, events, behind } = change;
      const kept = tickets.get(ticket.ticketId) ?? { ticket: undefined, events: [], index: {} };
      if (events.some(({ number }) => numberIn(kept.events, number))) throw new VersionConflictError();
      if (behind === undefined) moveSeats(change);
      tickets.set(ticket.ticketId, kept);
      const { version } = ticket;
      for (const event of events)
        insert(kept.events, { event: frozen(event), ...(event === events.at(-1) && { version, behind }) });
      const rows: Written[] = events.map((event) => ({ kind: 'event', event, ...(behind && { behind }) }));
      if (behind === undefined)
        rows.push({ kind: 'ticket', before: kept.ticket, after: keep(kept, frozen(ticket)) });
      written(ticket.ticketId, rows);
    },
    archive(ticketId) {
      const kept = tickets.get(ticketId);
      if (kept?.ticket?.status !== 'closed') return;
      move(kept, ticketId, {});
      archived ??= { ticket: kept.ticket, events: kept.events.slice(-1), index: {} };
      tickets.set(ticketId, archived);
    },
    async listOfCustomer(customerId, limit, cursor) {
      return list('byCustomer', keys.customerPartition(customerId), { limit, cursor, newestFirst: true });
    },
    async listWaiting(queueId, limit, cursor) {
      return list('byWork', keys.queuePartition(queueId), { limit, cursor });
    },
    async listOfAgent(agentId, limit, cursor) {
      return list('byWork', keys.agentPartition(agentId), { limit, cursor });
    },
    async countWaiting(queueId, ahead) {
      const rows = rowsOf('byWork', keys.queuePartition(queueId));
      const order = ahead && keys.ticketIndexKeys(ahead)['workSk'];
      return (order === undefined ? rows?.size : rows?.countBefore(order)) ?? 0;
    },
    async listDue(minute, shard) {
      const partition = keys.duePartition(minute, shard);
      const due = rowsOf('byDue', partition)?.behind(undefined, Infinity).keys ?? [];
      return due.map((key) => {
        const [dueAt, kind, ticketId] = key.split('#');
        return Timer.parse({ dueAt, kind, ticketId });
      });
    },
  };

  /** Moves a ticket in the indexes whose keys have changed. */
  function move(kept: Kept, ticketId: string, index: Kept['index']): void {
    for (const [name, partitionName, sortName] of indexes) {
      const [oldPartition, oldSort] = [kept.index[partitionName], kept.index[sortName]];
      const [partition, sort] = [index[partitionName], index[sortName]];
      if (oldPartition === partition && oldSort === sort) continue;
      const found = partitions[name];
      if (oldPartition !== undefined && oldSort !== undefined) {
        const rows = found.get(oldPartition);
        rows?.delete(oldSort);
        if (rows?.size === 0) found.delete(oldPartition);
      }
      if (partition === undefined || sort === undefined) continue;
      const rows = found.get(partition) ?? new SortedRows<string>();
      rows.set(sort, ticketId);
      found.set(partition, rows);
    }
    kept.index = index;
  }

  /** Takes and frees seats, or throws before anything is written. */
  function moveSeats({ takeSeat, freeSeat, ticket, events }: TicketChange): void {
    const now = events[0].occurredAt;
    if (takeSeat !== undefined && !seats.canTake(takeSeat, ticket, now))
      throw new SeatUnavailableError(takeSeat);
    if (takeSeat !== undefined) seats.take(takeSeat, ticket, now);
    if (freeSeat !== undefined) seats.free(freeSeat, ticket, now, passReasonOf(freeSeat, events));
  }

  /** Writes the ticket's row. */
  function keep(kept: Kept, ticket: Ticket): Ticket {
    move(kept, ticket.ticketId, keys.ticketIndexKeys(ticket));
    kept.ticket = ticket;
    return ticket;
  }
}

/** Where the first event with this number or a higher one stands. */
function firstFrom(events: readonly EventRow[], number: number): number {
  // Without gaps the place follows from the number.
  if (events.at(-1)?.event.number === events.length) return Math.max(0, number - 1);
  const at = events.findIndex(({ event }) => event.number >= number);
  return at < 0 ? events.length : at;
}

function numberIn(events: readonly EventRow[], number: number): boolean {
  return events[firstFrom(events, number)]?.event.number === number;
}

function insert(events: EventRow[], row: EventRow): void {
  events.splice(firstFrom(events, row.event.number), 0, row);
}
