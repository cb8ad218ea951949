import type { Actor, TicketEvent } from '../../schemas/events.ts';
import type { Attachment } from '../../schemas/message.ts';
import type { Risk } from '../../schemas/risk.ts';
import type { Channel, Segment } from '../../schemas/ticket-facts.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { subjectOf } from './evolve.ts';
import { queueDrafts } from './handover.ts';
import { holdDrafts } from './hold.ts';
import { requireSendable, type Screening } from './risk/screening.ts';
import { after, type Arming, disarmAll, runOn, type Situation, startTarget, together } from './sla.ts';
import { requireAllowed } from './ticket.ts';

/** The write behind a change: its id, and a digest of its content. */
export type Command = NonNullable<TicketEvent['command']>;

export interface OpenTicket {
  ticketId: string;
  customer: { customerId: string; name?: string; segment: Segment };
  channel: Channel;
  locale: string;
  text: string;
  attachments?: Attachment[];
  command: Command;
  screening?: Screening;
}

export interface CustomerMessage {
  text: string;
  attachments?: Attachment[];
  command: Command;
  /** What the filter says of the text; without one it is sent. */
  screening?: Screening;
}

/** What somebody says, before it has a number. */
export type Said = Extract<Draft, { type: 'MessageSent' }>;

/**
 * Opens a ticket with its first message. The bot has it first; when the bot stays silent a person is asked. While the message is
 * held, nobody is asked to answer it. @throws MessageRefusedError
 */
export function openTicket(open: OpenTicket, situation: Situation): TicketChange {
  const { now, policy } = situation;
  const { customer, command, ticketId, screening } = open;
  requireSendable(open.text, screening);
  const held = screening?.verdict === 'hold';
  const actor: Actor = { kind: 'customer', id: customer.customerId, name: customer.name };
  const opened: Draft = {
    type: 'TicketOpened',
    actor,
    command,
    body: {
      customerId: customer.customerId,
      customerName: customer.name,
      segment: customer.segment,
      channel: open.channel,
      locale: open.locale,
      subject: held ? '' : subjectOf(open.text),
    },
    ...together(
      startTarget('resolution', factsOf(open), now, situation),
      held ? undefined : { timers: { 'bot-due': after(now, policy.bot) } },
    ),
  };
  const said = messageDraft(open, actor);
  if (!held) return changeOf({ ticketId }, [opened, said], now);
  const change = changeOf({ ticketId }, [opened], now);
  return andThen(change, (history) => holdDrafts(history, said, screening, situation), now);
}

/**
 * Takes in what a customer writes; who has to answer, and by when, follows from who has the ticket.
 * @throws MessageRefusedError
 */
export function receiveMessage(
  history: History,
  message: CustomerMessage,
  situation: Situation,
): TicketChange {
  const { screening } = message;
  requireAllowed('write', history.ticket);
  requireSendable(message.text, screening);
  const said = messageDraft(message, customerOf(history));
  const drafts =
    screening?.verdict === 'hold'
      ? holdDrafts(history, said, screening, situation)
      : saidDrafts(history, said, situation);
  return changeOf(history, drafts, situation.now);
}

/** What follows when a customer's words reach the conversation. */
export function saidDrafts(history: History, said: Said, situation: Situation): Draft[] {
  const { ticket } = history;
  if (ticket.status === 'resolved') return reopenedBy(history, said, situation);
  if (ticket.status === 'pending') return resumedBy(history, said, situation);
  return [{ ...said, ...armingForMessage(history, situation) }];
}

/** The customer wants a person: always honoured, at once, and without the bot having to be alive. */
export function askForPerson(
  history: History,
  command: Command,
  situation: Situation,
): TicketChange | undefined {
  const { ticket } = history;
  requireAllowed('ask for a person', ticket);
  const actor = customerOf(history);
  const queued = queueDrafts(history, { reason: 'customer asked for a person', actor, command }, situation);
  if (ticket.status === 'resolved') {
    const reopened = reopenDraft(history, 'customer asks for a person', situation, command);
    return changeOf(history, [reopened, ...queued], situation.now);
  }
  if (ticket.status === 'pending') {
    const resumed = resumeDraft(history, situation, actor, command);
    return changeOf(history, [resumed, ...queued], situation.now);
  }
  return ticket.holder.kind === 'bot' ? changeOf(history, queued, situation.now) : undefined;
}

/** The person a ticket belongs to, as an actor. */
export function customerOf({ ticket }: History): Actor {
  return { kind: 'customer', id: ticket.customerId, name: ticket.customerName };
}

/** The event that opens a resolved ticket again; the promises start anew. */
export function reopenDraft(
  { ticket }: History,
  reason: string,
  situation: Situation,
  command?: Command,
  actor: Actor = { kind: 'customer', id: ticket.customerId, name: ticket.customerName },
): Draft {
  return {
    type: 'TicketReopened',
    actor,
    command,
    body: { reason },
    ...together(disarmAll(ticket), startTarget('resolution', ticket, situation.now, situation)),
  };
}

/** The event that ends the wait for the customer; the clock of the resolution runs on from where it stood. */
export function resumeDraft(
  { ticket }: History,
  situation: Situation,
  actor: Actor,
  command?: Command,
): Draft {
  return {
    type: 'TicketResumed',
    actor,
    command,
    body: {},
    ...together({ timers: { 'silence-due': null } }, runOn(ticket, situation)),
  };
}

function messageDraft({ text, attachments, command, screening }: CustomerMessage, actor: Actor): Said {
  return { type: 'MessageSent', actor, command, body: { text, attachments, ...found(screening) } };
}

/** What the filter found, when it found anything. */
export function found(screening: Screening | undefined): { risks?: Risk[] } {
  return screening && screening.risks.length > 0 ? { risks: [...screening.risks] } : {};
}

/** One change out of two decisions, the second on what the first has made. */
function andThen(first: TicketChange, decide: (history: History) => Draft[], now: Date): TicketChange {
  const { ticket, events } = first;
  const { number, hash } = events.at(-1) ?? events[0];
  const second = changeOf({ ticket, number, hash, events }, decide({ ticket, number, hash, events }), now);
  return { ...second, before: first.before, events: [...events, ...second.events] };
}

/** What a ticket is before anybody has understood it. */
function factsOf({ channel, customer: { segment } }: OpenTicket) {
  return { channel, segment, priority: 'normal', language: 'und', queueId: 'support' } as const;
}

function armingForMessage({ ticket }: History, situation: Situation): Arming | undefined {
  const { now, policy } = situation;
  switch (ticket.holder.kind) {
    case 'bot':
      return { timers: { 'bot-due': after(now, policy.bot), 'silence-due': null } };
    case 'agent':
      return ticket.unansweredSince ? undefined : startTarget('next-reply', ticket, now, situation);
    default:
      return undefined;
  }
}

/** After a person's resolution the conversation goes back to people; after the bot's, the bot may try once more. */
function reopenedBy(history: History, said: Said, situation: Situation): Draft[] {
  const { now, policy } = situation;
  const { command } = said;
  const reopened = reopenDraft(history, 'customer wrote again', situation, command);
  const next: Draft[] = history.ticket.ownerId
    ? [said, ...queueDrafts(history, { reason: 'customer wrote after resolution', command }, situation)]
    : [{ ...said, timers: { 'bot-due': after(now, policy.bot) } }];
  return [reopened, ...next];
}

function resumedBy(history: History, said: Said, situation: Situation): Draft[] {
  const { command, actor } = said;
  return [
    said,
    resumeDraft(history, situation, actor, command),
    ...queueDrafts(history, { reason: 'customer answered', command }, situation),
  ];
}
