import * as z from 'zod/mini';
import { CustomerCommandBody, OpenTicketBody, SendMessageBody } from './customer-api.ts';
import { ApiError } from './errors.ts';
import { TicketEvent } from './events.ts';
import { Epoch, TicketId } from './ids.ts';
import { eventsPage } from './operation.ts';
import { Party, SeenCursor } from './participant.ts';
import { CustomerEvent, Receipt } from './views.ts';

const Cursor = z.int().check(z.gte(0));

/** What a client sends over the WebSocket and gets an answer to; `action` tells which. */
export const SocketRequest = z.discriminatedUnion('action', [
  z.extend(OpenTicketBody, { action: z.literal('open') }),
  z.extend(SendMessageBody, { action: z.literal('send'), ticketId: TicketId }),
  z.extend(CustomerCommandBody, { action: z.literal('person'), ticketId: TicketId }),
  /** Send me what I have missed: everything after the number I have seen in this epoch. Whoever is at the desk watches from then on. */
  z.strictObject({
    action: z.literal('resume'),
    ticketId: TicketId,
    after: Cursor,
    epoch: z.optional(Epoch),
  }),
  /** I no longer watch a ticket that is not mine. */
  z.strictObject({ action: z.literal('leave'), ticketId: TicketId }),
  /** I am alive, and this is what I have seen; the answer tells where each ticket stands. */
  z.strictObject({
    action: z.literal('heartbeat'),
    epoch: z.optional(Epoch),
    seen: z.optional(
      z
        .record(TicketId, Cursor)
        .check(z.refine((seen) => Object.keys(seen).length <= 20, 'must name at most 20 tickets')),
    ),
  }),
]);
export type SocketRequest = z.infer<typeof SocketRequest>;

/** What a client lets the others know, without it being part of the history. */
export const SignalRequest = z.discriminatedUnion('action', [
  /** I have read everything up to this number. */
  z.strictObject({ action: z.literal('seen'), ticketId: TicketId, number: z.int().check(z.positive()) }),
  /** I am writing. Nobody answers, and under load it is the first to be dropped. */
  z.strictObject({ action: z.literal('typing'), ticketId: TicketId }),
]);
export type SignalRequest = z.infer<typeof SignalRequest>;

const page = eventsPage(z.union([CustomerEvent, TicketEvent]));

/** What the platform sends over the WebSocket; `type` tells which. */
export const SocketMessage = z.discriminatedUnion('type', [
  /** Answer to a write. */
  z.extend(Receipt, { type: z.literal('receipt'), commandId: z.string() }),
  /**
   * Everything you may see in `(after, number]`; empty when that was not for you. A client that has seen `after` or more
   * moves to `number`; one that has not asks to `resume`. So nothing is missed, and nothing shown twice. Only the answer
   * to a `resume` says whether it `recovered`, and whether there is `more`.
   */
  z.strictObject({
    ...page,
    type: z.literal('events'),
    ticketId: TicketId,
    recovered: z.optional(page.recovered),
    more: z.optional(page.more),
  }),
  z.strictObject({ type: z.literal('left'), ticketId: TicketId }),
  z.strictObject({
    type: z.literal('heartbeat'),
    epoch: Epoch,
    /** Tickets that are not there, or not yours, are left out. */
    numbers: z.record(TicketId, z.int()),
    /** Seconds until the next heartbeat. */
    next: z.int().check(z.positive()),
  }),
  /** Somebody has read; also the answer to `seen`. */
  z.extend(SeenCursor, { type: z.literal('seen'), ticketId: TicketId }),
  /** Somebody writes; forget it after 6 seconds. */
  z.strictObject({ type: z.literal('typing'), ticketId: TicketId, by: Party }),
  /** Where a customer who waits stands now, when that has notably changed. `GET /v1/tickets/{ticketId}` says the same when asked. */
  z.strictObject({
    type: z.literal('place'),
    ticketId: TicketId,
    /** 1 is next. */
    position: z.int().check(z.positive()),
    /** Absent when nobody is at work who could take it: then no wait is promised. */
    expectedWaitSeconds: z.optional(z.int()),
    staffed: z.boolean(),
    /** The same as a sentence, in Chinese or English. */
    text: z.string(),
  }),
  z.extend(ApiError, {
    type: z.literal('error'),
    commandId: z.optional(z.string()),
    /** The ticket that was named, when there is no `commandId`. */
    ticketId: z.optional(z.string()),
  }),
]);
export type SocketMessage = z.infer<typeof SocketMessage>;
