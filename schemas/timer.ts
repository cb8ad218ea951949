import * as z from 'zod/mini';
import { IsoTime, TicketId } from './ids.ts';

/** What a ticket can be woken for. */
export const TimerKind = z.enum([
  'bot-due',
  'offer-due',
  'route-due',
  'reached-warning',
  'reached-due',
  'first-reply-warning',
  'first-reply-due',
  'next-reply-warning',
  'next-reply-due',
  'resolution-warning',
  'resolution-due',
  'promise-warning',
  'promise-due',
  'escalation-due',
  'silence-due',
  'review-due',
  'auto-close',
]);
export type TimerKind = z.infer<typeof TimerKind>;

/** A message to ourselves at a time; firing it twice, early or after the ticket moved on changes nothing. */
export const Timer = z.strictObject({ ticketId: TicketId, kind: TimerKind, dueAt: IsoTime });
export type Timer = z.infer<typeof Timer>;
