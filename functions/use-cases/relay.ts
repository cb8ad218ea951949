import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { directReactions } from '../../schemas/work-queues.ts';
import { hears, subscribersOf } from '../domain/hearing.ts';
import { timersToSend } from '../domain/timer-plan.ts';
import type { Platform } from './platform.ts';

/** One row of the tickets table that was written. */
export type Written =
  { kind: 'event'; event: TicketEvent } | { kind: 'ticket'; before: Ticket | undefined; after: Ticket };

type Needs = Pick<
  Platform,
  'sendTimers' | 'requestClassification' | 'tell' | 'publish' | 'published' | 'now'
>;

/**
 * Hands on what was saved: customers' words to classification, near timers to their queue, events to those who hear of them. What was
 * written at about the same time goes out together.
 */
export const relay = (platform: Needs) => async (rows: readonly Written[]) => {
  const timers = rows.flatMap((row) => (row.kind === 'ticket' ? timersToSend(row.before, row.after) : []));
  if (timers.length > 0) await platform.sendTimers(timers, platform.now());
  const events = rows.flatMap((row) => (row.kind === 'event' ? [row.event] : []));
  const fromCustomers = events.filter(
    ({ type, actor }) => type === 'MessageSent' && actor.kind === 'customer',
  );
  if (fromCustomers.length > 0)
    await platform.requestClassification(fromCustomers.map(({ ticketId, number }) => ({ ticketId, number })));
  for (const name of directReactions) {
    const heard = events.filter((event) => hears(name, event));
    if (heard.length > 0) await platform.tell(name, heard);
  }
  const published = events.filter(
    (event) => platform.published === 'every' || subscribersOf(event).length > 0,
  );
  if (published.length > 0) await platform.publish(published);
};
