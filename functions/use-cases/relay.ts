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

/** Hands on what was saved: customers' words to classification, near timers to their queue, events to those who hear of them. */
export const relay = (platform: Needs) => async (written: Written) => {
  if (written.kind === 'ticket') {
    const timers = timersToSend(written.before, written.after);
    if (timers.length > 0) await platform.sendTimers(timers, platform.now());
    return;
  }
  const { event } = written;
  const fromCustomer = event.type === 'MessageSent' && event.actor.kind === 'customer';
  if (fromCustomer)
    await platform.requestClassification([{ ticketId: event.ticketId, number: event.number }]);
  for (const name of directReactions) if (hears(name, event)) await platform.tell(name, [event]);
  if (platform.published === 'every' || subscribersOf(event).length > 0) await platform.publish([event]);
};
