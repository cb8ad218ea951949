import { TicketEvent, type Turn } from '../../schemas/events.ts';
import { canonicalJson, sha256 } from './digest.ts';

/** First hash of every chain. */
export const GENESIS = '0'.repeat(64);

/** Hash of an event that follows the one with the given hash. */
export function seal(previousHash: string, event: object): string {
  return sha256(`${previousHash}\n${canonicalJson({ ...event, hash: undefined })}`);
}

/** An event exactly as its schema says, not yet chained. @throws ZodError for one that a decision got wrong */
export function checked(unsealed: object, previousHash: string): TicketEvent {
  return TicketEvent.parse({ ...unsealed, hash: previousHash });
}

/** The event as it is stored: what it does to the customer's turn is known now, and its own hash closes it. */
export function sealed(
  previousHash: string,
  unsealed: object,
  event: TicketEvent,
  turn: Turn | undefined,
): TicketEvent {
  const hash = seal(previousHash, turn ? { ...unsealed, turn } : unsealed);
  return { ...event, ...(turn && { turn }), hash };
}
