import type { Actor } from '../../schemas/events.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import type { Language, Sentiment, Trend, Understanding } from '../../schemas/understanding.ts';
import type { Draft, History } from './change.ts';
import type { Facts } from './sla.ts';
import { queueOf } from './understanding/taxonomy.ts';

export const BOT: Actor = { kind: 'bot', id: 'bot', name: '小服' };

/** A message of the customer, as far as the ticket's state follows from it. */
export interface Heard {
  readonly understanding: Understanding;
  /** The last event that was read. */
  readonly throughNumber: number;
}

/** What the bot makes of it in its conversation. */
export interface Verdict {
  intent: Understanding['intents'][number] | undefined;
  /** The case the conversation is about after this turn, as far as is known. */
  about?: string | undefined;
  sentiment?: Sentiment | undefined;
  trend?: Trend | undefined;
  priority: Priority;
  contacts?: number | undefined;
  language: Language;
  reasons: string[];
}

/** What policies go by, once a ticket is classified like this. */
export function factsAfter(
  { channel, segment, intentId }: Facts,
  body: Extract<Draft, { type: 'TicketClassified' }>['body'],
): Facts {
  const { priority, language, queueId } = body;
  return { channel, segment, priority, language, queueId, intentId: body.intentId ?? intentId };
}

/** The event that says so. */
export function classifiedDraft(
  { ticket }: History,
  { understanding, throughNumber }: Heard,
  { intent, priority, contacts, language, sentiment, trend, reasons }: Verdict,
  summary?: string,
): Extract<Draft, { type: 'TicketClassified' }> {
  return {
    type: 'TicketClassified',
    actor: BOT,
    body: {
      intentId: intent?.id,
      intents: understanding.intents,
      priority,
      contacts,
      language,
      queueId: intent ? queueOf(intent.id) : ticket.queueId,
      reasons,
      sentiment,
      trend,
      summary,
      throughNumber,
    },
  };
}
