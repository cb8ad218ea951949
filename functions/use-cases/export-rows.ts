import type { ExportPosition, KeptExport } from '../../schemas/export.ts';
import type { FactRow } from '../../schemas/facts.ts';
import { deskEvent, deskTicket, type Sight } from '../domain/desk-views.ts';
import type { Row } from '../domain/export/columns.ts';
import { eventRow } from '../domain/export/event-rows.ts';
import { messageRow } from '../domain/export/message-rows.ts';
import { placeAfter } from '../domain/export/plan.ts';
import { ticketRow } from '../domain/export/ticket-rows.ts';
import { factsOf } from '../domain/insights/facts.ts';
import type { Platform, Uses } from './platform.ts';

/** How much a step reads before it writes a part. */
export interface StepLimits {
  /** Rows a part has at most, but for the events of one page or the last ticket. */
  rows: number;
  /** Units of JSON that its rows are, about. */
  bytes: number;
  /** Milliseconds it reads. */
  time: number;
  /** Tickets read at the same time. */
  tickets: number;
  /** Events of a ticket read at once. */
  events: number;
}

/** A part of some ten megabytes, and a minute at most: far below what the function has. */
export const usualLimits: StepLimits = {
  rows: 20_000,
  bytes: 12_000_000,
  time: 60_000,
  tickets: 16,
  events: 400,
};

type Needs = Uses<{ tickets: 'find' | 'listEvents'; insights: 'listFactsAfter' }> & Pick<Platform, 'now'>;

/** What one part holds, and where the next one begins; nowhere when everything is out. */
export interface Gathered {
  rows: Row[];
  next: ExportPosition | undefined;
}

/** Everybody at the desk sees this much; what was held and not released shows none of its words. */
const masked: Sight = { agentId: '', clearance: false, reviews: false };
const whole: Sight = { agentId: '', clearance: true, reviews: true };

/** What was read of a ticket: its rows, and up to which event, if there may be more. */
interface Read {
  rows: Row[];
  through?: number | undefined;
}

/**
 * Reads from a position on until a part is full. Tickets come by the quarter in which they were opened, the shard and their id; events
 * by their numbers. Only a ticket’s own history says what its rows are.
 */
export const gatherRows =
  ({ tickets, insights, now }: Needs, limits: StepLimits) =>
  async (kept: KeptExport, from: ExportPosition): Promise<Gathered> => {
    const { what, personalData } = kept;
    const sight = personalData === 'whole' ? whole : masked;
    const rowOf = what === 'messages' ? messageRow : eventRow;
    const begun = now().getTime();
    const rows: Row[] = [];
    let bytes = 0;
    let at: ExportPosition | undefined = from;

    while (at && !isFull()) {
      const { quarter, shard, ticketId, number } = at;
      if (ticketId !== undefined && number !== undefined) {
        at = take({ quarter, shard, ticketId }, await readEvents(ticketId, number));
        continue;
      }
      const facts = await insights.listFactsAfter({ quarter, shard, ticketId }, limits.tickets);
      const reads = await Promise.all(facts.map((row) => read(row)));
      let ended = facts.length < limits.tickets;
      for (const [index, found] of reads.entries()) {
        at = take({ quarter, shard, ticketId: facts[index]?.ticketId }, found);
        const halfOut = at.number !== undefined;
        if (!halfOut && !(isFull() && index + 1 < facts.length)) continue;
        ended = false;
        break;
      }
      if (ended) at = placeAfter({ quarter, shard }, kept);
    }
    return { rows, next: at };

    function isFull(): boolean {
      return rows.length >= limits.rows || bytes >= limits.bytes || now().getTime() - begun >= limits.time;
    }

    function take(place: ExportPosition, { rows: more, through }: Read): ExportPosition {
      rows.push(...more);
      bytes += JSON.stringify(more).length;
      return through === undefined ? place : { ...place, number: through };
    }

    function read(row: FactRow): Promise<Read> {
      return what === 'tickets' ? readTicket(row) : readEvents(row.ticketId, 0);
    }

    async function readTicket(row: FactRow): Promise<Read> {
      const history = await tickets.find(row.ticketId, 0);
      if (!history) return { rows: [] };
      const ticket = deskTicket(history.ticket, sight);
      const events = history.events.map((event) => deskEvent(event, sight));
      const made = factsOf(history.events);
      const facts = made ? { ...made, team: row.team, vendor: row.vendor } : row;
      return { rows: [ticketRow({ ticket, events, facts })] };
    }

    async function readEvents(ticketId: string, after: number): Promise<Read> {
      const events = await tickets.listEvents(ticketId, after, limits.events);
      return {
        rows: events.flatMap((event) => rowOf(deskEvent(event, sight)) ?? []),
        through: events.length < limits.events ? undefined : events.at(-1)?.number,
      };
    }
  };
