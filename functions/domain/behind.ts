import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { evolve } from './evolve.ts';
import { earliestFar, isWarned } from './timer-plan.ts';

/**
 * So many events the row of a ticket may be behind its history at most: together they fit into what one read unit pays for, and one
 * query brings both.
 */
export const MOST_BEHIND = 4;

/**
 * By how many events, this one among them, the ticket's row may stay behind when only the event is written: words between a customer and
 * the agent who has the ticket move it in no index, and whoever reads makes the state anew from the last events. Undefined when the row has
 * to be written as well. `behind`: by how many it is already.
 */
export function behindAfter(
  { before, behind }: { before: Ticket; behind: number },
  ticket: Ticket,
  event: TicketEvent,
): number | undefined {
  if (behind === 0 && ticket === before) return 0;
  if (behind === MOST_BEHIND) return undefined;
  return ticket === before || movesNothing(before, ticket, event) ? behind + 1 : undefined;
}

/** An event as it is kept. */
export interface EventRow {
  event: TicketEvent;
  /** Of the ticket that it leads to; only the last event of a write tells it. */
  version?: number | undefined;
  /** By how many events, this one among them, the ticket's row was behind. @default 0 */
  behind?: number | undefined;
}

/**
 * The ticket as its last events make it of its row. Undefined when the rows do not fit each other: other than a transaction, a query that
 * meets a write may show one of them as it was and another as it is.
 */
export function caughtUp(row: Ticket, events: readonly EventRow[]): Ticket | undefined {
  const { version, behind = 0 } = events.at(-1) ?? {};
  const missing = events.slice(events.length - behind).filter(({ event }) => event.number > row.version);
  const ticket = missing.reduce((state, { event }) => evolve(state, event), row);
  return version === undefined || version === ticket.version ? ticket : undefined;
}

/** Whether the row alone does not say how a ticket is: only what an agent has can be ahead of it. */
export function mayBeBehind({ holder }: Ticket): boolean {
  return holder.kind === 'agent';
}

/** Whether words leave the ticket where it is in every index, and all that listeners need stands in their event. */
function movesNothing(before: Ticket, ticket: Ticket, { type, timers = {} }: TicketEvent): boolean {
  return (
    type === 'MessageSent' &&
    mayBeBehind(ticket) &&
    earliestFar(before) === earliestFar(ticket) &&
    isWarned(ticket, timers)
  );
}
