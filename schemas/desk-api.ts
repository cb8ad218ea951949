import * as z from 'zod/mini';
import { Agent, AgentProfile, Availability, DeclineReason, type Role, Tier } from './agent.ts';
import { TicketEvent } from './events.ts';
import { Deadline } from './deadline.ts';
import { AgentId, Epoch, EventNumber, IsoTime, QueueId } from './ids.ts';
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
import { Day, ReplyRate } from './reply-rate.ts';
import { Ticket } from './ticket.ts';
import { IntentId } from './understanding.ts';
import { QueueOverview } from './views.ts';

const agents: readonly Role[] = ['agent', 'lead', 'supervisor', 'admin'];
const leadership: readonly Role[] = ['lead', 'supervisor', 'admin'];

const Reason = z.string().check(z.regex(/\S/, 'must not be empty'), z.maxLength(300));

/** Answer to a desk write: the events it made. A repeated write gets the same answer. */
export const DeskReceipt = z.strictObject({
  ticketId: Ticket.shape.ticketId,
  number: EventNumber,
  events: z.array(TicketEvent),
  /** Which past `number` is of; where a write takes a cursor. */
  epoch: z.optional(Epoch),
});
export type DeskReceipt = z.infer<typeof DeskReceipt>;

/** A ticket as the desk sees it. `number` is its last event. */
export const DeskTicket = z.extend(Ticket, {
  number: EventNumber,
  /** Urgency, mood, money, segment, repeats and waiting in one number; `route.parts` says what it is made of. */
  priorityNumber: z.optional(z.int()),
});
export type DeskTicket = z.infer<typeof DeskTicket>;

/** A ticket in its queue. */
export const WaitingTicket = z.extend(Ticket, { priorityNumber: DeskTicket.shape.priorityNumber });

/** Whether an agent may be offered a ticket now. */
export const Candidate = z.strictObject({
  agentId: AgentId,
  name: z.string(),
  tier: Tier,
  team: z.optional(z.string()),
  /** Free seats. */
  free: z.int(),
  /** Routing would rather have this agent than others. */
  preferred: z.boolean(),
  /** What keeps them from it; empty when they may have it. */
  because: z.array(z.string()),
});
export type Candidate = z.infer<typeof Candidate>;

const action = <B extends z.ZodMiniType>(name: string, summary: string, body: B) =>
  ({
    method: 'POST',
    path: `/v1/desk/tickets/{ticketId}/${name}`,
    summary,
    caller: 'desk',
    roles: agents,
    params: ticketParams,
    body,
    response: DeskReceipt,
  }) as const;

const command = z.strictObject(write);
const reasoned = z.strictObject({ ...write, reason: Reason });

/** Everything the desk can do with tickets and seats. */
export const deskApi = {
  getMe: {
    method: 'GET',
    path: '/v1/desk/me',
    summary: 'The signed-in agent with seats and readiness',
    caller: 'desk',
    roles: agents,
    response: Agent,
  },
  setPresence: {
    method: 'POST',
    path: '/v1/desk/presence',
    summary: 'Say that you are ready (or not) and renew the lease; send it every 30 s',
    caller: 'desk',
    roles: agents,
    body: z.strictObject({
      availability: Availability,
      /** When the shift ends; null for open; absent: as it was. */
      until: z.optional(z.nullable(IsoTime)),
    }),
    response: Agent,
  },
  listQueues: {
    method: 'GET',
    path: '/v1/desk/queues',
    summary: 'How many wait in each queue, and since when',
    caller: 'desk',
    roles: agents,
    response: z.strictObject({ rows: z.array(QueueOverview) }),
  },
  getReplyRate: {
    method: 'GET',
    path: '/v1/desk/reply-rate',
    summary: 'The 3-minute reply rate of a day, by team, and the turns that can still be answered in time',
    caller: 'desk',
    roles: leadership,
    query: z.strictObject({ day: z.optional(Day) }),
    response: ReplyRate,
  },
  listQueue: {
    method: 'GET',
    path: '/v1/desk/queues/{queueId}/tickets',
    summary: 'Tickets waiting in a queue, the next one first',
    caller: 'desk',
    roles: agents,
    params: z.strictObject({ queueId: QueueId }),
    query: pageQuery,
    response: pageOf(WaitingTicket),
  },
  listTickets: {
    method: 'GET',
    path: '/v1/desk/tickets',
    summary: 'Tickets offered to you or in your hands',
    caller: 'desk',
    roles: agents,
    query: pageQuery,
    response: pageOf(Ticket),
  },
  getTicket: {
    method: 'GET',
    path: '/v1/desk/tickets/{ticketId}',
    summary: 'One ticket',
    caller: 'desk',
    roles: agents,
    params: ticketParams,
    response: DeskTicket,
  },
  listEvents: {
    method: 'GET',
    path: '/v1/desk/tickets/{ticketId}/events',
    summary: 'The ticket’s whole history: number, time, actor, reason',
    caller: 'desk',
    roles: agents,
    params: ticketParams,
    query: eventsQuery,
    response: z.strictObject(eventsPage(TicketEvent)),
  },
  listCandidates: {
    method: 'GET',
    path: '/v1/desk/tickets/{ticketId}/candidates',
    summary: 'Who may be offered the ticket now, and what keeps the others from it',
    caller: 'desk',
    roles: agents,
    params: ticketParams,
    response: z.strictObject({ rows: z.array(Candidate) }),
  },
  acceptTicket: action('accept', 'Take the ticket offered to you, or one from a queue', command),
  declineTicket: action(
    'decline',
    'Let the offer pass to somebody else, and say why',
    z.strictObject({ ...write, because: z.optional(DeclineReason) }),
  ),
  replyToCustomer: action(
    'messages',
    'Answer the customer',
    z.strictObject({
      ...write,
      text: MessageText,
      attachments: z.optional(z.array(Attachment).check(z.maxLength(10))),
    }),
  ),
  promiseToCustomer: action(
    'promises',
    'Tell the customer by when they hear again; the next answer keeps it, and you are reminded before',
    z.strictObject({ ...write, text: MessageText, dueAt: IsoTime }),
  ),
  explainDeadlines: {
    method: 'GET',
    path: '/v1/desk/tickets/{ticketId}/deadlines',
    summary: 'Why each promise is due when it is: policy, calendar, start, pauses, and a sentence',
    caller: 'desk',
    roles: agents,
    params: ticketParams,
    response: z.strictObject({ rows: z.array(Deadline) }),
  },
  renewDeadlines: {
    method: 'POST',
    path: '/v1/desk/tickets/{ticketId}/deadlines',
    summary:
      'Reckon what was promised anew by the settings in force; otherwise a change of settings leaves it as it is',
    caller: 'desk',
    roles: leadership,
    params: ticketParams,
    body: reasoned,
    response: DeskReceipt,
  },
  addNote: action('notes', 'Leave a note for colleagues', z.strictObject({ ...write, text: MessageText })),
  correctIntent: action(
    'intent',
    'Correct what the machine understood',
    z.strictObject({ ...write, intentId: IntentId }),
  ),
  transferTicket: action(
    'transfer',
    'Give the ticket to another queue',
    z.strictObject({ ...write, queueId: QueueId, reason: Reason }),
  ),
  escalateTicket: action('escalate', 'Ask for help: the next rung of the ladder', reasoned),
  waitForCustomer: action(
    'pending',
    'Wait for the customer; the clock stands and the seat is free',
    z.strictObject({ ...write, reason: z.optional(Reason) }),
  ),
  resolveTicket: action('resolve', 'Settle the matter', reasoned),
  reopenTicket: action('reopen', 'Open a resolved ticket again', reasoned),
  listAgents: {
    method: 'GET',
    path: '/v1/desk/agents',
    summary: 'All agents with seats and readiness',
    caller: 'desk',
    roles: leadership,
    query: pageQuery,
    response: pageOf(Agent),
  },
  putAgent: {
    method: 'PUT',
    path: '/v1/desk/agents/{agentId}',
    summary: 'Set what an agent can treat',
    caller: 'desk',
    roles: leadership,
    params: z.strictObject({ agentId: AgentId }),
    body: AgentProfile,
    response: Agent,
  },
} as const satisfies Contract;
