import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Timer } from '../../schemas/timer.ts';
import { subscribersOf } from '../domain/hearing.ts';
import { timersOfEvent, timersToSend } from '../domain/timer-plan.ts';
import type { Platform } from './platform.ts';

/** One row of the tickets table that was written. */
export type Written =
  | {
      kind: 'event';
      event: TicketEvent;
      /** By how many events the ticket's row is behind now; absent where it is not. */
      behind?: number;
    }
  | { kind: 'ticket'; before: Ticket | undefined; after: Ticket };

type Needs = Pick<Platform, 'sendTimers' | 'requestClassification' | 'publish' | 'published' | 'now'>;

/**
 * Hands on what was saved: customers' words to classification, near timers to their queue, events to who subscribes to them. What was
 * written at about the same time goes out together.
 */
export const relay = (platform: Needs) => async (rows: readonly Written[]) => {
  const timers = rows.flatMap(timersIn);
  if (timers.length > 0) await platform.sendTimers(timers, platform.now());
  const events = eventsIn(rows);
  const fromCustomers = events.filter(
    ({ type, actor }) => type === 'MessageSent' && actor.kind === 'customer',
  );
  if (fromCustomers.length > 0)
    await platform.requestClassification(fromCustomers.map(({ ticketId, number }) => ({ ticketId, number })));
  const published = events.filter(
    (event) => platform.published === 'every' || subscribersOf(event).length > 0,
  );
  if (published.length > 0) await platform.publish(published);
};

function timersIn(row: Written): Timer[] {
  if (row.kind === 'ticket') return timersToSend(row.before, row.after);
  return row.behind === undefined ? [] : timersOfEvent(row.event);
}

/** The events among what was written. */
export function eventsIn(rows: readonly Written[]): TicketEvent[] {
  return rows.flatMap((row) => (row.kind === 'event' ? [row.event] : []));
}
