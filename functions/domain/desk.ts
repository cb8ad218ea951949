import type { DeclineReason } from '../../schemas/agent.ts';
import type { Actor } from '../../schemas/events.ts';
import type { QueueId } from '../../schemas/ids.ts';
import type { Attachment } from '../../schemas/message.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import { answeredBy } from './answered.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { type Command, found, reopenDraft, resumeDraft, type Said } from './conversation.ts';
import { escalationDrafts } from './escalation.ts';
import { queueDrafts } from './handover.ts';
import { heldDraft } from './hold.ts';
import { momentAt } from './iso-time.ts';
import { resolveTicket } from './resolving.ts';
import { requireSendable, type Screening } from './risk/screening.ts';
import {
  after,
  disarmAll,
  outcomeOf,
  retarget,
  settle,
  type Situation,
  standStill,
  startTarget,
  together,
} from './sla.ts';
import { agentOf, type Caller, requireAllowed, requireHolder } from './ticket.ts';

/** An agent's write. */
export interface DeskCommand {
  caller: Caller;
  command: Command;
}

/** The agent takes the conversation: the ticket offered to them, or one they pick from a queue. */
export function acceptTicket(
  history: History,
  { caller, command }: DeskCommand,
  situation: Situation,
): TicketChange {
  const { ticket } = history;
  requireAllowed('accept', ticket);
  if (ticket.holder.kind === 'offer') requireHolder(ticket, caller);
  return changeOf(history, [acceptDraft(history, { caller, command }, situation)], situation.now);
}

/** The agent lets the offer pass; it goes to somebody else. */
export function declineTicket(
  history: History,
  { caller, command, because }: DeskCommand & { because?: DeclineReason },
  { now }: Situation,
): TicketChange {
  const { ticket } = history;
  requireAllowed('decline', ticket);
  requireHolder(ticket, caller);
  const agentId = agentOf(ticket) ?? caller.agentId;
  return changeOf(
    history,
    [
      {
        type: 'OfferPassed',
        actor: actorOf(caller),
        command,
        body: { agentId, reason: 'declined', because },
        timers: { 'offer-due': null },
      },
    ],
    now,
  );
}

/**
 * The agent answers the customer; answering an offer accepts it. Words that are held have answered nothing yet.
 * @throws MessageRefusedError
 */
export function replyToCustomer(
  history: History,
  reply: DeskCommand & { text: string; attachments?: Attachment[]; screening?: Screening },
  situation: Situation,
): TicketChange {
  return changeOf(history, replyDrafts(history, reply, situation), situation.now);
}

/** What an agent's words make, for decisions in which more happens. @throws MessageRefusedError */
export function replyDrafts(
  history: History,
  reply: Parameters<typeof replyToCustomer>[1],
  situation: Situation,
): Draft[] {
  const { ticket } = history;
  const { screening, text, attachments, command } = reply;
  requireAllowed('reply', ticket);
  requireHolder(ticket, reply.caller);
  requireSendable(text, screening);
  const said: Said = {
    type: 'MessageSent',
    actor: actorOf(reply.caller),
    command,
    body: { text, attachments, ...found(screening) },
  };
  const accepted = ticket.holder.kind === 'agent' ? [] : [acceptDraft(history, reply, situation)];
  const spoken =
    screening?.verdict === 'hold'
      ? [heldDraft(ticket, said, screening, situation.now)]
      : answeredBy(ticket, said, situation);
  return [...accepted, ...spoken];
}

/** A remark for colleagues; customers never see it. */
export function addNote(
  history: History,
  note: DeskCommand & { text: string },
  { now }: Situation,
): TicketChange {
  requireAllowed('note', history.ticket);
  const { caller, command, text } = note;
  return changeOf(history, [{ type: 'NoteAdded', actor: actorOf(caller), command, body: { text } }], now);
}

/** The agent corrects what the machine understood; the correction also moves queue and priority. */
export function correctIntent(
  history: History,
  correction: DeskCommand & { intentId: string; queueId: QueueId; priority: Priority },
  situation: Situation,
): TicketChange {
  const { ticket } = history;
  requireAllowed('classify', ticket);
  requireHolder(ticket, correction.caller);
  const { caller, command, intentId, queueId, priority } = correction;
  return changeOf(
    history,
    [
      {
        type: 'TicketClassified',
        actor: actorOf(caller),
        command,
        body: {
          intentId,
          intents: [{ id: intentId, confidence: 1, reasons: ['an agent says so'] }],
          priority,
          language: ticket.language,
          queueId,
          reasons: ['an agent says so'],
          throughNumber: history.number,
        },
        ...retarget(ticket, { ...ticket, intentId, queueId, priority }, false, situation),
      },
    ],
    situation.now,
  );
}

/** Gives the ticket to another queue; the seat is free at once and the customer's clock starts again. */
export function transferTicket(
  history: History,
  transfer: DeskCommand & { queueId: QueueId; reason: string },
  situation: Situation,
): TicketChange {
  const { ticket } = history;
  requireAllowed('transfer', ticket);
  requireHolder(ticket, transfer.caller);
  const { caller, command, queueId, reason } = transfer;
  const actor = actorOf(caller);
  return changeOf(
    history,
    [
      {
        type: 'TicketTransferred',
        actor,
        command,
        body: { fromAgentId: agentOf(ticket), toQueueId: queueId, reason },
      },
      ...(ticket.status === 'pending' ? [resumeDraft(history, situation, actor, command)] : []),
      ...queueDrafts(history, { reason: `transferred: ${reason}`, queueId, actor, command }, situation),
    ],
    situation.now,
  );
}

/** The agent asks for help: the next rung of the ladder, by hand. */
export function escalateTicket(
  history: History,
  escalation: DeskCommand & { reason: string },
  situation: Situation,
): TicketChange {
  requireAllowed('escalate', history.ticket);
  requireHolder(history.ticket, escalation.caller);
  const { caller, command, reason } = escalation;
  return changeOf(
    history,
    escalationDrafts(history, { reason, actor: actorOf(caller), command, byHand: true }, situation),
    situation.now,
  );
}

/** The customer has to do something first: the clock stands and the seat is free. */
export function waitForCustomer(
  history: History,
  wait: DeskCommand & { reason?: string },
  situation: Situation,
): TicketChange {
  const { now, policy } = situation;
  const { ticket } = history;
  requireAllowed('wait for the customer', ticket);
  requireHolder(ticket, wait.caller);
  return changeOf(
    history,
    [
      {
        type: 'TicketPended',
        actor: actorOf(wait.caller),
        command: wait.command,
        body: { reason: wait.reason, agentId: agentOf(ticket) },
        ...together(disarmAll(ticket, 'promise'), standStill(ticket, situation), {
          timers: { 'silence-due': after(now, policy.silence) },
        }),
      },
    ],
    now,
  );
}

/** The agent who has the ticket settles it. */
export function resolveByAgent(
  history: History,
  { caller, command, reason }: DeskCommand & { reason: string },
  situation: Situation,
): TicketChange {
  requireAllowed('resolve', history.ticket);
  requireHolder(history.ticket, caller);
  return resolveTicket(history, { actor: actorOf(caller), command, reason }, situation);
}

/** Opens a resolved ticket again and puts it into its queue. */
export function reopenTicket(
  history: History,
  reopen: DeskCommand & { reason: string },
  situation: Situation,
): TicketChange {
  requireAllowed('reopen', history.ticket);
  const { caller, command, reason } = reopen;
  const actor = actorOf(caller);
  return changeOf(
    history,
    [
      reopenDraft(history, reason, situation, command, actor),
      ...queueDrafts(history, { reason: `reopened: ${reason}`, actor, command }, situation),
    ],
    situation.now,
  );
}

/** An agent as the history names them. */
export function actorOf(caller: Caller): Actor {
  return { kind: 'agent', id: caller.agentId, name: caller.name };
}

function acceptDraft({ ticket }: History, { caller, command }: DeskCommand, situation: Situation): Draft {
  const { now } = situation;
  const since =
    ticket.holder.kind === 'queue' || ticket.holder.kind === 'offer' ? ticket.holder.since : ticket.updatedAt;
  return {
    type: 'TicketAccepted',
    actor: actorOf(caller),
    command,
    body: {
      agentId: caller.agentId,
      waitedSeconds: (now.getTime() - momentAt(since)) / 1000,
      ...(ticket.holder.kind === 'offer' &&
        ticket.holder.agentId !== caller.agentId && { fromAgentId: ticket.holder.agentId }),
      reached: outcomeOf('reached', ticket, now),
    },
    ...together(
      { timers: { 'offer-due': null, 'route-due': null, 'escalation-due': null } },
      settle('reached'),
      ticket.unansweredSince ? startTarget('next-reply', ticket, now, situation) : undefined,
    ),
  };
}
