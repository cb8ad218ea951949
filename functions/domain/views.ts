import type { EventOf, EventType, TicketEvent } from '../../schemas/events.ts';
import { seenBy } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { CustomerEvent, CustomerTicket, TicketProgress } from '../../schemas/views.ts';
import { categoriesOf } from './risk/screening.ts';

type Said = Pick<
  CustomerEvent,
  | 'text'
  | 'attachments'
  | 'purpose'
  | 'citations'
  | 'dueAt'
  | 'heldNumber'
  | 'categories'
  | 'reached'
  | 'reason'
  | 'score'
  | 'solved'
  | 'comment'
>;

/** What an event tells its customer beyond having happened; types without a row tell nothing more. */
const told: { [T in EventType]?: (event: EventOf<T>) => Said } = {
  MessageSent: ({ body }) => ({
    text: body.text,
    attachments: body.attachments,
    purpose: body.purpose,
    citations: body.citations,
    heldNumber: body.heldNumber,
  }),
  MessageHeld: ({ body }) => ({
    text: body.text,
    attachments: body.attachments,
    dueAt: body.dueAt,
    categories: categoriesOf(body),
  }),
  MessageReleased: ({ body }) => ({ heldNumber: body.heldNumber }),
  MessageRefused: ({ body }) => ({ heldNumber: body.heldNumber, categories: body.categories }),
  PromiseMade: ({ body }) => ({ dueAt: body.dueAt }),
  TicketAccepted: ({ body }) => ({ reached: body.reached }),
  SurveyAnswered: ({ body }) => ({ score: body.score, solved: body.solved, comment: body.comment }),
};

/** An event as its customer may see it; undefined when it is for the desk only. */
export function customerEvent(event: TicketEvent): CustomerEvent | undefined {
  const audience = seenBy[event.type];
  if (audience === 'desk' || (audience === 'writer' && writerOf(event) !== 'customer')) return undefined;
  const { ticketId, number, occurredAt, type, actor, command } = event;
  return {
    ticketId,
    number,
    occurredAt,
    type,
    from:
      audience === 'writer' && event.type !== 'MessageHeld'
        ? { kind: 'system' }
        : { kind: actor.kind, name: actor.kind === 'system' ? undefined : actor.name },
    // A held message is released by somebody else's command.
    commandId: actor.kind === 'customer' && !isReleased(event) ? command?.id : undefined,
    ...tell(event),
  };
}

function writerOf({ body, actor }: TicketEvent): string {
  return 'writer' in body ? body.writer : actor.kind;
}

function isReleased({ body }: TicketEvent): boolean {
  return 'heldNumber' in body && body.heldNumber !== undefined;
}

/** A history as its customer may see it. */
export function customerEvents(events: readonly TicketEvent[]): CustomerEvent[] {
  return events.flatMap((event) => customerEvent(event) ?? []);
}

/** Where a waiting customer stands. */
export interface QueuePlace {
  position: number;
  /** Absent when nobody is at work who could take it. */
  expectedWaitSeconds?: number | undefined;
  staffed: boolean;
}

/** A ticket as anybody who knows its number may see it. */
export function progressOf(ticket: Ticket, place?: QueuePlace): TicketProgress {
  const { ticketId, status, holder, timers, escalationLevel, createdAt, updatedAt } = ticket;
  return {
    ticketId,
    status,
    handledBy: holder.kind === 'offer' ? 'queue' : holder.kind,
    position: place?.position,
    expectedWaitSeconds: place?.expectedWaitSeconds,
    staffed: place?.staffed,
    reachedDueAt: timers['reached-due'],
    promisedAt: timers['promise-due'],
    resolutionDueAt: timers['resolution-due'],
    escalated: escalationLevel > 0,
    createdAt,
    updatedAt,
  };
}

/** A ticket as its customer sees it. */
export function customerTicket(ticket: Ticket, number: number, place?: QueuePlace): CustomerTicket {
  const { subject, channel, segment, survey } = ticket;
  return { ...progressOf(ticket, place), subject, channel, segment, survey, number };
}

function tell<T extends EventType>(event: EventOf<T>): Said {
  const row: ((event: EventOf<T>) => Said) | undefined = told[event.type];
  return row ? row(event) : {};
}
