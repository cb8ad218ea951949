import * as z from 'zod/mini';
import { AgentId, EventNumber, IsoTime, TicketId } from './ids.ts';
import { IntentId, Language } from './understanding.ts';

/** What an agent said a customer's words are about, when the machine had read them otherwise: an example to train with. */
export const Correction = z.strictObject({
  /** The ticket, and the event that corrects it. */
  ticketId: TicketId,
  number: EventNumber,
  occurredAt: IsoTime,
  agentId: AgentId,
  /** The customer's words, normalized, without numbers and addresses. */
  text: z.string(),
  intent: IntentId,
  language: Language,
});
export type Correction = z.infer<typeof Correction>;
