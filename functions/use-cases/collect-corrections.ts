import type { TicketEvent } from '../../schemas/events.ts';
import { correctionIn } from '../domain/knowledge/corrections.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ tickets: 'get'; corrections: 'put' }> & Pick<Platform, 'log'>;

/** Keeps what agents correct as examples to train with; the same event again changes nothing. */
export const collectCorrections =
  ({ tickets, corrections, log }: Needs) =>
  async (event: TicketEvent): Promise<void> => {
    if (event.type !== 'TicketClassified' || event.actor.kind !== 'agent') return;
    const { events } = await tickets.get(event.ticketId, 0);
    const correction = correctionIn(events, event);
    if (!correction) return;
    await corrections.put(correction);
    log('info', 'correction collected', { ticketId: event.ticketId, intent: correction.intent });
  };
