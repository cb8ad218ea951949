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

/** The participant’s key among open sockets. */
export function addressOf({ kind, id }: Participant): string {
  return `${kind}:${id}`;
}
