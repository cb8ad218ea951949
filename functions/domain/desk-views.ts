import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { mask } from './risk/personal-data.ts';
import type { Caller } from './ticket.ts';

/** What somebody at the desk may see: personal data with clearance, held words as a reviewer, and always what they wrote. */
export interface Sight {
  readonly agentId: string;
  readonly clearance: boolean;
  readonly reviews: boolean;
}

/** Sockets do not know roles: what comes over them is what everybody at the desk may see. */
export function sightOnSockets(agentId: string): Sight {
  return { agentId, clearance: false, reviews: false };
}

export function sightOf({ agentId, roles }: Caller): Sight {
  return { agentId, clearance: roles.includes('clearance'), reviews: reviews(roles) };
}

/** Leads and the trust-safety group review what the filter holds. */
export function reviews(roles: Caller['roles']): boolean {
  return roles.some((role) => ['trust-safety', 'lead', 'supervisor', 'admin'].includes(role));
}

/** An event as this member of the desk may see it. Its hash is that of the whole event. */
export function deskEvent(event: TicketEvent, sight: Sight): TicketEvent {
  const own = event.actor.kind === 'agent' && event.actor.id === sight.agentId;
  const seen = event.type === 'MessageHeld' && !own && !sight.reviews ? withoutWords(event) : event;
  return sight.clearance || own ? seen : masked(seen);
}

export function deskEvents(events: readonly TicketEvent[], sight: Sight): TicketEvent[] {
  return events.map((event) => deskEvent(event, sight));
}

/** A ticket as this member of the desk may see it. */
export function deskTicket<T extends Ticket>(ticket: T, sight: Sight): T {
  if (sight.clearance) return ticket;
  const { subject, summary } = ticket;
  return {
    ...ticket,
    subject: mask(subject).text,
    ...(summary !== undefined && { summary: mask(summary).text }),
  };
}

function withoutWords(event: Extract<TicketEvent, { type: 'MessageHeld' }>): TicketEvent {
  const { dueAt, whenDue, risks } = event.body;
  const bare = risks.map((it) => ({ ...it, reasons: [] }));
  return { ...event, body: { text: '', risks: bare, dueAt, whenDue } };
}

function masked(event: TicketEvent): TicketEvent {
  switch (event.type) {
    case 'TicketOpened':
      return { ...event, body: { ...event.body, subject: mask(event.body.subject).text } };
    case 'MessageSent':
    case 'MessageHeld':
    case 'NoteAdded':
      return maskedText(event);
    case 'TicketClassified': {
      const { summary, reasons, intents } = event.body;
      return {
        ...event,
        body: {
          ...event.body,
          reasons: reasons.map(maskedWords),
          intents: intents.map((it) => ({ ...it, reasons: it.reasons.map(maskedWords) })),
          ...(summary !== undefined && { summary: maskedWords(summary) }),
        },
      };
    }
    case 'TicketQueued': {
      const { summary } = event.body;
      return summary === undefined
        ? event
        : { ...event, body: { ...event.body, summary: maskedWords(summary) } };
    }
    case 'SurveyAnswered': {
      const { comment } = event.body;
      return comment === undefined
        ? event
        : { ...event, body: { ...event.body, comment: maskedWords(comment) } };
    }
    default:
      return event;
  }
}

type Spoken = Extract<TicketEvent, { type: 'MessageSent' | 'MessageHeld' | 'NoteAdded' }>;

/** A text without personal data stays the very same event. */
function maskedText(event: Spoken): TicketEvent {
  const { text, found } = mask(event.body.text);
  if (found.length === 0) return event;
  switch (event.type) {
    case 'MessageSent':
      return { ...event, body: { ...event.body, text } };
    case 'MessageHeld':
      return { ...event, body: { ...event.body, text } };
    case 'NoteAdded':
      return { ...event, body: { text } };
  }
}

function maskedWords(words: string): string {
  return mask(words).text;
}
