import * as z from 'zod/mini';
import { AppealBody, appealParams, AppealProgress } from './appeal.ts';
import { CommandId, IsoTime } from './ids.ts';
import { Attachment, MessageText } from './message.ts';
import {
  type Contract,
  eventsPage,
  eventsQuery,
  pageOf,
  pageQuery,
  ticketParams,
  write,
} from './operation.ts';
import { Channel, Segment } from './ticket-facts.ts';
import { CustomerEvent, CustomerTicket, Receipt, TicketProgress } from './views.ts';

const Locale = z.string().check(z.regex(/^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/));

export const OpenTicketBody = z.strictObject({
  commandId: CommandId,
  text: MessageText,
  attachments: z.optional(z.array(Attachment).check(z.maxLength(10))),
  channel: z._default(Channel, 'app'),
  locale: z._default(Locale, 'zh-CN'),
});

export const SendMessageBody = z.strictObject({
  ...write,
  text: MessageText,
  attachments: z.optional(z.array(Attachment).check(z.maxLength(10))),
});

export const CustomerCommandBody = z.strictObject(write);

export const SurveyBody = z.strictObject({
  ...write,
  score: z.int().check(z.gte(1), z.lte(5)),
  solved: z.boolean(),
  comment: z.optional(z.string().check(z.maxLength(1000))),
});

export const SessionBody = z.strictObject({
  commandId: CommandId.check(z.minLength(22)),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  /** A token your own back end signed (HS256) to vouch for the customer: `sub`, `exp`, and optionally `name`, `segment`. */
  hostToken: z.optional(z.string().check(z.maxLength(4096))),
});

export const Session = z.strictObject({
  /** Send it as `Authorization: Bearer …`, or as `?token=` when opening the WebSocket. */
  token: z.string(),
  customerId: z.string(),
  segment: Segment,
  name: z.optional(z.string()),
  expiresAt: IsoTime,
});
export type Session = z.infer<typeof Session>;

/** Sessions: how a customer becomes known to the platform. */
export const sessionsApi = {
  createSession: {
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Start a session for an anonymous customer, or for one your app vouches for',
    caller: 'public',
    body: SessionBody,
    response: Session,
    status: 201,
  },
} as const satisfies Contract;

/** Everything a customer can do over HTTPS. */
export const customerApi = {
  openTicket: {
    method: 'POST',
    path: '/v1/tickets',
    summary: 'Open a ticket with a first message; the number comes back at once',
    caller: 'customer',
    body: OpenTicketBody,
    response: Receipt,
    status: 201,
  },
  listMyTickets: {
    method: 'GET',
    path: '/v1/tickets',
    summary: 'The customer’s own tickets, newest first',
    caller: 'customer',
    query: pageQuery,
    response: pageOf(CustomerTicket),
  },
  getMyTicket: {
    method: 'GET',
    path: '/v1/tickets/{ticketId}',
    summary: 'One ticket with its place in the queue and expected wait',
    caller: 'customer',
    params: ticketParams,
    response: CustomerTicket,
  },
  listMyEvents: {
    method: 'GET',
    path: '/v1/tickets/{ticketId}/events',
    summary: 'The conversation after an event number',
    caller: 'customer',
    params: ticketParams,
    query: eventsQuery,
    response: z.strictObject(eventsPage(CustomerEvent)),
  },
  sendMessage: {
    method: 'POST',
    path: '/v1/tickets/{ticketId}/messages',
    summary: 'Write a message',
    caller: 'customer',
    params: ticketParams,
    body: SendMessageBody,
    response: Receipt,
    status: 201,
  },
  askForPerson: {
    method: 'POST',
    path: '/v1/tickets/{ticketId}/person',
    summary: 'Ask for a person; always honoured',
    caller: 'customer',
    params: ticketParams,
    body: CustomerCommandBody,
    response: Receipt,
  },
  resolveMyTicket: {
    method: 'POST',
    path: '/v1/tickets/{ticketId}/resolve',
    summary: 'Say that the matter is settled',
    caller: 'customer',
    params: ticketParams,
    body: CustomerCommandBody,
    response: Receipt,
  },
  answerSurvey: {
    method: 'POST',
    path: '/v1/tickets/{ticketId}/survey',
    summary: 'Rate how it went; a score of 1 or 2, or a matter not solved, brings a senior agent',
    caller: 'customer',
    params: ticketParams,
    body: SurveyBody,
    response: Receipt,
  },
  appeal: {
    method: 'POST',
    path: '/v1/appeals',
    summary: 'Say that a message of yours was refused or held wrongly; a person looks at it',
    caller: 'customer',
    body: AppealBody,
    response: AppealProgress,
    status: 201,
  },
  getMyAppeal: {
    method: 'GET',
    path: '/v1/appeals/{appealId}',
    summary: 'What became of your appeal',
    caller: 'customer',
    params: appealParams,
    response: AppealProgress,
  },
  lookUpTicket: {
    method: 'GET',
    path: '/v1/progress/{number}',
    summary: 'Progress of a ticket by its number, without signing in',
    caller: 'public',
    params: z.strictObject({ number: z.string().check(z.maxLength(40)) }),
    response: TicketProgress,
  },
} as const satisfies Contract;
