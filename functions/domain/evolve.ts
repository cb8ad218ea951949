import type { EventOf, EventType, TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';

type Fold<T extends EventType> = (ticket: Ticket, event: EventOf<T>) => Partial<Ticket> | undefined;

/**
 * The ticket after one more event of its history. Returns the very same object when the event changes nothing,
 * which is what lets a plain message be stored as a single put.
 */
export function evolve(ticket: Ticket | undefined, event: TicketEvent): Ticket {
  const opened = ticket ?? openedBy(event);
  const changes = foldOf(opened, event);
  const timers = after(opened.timers, event.timers) ?? {};
  const clocks = after(opened.clocks, event.clocks);
  if (ticket && !changes && timers === ticket.timers && clocks === ticket.clocks) return ticket;
  // One copy, then assignments: half the time of spreading it all, for every event of every ticket.
  const next: Ticket = Object.assign({ ...opened }, changes, { timers });
  if (clocks !== opened.clocks) next.clocks = clocks;
  next.version = event.number;
  next.updatedAt = event.occurredAt;
  return next;
}

/** The state a whole history leads to. */
export function replay(events: readonly TicketEvent[]): Ticket | undefined {
  return events.reduce<Ticket | undefined>(evolve, undefined);
}

function openedBy(event: TicketEvent): Ticket {
  if (event.type !== 'TicketOpened') throw new Error('a history starts with TicketOpened');
  return {
    ...event.body,
    ticketId: event.ticketId,
    version: event.number,
    status: 'new',
    holder: { kind: 'bot' },
    queueId: 'support',
    priority: 'normal',
    language: 'und',
    escalationLevel: 0,
    passedBy: [],
    botHandledNumber: 0,
    botAsked: 0,
    timers: {},
    resolutionCount: 0,
    answered: false,
    createdAt: event.occurredAt,
    updatedAt: event.occurredAt,
  };
}

/** What is set after an event: null takes away. The very same object when the event sets nothing. */
function after<T>(
  set: Partial<Record<string, T>> | undefined,
  changes: Partial<Record<string, T | null>> | undefined,
): Partial<Record<string, T>> | undefined {
  if (!changes) return set;
  const result: Partial<Record<string, T>> = {};
  for (const key in set) keep(result, key, key in changes ? changes[key] : set[key]);
  for (const key in changes) keep(result, key, changes[key]);
  return result;
}

function keep<T>(result: Partial<Record<string, T>>, key: string, value: T | null | undefined): void {
  if (value !== null && value !== undefined) result[key] = value;
}

const folds: { [T in EventType]: Fold<T> } = {
  TicketOpened: () => ({}),
  MessageSent: (ticket, { actor, occurredAt, body }) => {
    if (actor.kind === 'customer') {
      const named = ticket.subject === '' ? { subject: subjectOf(body.text) } : undefined;
      return ticket.unansweredSince ? named : { ...named, unansweredSince: occurredAt };
    }
    if (actor.kind === 'agent') {
      const settled = ticket.answered && !ticket.unansweredSince && ticket.firstRepliedAt;
      return settled
        ? undefined
        : {
            answered: true,
            unansweredSince: undefined,
            firstRepliedAt: ticket.firstRepliedAt ?? occurredAt,
          };
    }
    if (body.purpose === 'answer') {
      const botAsked = body.dialogue?.failures ?? 0;
      return { answered: true, status: 'open', botAsked, unansweredSince: undefined };
    }
    // It is the customer's turn now: the time they take is not ours to answer for.
    return body.purpose === 'question'
      ? {
          status: 'open',
          botAsked: body.dialogue?.failures ?? ticket.botAsked + 1,
          unansweredSince: undefined,
        }
      : undefined;
  },
  MessageHeld: (ticket, { number, actor, body: { dueAt, whenDue } }) => ({
    held: [
      ...(ticket.held ?? []),
      { number, writer: actor.kind === 'agent' ? 'agent' : 'customer', dueAt, whenDue },
    ],
  }),
  MessageReleased: (ticket, { body }) => withoutHeld(ticket, body.heldNumber),
  MessageRefused: (ticket, { body }) => withoutHeld(ticket, body.heldNumber),
  NoteAdded: () => undefined,
  PersonalDataRevealed: () => undefined,
  TicketClassified: (ticket, { actor, body }) => ({
    intentId: body.intentId ?? ticket.intentId,
    priority: body.priority,
    contacts: body.contacts ?? ticket.contacts,
    language: body.language,
    ...placed(ticket, body.queueId),
    pinned: actor.kind === 'agent' ? undefined : ticket.pinned,
    mood: body.sentiment
      ? { sentiment: body.sentiment, trend: body.trend ?? 'steady', warned: false }
      : ticket.mood,
    summary: body.summary ?? ticket.summary,
    botHandledNumber: Math.max(ticket.botHandledNumber, body.throughNumber),
  }),
  MoodChanged: (ticket, { body: { sentiment, trend, warned, throughNumber } }) => ({
    mood: { sentiment, trend, warned },
    botHandledNumber: Math.max(ticket.botHandledNumber, throughNumber),
  }),
  TicketQueued: (ticket, { body, occurredAt }) => ({
    status: 'open',
    holder: { kind: 'queue', since: ticket.unansweredSince ?? occurredAt },
    ...placed(ticket, body.queueId),
    route: undefined,
    minimumTier: body.minimumTier ?? ticket.minimumTier,
    summary: body.summary ?? ticket.summary,
  }),
  TicketRouted: (ticket, { body: { queueId, ...route } }) => ({
    queueId,
    homeQueueId: ticket.homeQueueId ?? (queueId === ticket.queueId ? undefined : ticket.queueId),
    route,
  }),
  RouteWidened: ({ route }, { body }) => ({ route: route && { ...route, step: body.step } }),
  TicketOffered: (ticket, { body }) => ({
    holder: {
      kind: 'offer',
      agentId: body.agentId,
      since: ticket.holder.kind === 'queue' ? ticket.holder.since : ticket.updatedAt,
    },
  }),
  OfferPassed: (ticket, { body }) => ({
    holder: { kind: 'queue', since: ticket.holder.kind === 'offer' ? ticket.holder.since : ticket.updatedAt },
    passedBy: [...ticket.passedBy, body.agentId],
  }),
  TicketAccepted: (ticket, { body, occurredAt }) => ({
    status: 'open',
    holder: { kind: 'agent', agentId: body.agentId },
    ownerId: ticket.ownerId ?? body.agentId,
    lastAgentId: body.agentId,
    reachedAt: ticket.reachedAt ?? occurredAt,
    escalationLevel: 0,
    rungs: undefined,
    passedBy: [],
  }),
  TicketTransferred: (ticket, { actor, body }) => ({
    passedBy: body.fromAgentId ? [body.fromAgentId] : [],
    pinned: actor.kind === 'agent' || ticket.pinned,
    minimumTier: undefined,
  }),
  TicketEscalated: (ticket, { body }) => ({
    escalationLevel: body.level,
    rungs: body.step ?? ticket.rungs,
    passedBy: [],
  }),
  TargetWarned: () => ({}),
  TargetBreached: (ticket, { body }) => ({ breached: [...(ticket.breached ?? []), body.target] }),
  PromiseMade: () => ({}),
  DeadlinesRenewed: () => ({}),
  TicketPended: () => ({
    status: 'pending',
    unansweredSince: undefined,
  }),
  TicketResumed: () => ({ status: 'open' }),
  TicketResolved: (_ticket, { body }) => ({
    status: 'resolved',
    holder: { kind: 'nobody' },
    resolutionCount: body.resolutionCount,
    survey: undefined,
    unansweredSince: undefined,
    escalationLevel: 0,
    rungs: undefined,
  }),
  TicketReopened: () => ({
    status: 'open',
    holder: { kind: 'bot' },
    survey: undefined,
    answered: false,
    breached: undefined,
    reachedAt: undefined,
    firstRepliedAt: undefined,
    botAsked: 0,
    passedBy: [],
    pinned: undefined,
  }),
  SurveyOffered: () => ({ survey: 'offered' }),
  SurveySkipped: () => ({ survey: 'skipped' }),
  SurveyAnswered: () => ({ survey: 'answered' }),
  TicketClosed: () => ({ status: 'closed', holder: { kind: 'nobody' } }),
};

/** The first message, shortened, for lists. */
export function subjectOf(text: string): string {
  return Array.from(text.trim()).slice(0, 80).join('');
}

/** A decision names the queue; one that names where routing has put it leaves it there. */
function placed(ticket: Ticket, queueId: Ticket['queueId']): Pick<Ticket, 'queueId' | 'homeQueueId'> {
  return { queueId, homeQueueId: queueId === ticket.queueId ? ticket.homeQueueId : undefined };
}

function withoutHeld({ held = [] }: Ticket, number: number): Partial<Ticket> {
  const others = held.filter((it) => it.number !== number);
  return { held: others.length > 0 ? others : undefined };
}

/** TypeScript cannot tie a union's member to its row of the table; the table's type has already checked each row. */
function foldOf<T extends EventType>(ticket: Ticket, event: EventOf<T>): Partial<Ticket> | undefined {
  const fold: Fold<T> = folds[event.type];
  return fold(ticket, event);
}
