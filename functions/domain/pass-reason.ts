import type { PassReason } from '../../schemas/agent.ts';
import type { TicketChange } from './change.ts';

/** Why the agent let the ticket pass, if they did: counted in the write that frees the seat, so exactly once. */
export function passReasonOf(agentId: string, events: TicketChange['events']): PassReason | undefined {
  for (const event of events) {
    if (event.type !== 'OfferPassed' || event.body.agentId !== agentId) continue;
    const { reason, because = 'other' } = event.body;
    return reason === 'declined' ? because : reason;
  }
  return undefined;
}
