import * as z from 'zod/mini';
import { AgentId, CustomerId } from './ids.ts';
import { Segment } from './ticket-facts.ts';

/**
 * Who is at the other end of a socket. The authorizer puts it into the connection's context (flat strings are all it
 * can hold), and API Gateway hands it to every message of that connection.
 */
export const Participant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), id: CustomerId, segment: Segment, name: z.optional(z.string()) }),
  z.object({ kind: z.literal('agent'), id: AgentId, name: z.optional(z.string()) }),
]);
export type Participant = z.infer<typeof Participant>;

/** Who of a conversation reads or types, as the others may know it. */
export const Party = z.strictObject({
  kind: z.enum(['customer', 'agent']),
  /** Told to the desk only. */
  id: z.optional(z.string()),
  name: z.optional(z.string()),
});
export type Party = z.infer<typeof Party>;

/** How far somebody has read: everything up to the event of this number. */
export const SeenCursor = z.strictObject({ by: Party, number: z.int().check(z.gte(0)) });
export type SeenCursor = z.infer<typeof SeenCursor>;

/** The participant’s key among open sockets. */
export function addressOf({ kind, id }: Participant): string {
  return `${kind}:${id}`;
}

/** Where the sockets of those are found who watch a ticket that is not theirs. */
export function watchersOf(ticketId: string): string {
  return `watch:${ticketId}`;
}
