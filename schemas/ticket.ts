import * as z from 'zod/mini';
import { Tier } from './agent.ts';
import { AgentId, CustomerId, EventNumber, IsoTime, QueueId, TicketId } from './ids.ts';
import { WhenDue } from './risk.ts';
import { Route } from './route.ts';
import { Clock, Target } from './target.ts';
import { Channel, Priority, Segment } from './ticket-facts.ts';
import { TimerKind } from './timer.ts';
import { IntentId, Language, Sentiment, Trend } from './understanding.ts';

export const TicketStatus = z.enum(['new', 'open', 'pending', 'resolved', 'closed']);
export type TicketStatus = z.infer<typeof TicketStatus>;

/** Who has the ticket in hand. */
export const Holder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bot') }),
  z.strictObject({ kind: z.literal('queue'), since: IsoTime }),
  z.strictObject({ kind: z.literal('offer'), since: IsoTime, agentId: AgentId }),
  z.strictObject({ kind: z.literal('agent'), agentId: AgentId }),
  z.strictObject({ kind: z.literal('nobody') }),
]);
export type Holder = z.infer<typeof Holder>;

/** A message that waits for a reviewer: the event that holds it, and what happens when nobody comes. */
export const HeldMessage = z.strictObject({
  number: EventNumber,
  writer: z.enum(['customer', 'agent']),
  dueAt: IsoTime,
  whenDue: WhenDue,
});
export type HeldMessage = z.infer<typeof HeldMessage>;

export const SurveyStatus = z.enum(['offered', 'answered', 'skipped']);
export type SurveyStatus = z.infer<typeof SurveyStatus>;

/** The state a ticket's history leads to; `evolve` computes it, nothing else writes it. */
export const Ticket = z.strictObject({
  ticketId: TicketId,
  /** Number of the last event that changed this state; plain messages after it change nothing here. */
  version: EventNumber,
  customerId: CustomerId,
  customerName: z.optional(z.string()),
  segment: Segment,
  channel: Channel,
  locale: z.string(),
  /** The first message, shortened, for lists; empty while that message is held. */
  subject: z.string(),
  status: TicketStatus,
  holder: Holder,
  queueId: QueueId,
  /** The queue it came from, where routing has moved it. */
  homeQueueId: z.optional(QueueId),
  /** An agent has chosen the queue: routing does not move it. */
  pinned: z.optional(z.boolean()),
  /** Who may have it, and why it stands where it stands; while it waits and afterwards, until it waits anew. */
  route: z.optional(Route),
  priority: Priority,
  language: Language,
  intentId: z.optional(IntentId),
  /** Which contact about the same matter this is, from the second on. */
  contacts: z.optional(z.int()),
  /** How far it has climbed: 0 nowhere, 1 reassigned, 2 to senior people, 3 to the lead, 4 to the standby pool. */
  escalationLevel: z.int().check(z.nonnegative()),
  /** Rungs of its ladder that are behind it. */
  rungs: z.optional(z.int()),
  /** Set when only agents of this tier or above may take it. */
  minimumTier: z.optional(Tier),
  /** First agent who accepted it: answerable until it is closed. */
  ownerId: z.optional(AgentId),
  /** Last agent who accepted it: the one a returning customer knows. */
  lastAgentId: z.optional(AgentId),
  /** Agents who let an offer pass since the last rung, as often as they did: others go first, and nobody is asked for ever. */
  passedBy: z.array(AgentId),
  /** How the customer feels; `warned` from when agent and leads were told until the customer has calmed down. */
  mood: z.optional(z.strictObject({ sentiment: Sentiment, trend: Trend, warned: z.boolean() })),
  /** What the agent should know at hand-over. */
  summary: z.optional(z.string()),
  /** Events up to this number the bot has dealt with. */
  botHandledNumber: z.int().check(z.nonnegative()),
  /** Times in a row the bot had to ask back. */
  botAsked: z.int().check(z.nonnegative()),
  /** Oldest customer message nobody has answered. */
  unansweredSince: z.optional(IsoTime),
  /** When a person first took it, since the last opening or reopening. */
  reachedAt: z.optional(IsoTime),
  /** When a person first wrote, since then. */
  firstRepliedAt: z.optional(IsoTime),
  /** Promises that run or stand, as they were made. */
  clocks: z.optional(z.partialRecord(Target, Clock)),
  /** Targets missed since the last opening or reopening. */
  breached: z.optional(z.array(Target)),
  /** Messages that wait for a reviewer, oldest first. */
  held: z.optional(z.array(HeldMessage)),
  /** Armed timers. A fired or settled one is gone. */
  timers: z.partialRecord(TimerKind, IsoTime),
  /** Which resolution this is; each has at most one survey. */
  resolutionCount: z.int().check(z.nonnegative()),
  /** Whether anybody answered since the last opening or reopening. */
  answered: z.boolean(),
  survey: z.optional(SurveyStatus),
  createdAt: IsoTime,
  updatedAt: IsoTime,
});
export type Ticket = z.infer<typeof Ticket>;
