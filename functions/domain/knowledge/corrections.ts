import type { Correction } from '../../../schemas/correction.ts';
import type { TicketEvent } from '../../../schemas/events.ts';
import { wordingOf } from './questions.ts';

/**
 * The example a ticket gives when an agent corrects its intent: the customer's words since the ticket was opened or opened again. Nothing
 * for other events, and when no words are left without numbers and addresses.
 */
export function correctionIn(events: readonly TicketEvent[], event: TicketEvent): Correction | undefined {
  if (event.type !== 'TicketClassified' || event.actor.kind !== 'agent' || !event.body.intentId)
    return undefined;
  const { ticketId, number, occurredAt, actor, body } = event;
  const before = events.filter((it) => it.number < number);
  const begun = before.findLast(({ type }) => type === 'TicketOpened' || type === 'TicketReopened');
  const words = before
    .filter((it) => it.type === 'MessageSent' && it.actor.kind === 'customer')
    .filter((it) => it.number > (begun?.number ?? 0))
    .map((it) => (it.type === 'MessageSent' ? it.body.text : ''));
  const text = wordingOf(words.join('\n'));
  if (text === '') return undefined;
  return {
    ticketId,
    number,
    occurredAt,
    agentId: actor.id,
    text,
    intent: event.body.intentId,
    language: body.language,
  };
}
