import { TicketEvent } from '../../schemas/events.ts';
import { canonicalJson, sha256 } from './digest.ts';

/** First hash of every chain. */
export const GENESIS = '0'.repeat(64);

/** Hash of an event that follows the one with the given hash. */
export function seal(previousHash: string, event: object): string {
  return sha256(`${previousHash}\n${canonicalJson({ ...event, hash: undefined })}`);
}

/** An event exactly as its schema says. @throws ZodError for one that a decision got wrong */
export function checked(event: unknown): TicketEvent {
  return TicketEvent.parse(event);
}
