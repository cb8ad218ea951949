import * as z from 'zod/mini';
import { DeclineReason, Tier } from './agent.ts';
import { Dialogue } from './dialogue.ts';
import { AgentId, CommandId, CustomerId, EventNumber, IsoTime, QueueId, TicketId } from './ids.ts';
import { Attachment, Citation } from './message.ts';
import { PersonalDataKind, Risk, RiskCategory, WhenDue } from './risk.ts';
import { Route } from './route.ts';
import { Clock, RungAction, Target } from './target.ts';
import { Channel, Priority, Segment } from './ticket-facts.ts';
import { TimerKind } from './timer.ts';
import { IntentGuess, IntentId, Language, Sentiment, Trend } from './understanding.ts';

/** Who did it. */
export const Actor = z.strictObject({
  kind: z.enum(['customer', 'agent', 'bot', 'system']),
  id: z.string(),
  name: z.optional(z.string()),
});
export type Actor = z.infer<typeof Actor>;

/** How a target ended. */
export const TargetOutcome = z.enum(['met', 'breached']);

/** Who can have a message held. */
export const HeldWriter = z.enum(['customer', 'agent']);
export type HeldWriter = z.infer<typeof HeldWriter>;

const bodies = {
  TicketOpened: z.strictObject({
    customerId: CustomerId,
    customerName: z.optional(z.string()),
    segment: Segment,
    channel: Channel,
    locale: z.string(),
    subject: z.string(),
  }),
  /** A part of the conversation; who speaks is the actor. */
  MessageSent: z.strictObject({
    text: z.string(),
    attachments: z.optional(z.array(Attachment)),
    /** What the bot means by it; absent for people. */
    purpose: z.optional(z.enum(['answer', 'question', 'notice'])),
    citations: z.optional(z.array(Citation)),
    /** Where the bot's part of the conversation stands after it. */
    dialogue: z.optional(Dialogue),
    /** What the filter found and let pass; for the desk only. */
    risks: z.optional(z.array(Risk)),
    /** The held message that this is, now that it may be seen. */
    heldNumber: z.optional(EventNumber),
    /** How the promises ended that it answers. */
    targets: z.optional(z.partialRecord(Target, TargetOutcome)),
  }),
  /** Written, but kept back until a reviewer has seen it; only its writer and reviewers see what it says. */
  MessageHeld: z.strictObject({
    text: z.string(),
    attachments: z.optional(z.array(Attachment)),
    risks: z.array(Risk),
    /** When it is released or refused if nobody has reviewed it. */
    dueAt: IsoTime,
    whenDue: WhenDue,
  }),
  MessageReleased: z.strictObject({ heldNumber: EventNumber, writer: HeldWriter, reason: z.string() }),
  MessageRefused: z.strictObject({
    heldNumber: EventNumber,
    writer: HeldWriter,
    categories: z.array(RiskCategory),
    reason: z.string(),
  }),
  NoteAdded: z.strictObject({ text: z.string() }),
  /** Somebody at the desk was shown the personal data of one message: who is the actor. */
  PersonalDataRevealed: z.strictObject({
    revealedNumber: EventNumber,
    kinds: z.array(PersonalDataKind),
    reason: z.string(),
  }),
  TicketClassified: z.strictObject({
    intentId: z.optional(IntentId),
    intents: z.array(IntentGuess),
    priority: Priority,
    /** Which contact about the same matter this is, from the second on. */
    contacts: z.optional(z.int()),
    language: Language,
    queueId: QueueId,
    reasons: z.array(z.string()),
    sentiment: z.optional(Sentiment),
    /** Where the mood goes; told with the sentiment. */
    trend: z.optional(Trend),
    /** What an agent should know, as far as the bot has come. */
    summary: z.optional(z.string()),
    /** The last event that was taken into account. */
    throughNumber: EventNumber,
  }),
  /** A customer who talks to a person feels otherwise than before. */
  MoodChanged: z.strictObject({
    sentiment: Sentiment,
    trend: Trend,
    /** Agent and leads know of it, from this event or an earlier one. */
    warned: z.boolean(),
    /** Why they are to know, when they are told by this very event. */
    warning: z.optional(z.string()),
    /** The message that tells it. */
    throughNumber: EventNumber,
  }),
  TicketQueued: z.strictObject({
    queueId: QueueId,
    reason: z.string(),
    minimumTier: z.optional(Tier),
    summary: z.optional(z.string()),
  }),
  /** Routing says who may have a waiting ticket, and where it stands in its queue. */
  TicketRouted: z.extend(Route, { queueId: QueueId }),
  /** It has waited long enough for more people to be asked. */
  RouteWidened: z.strictObject({ step: z.int().check(z.positive()), reason: z.string() }),
  TicketOffered: z.strictObject({ agentId: AgentId, reason: z.string() }),
  OfferPassed: z.strictObject({
    agentId: AgentId,
    /** `left`: the agent is away, or the shift is over. */
    reason: z.enum(['declined', 'expired', 'left']),
    /** Why they declined. */
    because: z.optional(DeclineReason),
  }),
  TicketAccepted: z.strictObject({
    agentId: AgentId,
    waitedSeconds: z.number(),
    /** Whose offer it was, when somebody else took it: their seat is free now. */
    fromAgentId: z.optional(AgentId),
    reached: z.optional(TargetOutcome),
  }),
  TicketTransferred: z.strictObject({
    fromAgentId: z.optional(AgentId),
    toQueueId: QueueId,
    reason: z.string(),
  }),
  TicketEscalated: z.strictObject({
    level: z.int(),
    rung: RungAction,
    reason: z.string(),
    /** Which rung of the ladder it is; absent when it was not climbed to. */
    step: z.optional(z.int()),
  }),
  /** `agentId`: whose promise it is, when an agent made it by hand. */
  TargetWarned: z.strictObject({ target: Target, dueAt: IsoTime, agentId: z.optional(AgentId) }),
  TargetBreached: z.strictObject({ target: Target, dueAt: IsoTime, agentId: z.optional(AgentId) }),
  /** An agent has told the customer by when they hear again; who it is owes it. */
  PromiseMade: z.strictObject({ dueAt: IsoTime, agentId: AgentId }),
  /** What was promised was reckoned anew by the settings in force, because a lead asked for it. */
  DeadlinesRenewed: z.strictObject({ reason: z.string(), version: z.int() }),
  TicketPended: z.strictObject({
    reason: z.optional(z.string()),
    /** Whose seat is free now. */
    agentId: z.optional(AgentId),
  }),
  TicketResumed: z.strictObject({}),
  TicketResolved: z.strictObject({
    resolutionCount: z.int().check(z.positive()),
    reason: z.string(),
    resolution: z.optional(TargetOutcome),
    /** Whose seat is free now. */
    agentId: z.optional(AgentId),
  }),
  TicketReopened: z.strictObject({ reason: z.string() }),
  SurveyOffered: z.strictObject({ resolutionCount: z.int(), reason: z.string() }),
  SurveySkipped: z.strictObject({ resolutionCount: z.int(), reason: z.string() }),
  SurveyAnswered: z.strictObject({
    resolutionCount: z.int(),
    score: z.int().check(z.gte(1), z.lte(5)),
    solved: z.boolean(),
    comment: z.optional(z.string()),
  }),
  TicketClosed: z.strictObject({ reason: z.string() }),
};

export const EventType = z.enum(Object.keys(bodies) as [EventType, ...EventType[]]);
export type EventType = keyof typeof bodies;

/** A customer's turn with people: the words that a person owes an answer to. */
export const Turn = z.strictObject({
  /** The first message that was not answered: with the ticket, the turn's name. */
  startedAt: IsoTime,
  step: z.enum(['begun', 'answered', 'ended']),
  /** Who answered; else who had the ticket. */
  agentId: z.optional(AgentId),
});
export type Turn = z.infer<typeof Turn>;

const envelope = {
  ticketId: TicketId,
  number: EventNumber,
  occurredAt: IsoTime,
  actor: Actor,
  /** The write that made it: its id, and a digest of what it said so that a changed repeat is refused. */
  command: z.optional(z.strictObject({ id: CommandId, digest: z.string() })),
  /** Timers this event arms (a time) or disarms (null). */
  timers: z.optional(z.partialRecord(TimerKind, z.nullable(IsoTime))),
  /** Promises this event makes, stops (`left`) or ends (null), as they were reckoned. */
  clocks: z.optional(z.partialRecord(Target, z.nullable(Clock))),
  /** The customer's turn that this event begins, answers, or ends without an answer. */
  turn: z.optional(Turn),
  /** SHA-256 over the previous event's hash and this event: the tamper-evident chain. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
};

const event = <T extends EventType>(type: T, body: (typeof bodies)[T]) =>
  z.strictObject({ ...envelope, type: z.literal(type), body });

/** Everything that can happen to a ticket, told so completely that a listener needs nothing else. */
export const TicketEvent = z.discriminatedUnion('type', [
  event('TicketOpened', bodies.TicketOpened),
  event('MessageSent', bodies.MessageSent),
  event('MessageHeld', bodies.MessageHeld),
  event('MessageReleased', bodies.MessageReleased),
  event('MessageRefused', bodies.MessageRefused),
  event('NoteAdded', bodies.NoteAdded),
  event('PersonalDataRevealed', bodies.PersonalDataRevealed),
  event('TicketClassified', bodies.TicketClassified),
  event('MoodChanged', bodies.MoodChanged),
  event('TicketQueued', bodies.TicketQueued),
  event('TicketRouted', bodies.TicketRouted),
  event('RouteWidened', bodies.RouteWidened),
  event('TicketOffered', bodies.TicketOffered),
  event('OfferPassed', bodies.OfferPassed),
  event('TicketAccepted', bodies.TicketAccepted),
  event('TicketTransferred', bodies.TicketTransferred),
  event('TicketEscalated', bodies.TicketEscalated),
  event('TargetWarned', bodies.TargetWarned),
  event('TargetBreached', bodies.TargetBreached),
  event('PromiseMade', bodies.PromiseMade),
  event('DeadlinesRenewed', bodies.DeadlinesRenewed),
  event('TicketPended', bodies.TicketPended),
  event('TicketResumed', bodies.TicketResumed),
  event('TicketResolved', bodies.TicketResolved),
  event('TicketReopened', bodies.TicketReopened),
  event('SurveyOffered', bodies.SurveyOffered),
  event('SurveySkipped', bodies.SurveySkipped),
  event('SurveyAnswered', bodies.SurveyAnswered),
  event('TicketClosed', bodies.TicketClosed),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;

export type EventBody<T extends EventType> = z.infer<(typeof bodies)[T]>;
export type EventOf<T extends EventType> = Extract<TicketEvent, { type: T }>;

/** What customers see of a history; `writer`: only when it is about a message of their own; the rest is for the desk. */
export const seenBy: Record<EventType, 'everyone' | 'writer' | 'desk'> = {
  TicketOpened: 'everyone',
  MessageSent: 'everyone',
  MessageHeld: 'writer',
  MessageReleased: 'writer',
  MessageRefused: 'writer',
  NoteAdded: 'desk',
  PersonalDataRevealed: 'desk',
  TicketClassified: 'desk',
  MoodChanged: 'desk',
  TicketQueued: 'everyone',
  TicketRouted: 'desk',
  RouteWidened: 'desk',
  TicketOffered: 'desk',
  OfferPassed: 'desk',
  TicketAccepted: 'everyone',
  TicketTransferred: 'everyone',
  TicketEscalated: 'everyone',
  TargetWarned: 'desk',
  TargetBreached: 'desk',
  PromiseMade: 'everyone',
  DeadlinesRenewed: 'desk',
  TicketPended: 'everyone',
  TicketResumed: 'everyone',
  TicketResolved: 'everyone',
  TicketReopened: 'everyone',
  SurveyOffered: 'everyone',
  SurveySkipped: 'desk',
  SurveyAnswered: 'everyone',
  TicketClosed: 'everyone',
};
