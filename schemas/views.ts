import * as z from 'zod/mini';
import { EventType, TargetOutcome } from './events.ts';
import { CommandId, Epoch, EventNumber, IsoTime, QueueId, TicketId } from './ids.ts';
import { Attachment, Citation } from './message.ts';
import { RiskCategory } from './risk.ts';
import { Channel, Segment } from './ticket-facts.ts';
import { SurveyStatus, TicketStatus } from './ticket.ts';

/** One event as its customer sees it. */
export const CustomerEvent = z.strictObject({
  ticketId: TicketId,
  number: EventNumber,
  occurredAt: IsoTime,
  type: EventType,
  from: z.strictObject({
    kind: z.enum(['customer', 'agent', 'bot', 'system']),
    name: z.optional(z.string()),
  }),
  /** The customer’s own write that made it. */
  commandId: z.optional(CommandId),
  text: z.optional(z.string()),
  attachments: z.optional(z.array(Attachment)),
  purpose: z.optional(z.enum(['answer', 'question', 'notice'])),
  citations: z.optional(z.array(Citation)),
  /** `MessageHeld`: when it is decided at the latest; `PromiseMade`: what was promised. */
  dueAt: z.optional(IsoTime),
  /** The held message that was released or refused, or that this message is. */
  heldNumber: z.optional(EventNumber),
  /** Why a message is held, or was refused. */
  categories: z.optional(z.array(RiskCategory)),
  reached: z.optional(TargetOutcome),
  reason: z.optional(z.string()),
  score: z.optional(z.int()),
  solved: z.optional(z.boolean()),
  comment: z.optional(z.string()),
});
export type CustomerEvent = z.infer<typeof CustomerEvent>;

/** Who is dealing with the ticket, in the customer’s terms. */
export const HandledBy = z.enum(['bot', 'queue', 'agent', 'nobody']);

/** What anybody who knows the number may see of a ticket. */
export const TicketProgress = z.strictObject({
  ticketId: TicketId,
  status: TicketStatus,
  handledBy: HandledBy,
  /** Place in the queue; 1 is next. */
  position: z.optional(z.int()),
  expectedWaitSeconds: z.optional(z.int()),
  /** Whether anybody is at work who could take it; without one no wait is promised. */
  staffed: z.optional(z.boolean()),
  /** When a person has promised to have taken over. */
  reachedDueAt: z.optional(IsoTime),
  /** By when an agent has promised that the customer hears again. */
  promisedAt: z.optional(IsoTime),
  /** When the matter is to be settled at the latest. */
  resolutionDueAt: z.optional(IsoTime),
  escalated: z.boolean(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
});
export type TicketProgress = z.infer<typeof TicketProgress>;

/** A ticket as its customer sees it. */
export const CustomerTicket = z.extend(TicketProgress, {
  subject: z.string(),
  channel: Channel,
  segment: Segment,
  survey: z.optional(SurveyStatus),
  /** Number of the last event: what `after` should be once everything has been read. */
  number: EventNumber,
});
export type CustomerTicket = z.infer<typeof CustomerTicket>;

/** Answer to a customer’s write: what it made. A repeated write gets the same answer. */
export const Receipt = z.strictObject({
  ticketId: TicketId,
  number: EventNumber,
  events: z.array(CustomerEvent),
  /** Which past `number` is of. */
  epoch: Epoch,
});
export type Receipt = z.infer<typeof Receipt>;

/** One queue as the desk sees it. */
export const QueueOverview = z.strictObject({
  queueId: QueueId,
  waiting: z.int(),
  oldestSince: z.optional(IsoTime),
});
export type QueueOverview = z.infer<typeof QueueOverview>;
