import * as z from 'zod/mini';
import { CustomerCommandBody, OpenTicketBody, SendMessageBody } from './customer-api.ts';
import { ApiError } from './errors.ts';
import { TicketEvent } from './events.ts';
import { TicketId } from './ids.ts';
import { CustomerEvent, Receipt } from './views.ts';

/** What a client sends over the WebSocket; `action` tells which. */
export const SocketRequest = z.discriminatedUnion('action', [
  z.extend(OpenTicketBody, { action: z.literal('open') }),
  z.extend(SendMessageBody, { action: z.literal('send'), ticketId: TicketId }),
  z.extend(CustomerCommandBody, { action: z.literal('person'), ticketId: TicketId }),
  /** Send me what I have missed: everything after the number I have seen. */
  z.strictObject({ action: z.literal('resume'), ticketId: TicketId, after: z.int().check(z.gte(0)) }),
  /** I am alive, and this is what I have seen; the answer tells where each ticket stands. */
  z.strictObject({
    action: z.literal('heartbeat'),
    seen: z.optional(
      z
        .record(TicketId, z.int().check(z.gte(0)))
        .check(z.refine((seen) => Object.keys(seen).length <= 20, 'must name at most 20 tickets')),
    ),
  }),
]);
export type SocketRequest = z.infer<typeof SocketRequest>;

/** What the platform sends over the WebSocket; `type` tells which. */
export const SocketMessage = z.discriminatedUnion('type', [
  /** Answer to a write. */
  z.extend(Receipt, { type: z.literal('receipt'), commandId: z.string() }),
  /**
   * Everything you may see in `(after, number]`; empty when that was not for you. A client that has seen `after` or more
   * moves to `number`; one that has not asks to `resume`. So nothing is missed, and nothing shown twice.
   */
  z.strictObject({
    type: z.literal('events'),
    ticketId: TicketId,
    after: z.int().check(z.gte(0)),
    number: z.int().check(z.gte(0)),
    events: z.array(z.union([CustomerEvent, TicketEvent])),
  }),
  z.strictObject({ type: z.literal('heartbeat'), numbers: z.record(TicketId, z.int()) }),
  z.extend(ApiError, { type: z.literal('error'), commandId: z.optional(z.string()) }),
]);
export type SocketMessage = z.infer<typeof SocketMessage>;
