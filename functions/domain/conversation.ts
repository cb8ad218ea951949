import type { Actor, TicketEvent } from '../../schemas/events.ts';
import type { Attachment } from '../../schemas/message.ts';
import type { Channel, Segment } from '../../schemas/ticket-facts.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { queueDrafts } from './handover.ts';
import { after, armTarget, disarmAll, rearmTarget, type Situation, type TimerSettings } from './sla.ts';
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
}

export interface CustomerMessage {
  text: string;
  attachments?: Attachment[];
  command: Command;
}

/** Opens a ticket with its first message. The bot has it first; when the bot stays silent a person is asked. */
export function openTicket(open: OpenTicket, { now, policy }: Situation): TicketChange {
  const { customer, command, ticketId } = open;
  const actor: Actor = { kind: 'customer', id: customer.customerId, name: customer.name };
  return changeOf(
    { ticketId },
    [
      {
        type: 'TicketOpened',
        actor,
        command,
        body: {
          customerId: customer.customerId,
          customerName: customer.name,
          segment: customer.segment,
          channel: open.channel,
          locale: open.locale,
          subject: Array.from(open.text.trim()).slice(0, 80).join(''),
        },
        timers: { ...armTarget('resolution', 'normal', now, policy), 'bot-due': after(now, policy.bot) },
      },
      messageDraft(open, actor),
    ],
    now,
  );
}

/** Takes in what a customer writes; who has to answer, and by when, follows from who has the ticket. */
export function receiveMessage(
  history: History,
  message: CustomerMessage,
  situation: Situation,
): TicketChange {
  const { ticket } = history;
  requireAllowed('write', ticket);
  const actor = customerOf(history);
  const said = messageDraft(message, actor);
  if (ticket.status === 'resolved') return reopenedBy(history, said, situation);
  if (ticket.status === 'pending') return resumedBy(history, said, situation);
  return changeOf(history, [{ ...said, timers: timersForMessage(history, situation) }], situation.now);
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
  { now, policy }: Situation,
  command?: Command,
  actor: Actor = { kind: 'customer', id: ticket.customerId, name: ticket.customerName },
): Draft {
  return {
    type: 'TicketReopened',
    actor,
    command,
    body: { reason },
    timers: { ...disarmAll(ticket), ...armTarget('resolution', ticket.priority, now, policy) },
  };
}

/** The event that ends the wait for the customer; the clock of the resolution runs on from where it stood. */
export function resumeDraft(
  { ticket }: History,
  situation: Situation,
  actor: Actor,
  command?: Command,
): Draft {
  const remaining = ticket.resolutionRemaining;
  return {
    type: 'TicketResumed',
    actor,
    command,
    body: {},
    timers: {
      'silence-due': null,
      ...(remaining !== undefined && rearmTarget('resolution', ticket, remaining, situation)),
    },
  };
}

function messageDraft({ text, attachments, command }: CustomerMessage, actor: Actor): Draft {
  return { type: 'MessageSent', actor, command, body: { text, attachments } };
}

function timersForMessage({ ticket }: History, { now, policy }: Situation): TimerSettings | undefined {
  switch (ticket.holder.kind) {
    case 'bot':
      return { 'bot-due': after(now, policy.bot), 'silence-due': null };
    case 'agent':
      return ticket.unansweredSince ? undefined : armTarget('next-response', ticket.priority, now, policy);
    default:
      return undefined;
  }
}

/** After a person's resolution the conversation goes back to people; after the bot's, the bot may try once more. */
function reopenedBy(history: History, said: Draft, situation: Situation): TicketChange {
  const { ticket } = history;
  const { now, policy } = situation;
  const reopened = reopenDraft(history, 'customer wrote again', situation, said.command);
  const next: Draft[] = ticket.ownerId
    ? [
        said,
        ...queueDrafts(
          history,
          { reason: 'customer wrote after resolution', command: said.command },
          situation,
        ),
      ]
    : [{ ...said, timers: { 'bot-due': after(now, policy.bot) } }];
  return changeOf(history, [reopened, ...next], now);
}

function resumedBy(history: History, said: Draft, situation: Situation): TicketChange {
  const resumed = resumeDraft(history, situation, said.actor, said.command);
  return changeOf(
    history,
    [
      said,
      resumed,
      ...queueDrafts(history, { reason: 'customer answered', command: said.command }, situation),
    ],
    situation.now,
  );
}
