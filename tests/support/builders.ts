import { createHash } from 'node:crypto';
import { Agent } from '../../schemas/agent.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { Route, RouteStep } from '../../schemas/route.ts';
import { type ShippedSeconds, SlaSettings } from '../../schemas/sla.ts';
import { Ticket } from '../../schemas/ticket.ts';
import { Timer, type TimerKind } from '../../schemas/timer.ts';
import { Understanding } from '../../schemas/understanding.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { offerTicket } from '../../functions/domain/assignment.ts';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import {
  askForPerson,
  type Command,
  openTicket,
  type OpenTicket,
} from '../../functions/domain/conversation.ts';
import {
  acceptTicket,
  replyToCustomer,
  resolveByAgent,
  waitForCustomer,
} from '../../functions/domain/desk.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import type { Promises, Situation } from '../../functions/domain/sla.ts';
import { offerSurvey } from '../../functions/domain/survey.ts';
import type { Caller } from '../../functions/domain/ticket.ts';

const START = Date.parse('2026-11-21T12:00:00.000Z');
export const TICKET_ID = 'KF-0123-4567-89AB';

/** The time this many seconds after the tests begin. */
export function at(seconds: number): Date {
  return new Date(START + seconds * 1000);
}

/** The same, as data. */
export function isoAt(seconds: number): string {
  return at(seconds).toISOString();
}

/** The promises that ship, but for these. */
export function someSeconds(overrides: Partial<ShippedSeconds> = {}): ShippedSeconds {
  return { ...defaultPolicy, ...overrides };
}

/** The settings that ship with those seconds, but for these parts. */
export function someSla(overrides: Partial<SlaSettings> = {}): SlaSettings {
  return SlaSettings.parse({ ...shippedSla(someSeconds()), ...overrides });
}

/** The same promises as functions have them in force. */
export function aPolicy(overrides: Partial<ShippedSeconds> = {}): Promises {
  return { ...shippedSla(someSeconds(overrides)), version: 0 };
}

/** A moment under the usual policy. */
export function when(seconds: number, policy = aPolicy()): Situation {
  return { now: at(seconds), policy };
}

/** A write; the same words make the same write. */
export function aCommand(words = 'hello'): Command {
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 32);
  return { id: `command-${digest.slice(0, 8)}`, digest };
}

/** A basic agent called Mei, who is at work. */
export function aCaller(overrides: Partial<Caller> = {}): Caller {
  return { agentId: 'mei', name: 'Mei', roles: ['agent'], ...overrides };
}

/** Somebody who may act on any ticket. */
export function aLead(overrides: Partial<Caller> = {}): Caller {
  return aCaller({ agentId: 'lin', name: 'Lin', roles: ['agent', 'lead'], ...overrides });
}

/** Somebody's write at the desk, Mei's unless told. */
export function by(caller = aCaller(), command = aCommand(`by ${caller.agentId}`)) {
  return { caller, command };
}

/** A basic agent with every seat free, reachable for the next hour. */
export function anAgent(overrides: Partial<Agent> = {}): Agent {
  return Agent.parse({
    agentId: 'mei',
    name: 'Mei',
    queues: ['support'],
    languages: ['zh'],
    tier: 'basic',
    pool: 'regular',
    capacity: 3,
    availability: 'available',
    leaseUntil: isoAt(3600),
    seats: [],
    idleSince: isoAt(-60),
    ...overrides,
  });
}

/** A step that asks for anybody of the queue who speaks the language. */
export function aStep(overrides: Partial<RouteStep> = {}): RouteStep {
  return RouteStep.parse({ afterSeconds: 0, skills: ['queue', 'language'], ...overrides });
}

/** A route from second 0 on, of one step. */
export function aRoute(overrides: Partial<Route> = {}): Route {
  return Route.parse({
    ruleId: 'everybody',
    version: 0,
    steps: [aStep()],
    step: 0,
    startedAt: isoAt(0),
    points: 0,
    ageing: 1,
    handlingSeconds: 360,
    parts: [],
    ...overrides,
  });
}

/** A ticket as the bot has it after the first message. */
export function aTicket(overrides: Partial<Ticket> = {}): Ticket {
  return Ticket.parse({
    ticketId: TICKET_ID,
    version: 1,
    customerId: 'customer-1',
    segment: 'ordinary',
    channel: 'app',
    locale: 'zh-CN',
    subject: '退款还没有到账',
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
    createdAt: isoAt(0),
    updatedAt: isoAt(0),
    ...overrides,
  });
}

/** An event of a history; only its envelope matters unless told. */
export function anEvent(overrides: Partial<TicketEvent> = {}): TicketEvent {
  return TicketEvent.parse({
    ticketId: TICKET_ID,
    number: 1,
    occurredAt: isoAt(0),
    actor: { kind: 'customer', id: 'customer-1' },
    hash: 'a'.repeat(64),
    type: 'MessageSent',
    body: { text: '退款还没有到账' },
    ...overrides,
  });
}

/** A ticket in any state, with nothing of its history read along. */
export function aHistory(overrides: Partial<Ticket> = {}): History {
  const ticket = aTicket(overrides);
  return { ticket, number: ticket.version, hash: 'a'.repeat(64), events: [] };
}

/** A timer of the ticket. */
export function aTimer(kind: TimerKind, dueSeconds: number): Timer {
  return Timer.parse({ ticketId: TICKET_ID, kind, dueAt: isoAt(dueSeconds) });
}

/** What the machine made of unclear words; nothing urgent. */
export function anUnderstanding(overrides: Partial<Understanding> = {}): Understanding {
  return Understanding.parse({
    language: 'zh',
    intents: [],
    abstained: true,
    priority: 'normal',
    urgency: { urgent: false, reasons: [] },
    sentiment: 'neutral',
    wantsHuman: false,
    risks: [],
    normalized: '退款还没有到账',
    ...overrides,
  });
}

/** The history once a change is saved. */
export function saved(events: readonly TicketEvent[], change: TicketChange): History {
  const { ticket, behind = 0 } = change;
  const { number, hash } = change.events.at(-1) ?? change.events[0];
  return { ticket, number, hash, events: [...events, ...change.events], behind };
}

/** A history made by real decisions, one after the other. */
export function aHistoryOf(
  opened: TicketChange,
  ...decisions: ((history: History) => TicketChange | undefined)[]
): History {
  let history = saved([], opened);
  for (const decide of decisions) {
    const change = decide(history);
    if (change) history = saved(history.events, change);
  }
  return history;
}

/** The first message of a ticket, at second 0. */
export function anOpening(overrides: Partial<OpenTicket> = {}): TicketChange {
  return openTicket(
    {
      ticketId: TICKET_ID,
      customer: { customerId: 'customer-1', name: '小王', segment: 'ordinary' },
      channel: 'app',
      locale: 'zh-CN',
      text: '退款还没有到账',
      command: aCommand('open'),
      ...overrides,
    },
    when(0),
  );
}

const toPerson = (history: History) => askForPerson(history, aCommand('person'), when(10));
const toMei = (history: History) => offerTicket(history, anAgent(), when(20));
const taken = (history: History) => acceptTicket(history, by(), when(25));
const replied = (history: History) => replyToCustomer(history, { ...by(), text: '马上为您查' }, when(30));
const settled = (history: History) => resolveByAgent(history, { ...by(), reason: '已退款' }, when(60));

/** Histories that stand where a test begins, each reached by real decisions. */
export const histories = {
  /** Opened at 0, with the bot. */
  withBot: () => aHistoryOf(anOpening()),
  /** In the queue since 10, asked for at 0. */
  inQueue: () => aHistoryOf(anOpening(), toPerson),
  /** Offered to Mei at 20. */
  offered: () => aHistoryOf(anOpening(), toPerson, toMei),
  /** Accepted by Mei at 25, not answered yet. */
  accepted: () => aHistoryOf(anOpening(), toPerson, toMei, taken),
  /** Answered by Mei at 30. */
  answered: () => aHistoryOf(anOpening(), toPerson, toMei, taken, replied),
  /** Waiting for the customer since 40. */
  pending: () =>
    aHistoryOf(anOpening(), toPerson, toMei, taken, replied, (history) =>
      waitForCustomer(history, { ...by(), reason: '等订单号' }, when(40)),
    ),
  /** Settled by Mei at 60. */
  resolved: () => aHistoryOf(anOpening(), toPerson, toMei, taken, replied, settled),
  /** Settled at 60, survey offered at 61. */
  surveyed: () =>
    aHistoryOf(anOpening(), toPerson, toMei, taken, replied, settled, (history) =>
      offerSurvey(history, 1, when(61)),
    ),
};
