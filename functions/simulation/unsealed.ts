import type { TicketEvent } from '../../schemas/events.ts';

/**
 * Stands in for domain/seal.ts in a simulation (commands/simulation/leave-out-sealing.ts): nobody tampers with histories that are thrown
 * away, and events come straight from our own decisions. Production never loads it.
 */
export const GENESIS = '0'.repeat(64);

export function seal(previousHash: string): string {
  return previousHash;
}

export function checked(event: TicketEvent): TicketEvent {
  return event;
}
