import type { TicketEvent } from '../../../schemas/events.ts';
import { canonicalJson } from '../digest.ts';
import type { Column, Row } from './columns.ts';

/** A message of a conversation, or a note that agents wrote for each other. */
export const messageColumns = [
  { name: 'ticket_id', kind: 'text', says: 'the ticket’s number' },
  { name: 'number', kind: 'integer', says: 'position in the ticket’s history' },
  { name: 'sent_at', kind: 'time', says: 'when it was sent' },
  { name: 'kind', kind: 'text', says: 'message, or note: for the desk only' },
  { name: 'from_kind', kind: 'text', says: 'customer, agent, bot or system' },
  { name: 'from_id', kind: 'text', says: 'who wrote it' },
  { name: 'text', kind: 'text', says: 'what it says' },
  { name: 'purpose', kind: 'text', says: 'of the bot: answer, question or notice' },
  { name: 'attachments', kind: 'integer', says: 'how many files came with it' },
  { name: 'articles', kind: 'json', says: 'articles the bot took it from, with their versions' },
  { name: 'held_number', kind: 'integer', says: 'the held message that this is, once it was released' },
] as const satisfies readonly Column[];

/** A message as a row. What was held and never released was never said: it has none. */
export function messageRow({ ticketId, number, occurredAt, actor, ...event }: TicketEvent): Row | undefined {
  if (event.type !== 'MessageSent' && event.type !== 'NoteAdded') return undefined;
  const said = event.type === 'MessageSent' ? event.body : undefined;
  const cells: Record<(typeof messageColumns)[number]['name'], Row['cells'][string]> = {
    ticket_id: ticketId,
    number,
    sent_at: occurredAt,
    kind: said ? 'message' : 'note',
    from_kind: actor.kind,
    from_id: actor.id,
    text: event.body.text,
    purpose: said?.purpose,
    attachments: said?.attachments?.length ?? 0,
    articles: said?.citations && canonicalJson(said.citations),
    held_number: said?.heldNumber,
  };
  return { cells };
}
