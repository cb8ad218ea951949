import type { Actor } from '../../schemas/events.ts';
import type { Target } from '../../schemas/target.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Timer, TimerKind } from '../../schemas/timer.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { resolveTicket } from './resolving.ts';
import { momentAt } from './iso-time.ts';
import { climbDrafts, escalationDrafts, tellLeadDraft } from './escalation.ts';
import { queueDrafts } from './handover.ts';
import { unreviewed } from './review.ts';
import { widenDrafts } from './routing.ts';
import { disarmAll, settle, type Situation } from './sla.ts';
import { allows } from './ticket.ts';

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

type WhenDue = (history: History, timer: Timer, situation: Situation) => readonly Draft[];

const whenDue: Record<TimerKind, WhenDue> = {
  'bot-due': (history, _timer, situation) =>
    history.ticket.holder.kind === 'bot'
      ? queueDrafts(history, { reason: 'the bot did not answer' }, situation)
      : [],
  'offer-due': ({ ticket }) =>
    ticket.holder.kind === 'offer'
      ? [{ type: 'OfferPassed', actor: SYSTEM, body: { agentId: ticket.holder.agentId, reason: 'expired' } }]
      : [],
  'route-due': ({ ticket }) => widenDrafts(ticket),
  'reached-warning': (history, timer) => [warned('reached', history, timer)],
  'reached-due': (history, timer, situation) => breached('reached', history, timer, situation),
  'first-reply-warning': (history, timer) => [warned('first-reply', history, timer)],
  'first-reply-due': (history, timer, situation) => breached('first-reply', history, timer, situation),
  'next-reply-warning': (history, timer) => [warned('next-reply', history, timer)],
  'next-reply-due': (history, timer, situation) => breached('next-reply', history, timer, situation),
  'resolution-warning': (history, timer) => [warned('resolution', history, timer)],
  'resolution-due': (history, timer, situation) => [
    ...breached('resolution', history, timer, situation),
    ...(history.ticket.holder.kind === 'bot'
      ? queueDrafts(history, { reason: 'unsettled for too long' }, situation)
      : []),
  ],
  'promise-warning': (history, timer) => [warned('promise', history, timer)],
  'promise-due': ({ ticket }, { dueAt }) => [
    breachOf('promise', ticket, dueAt),
    tellLeadDraft(ticket, 'a promise to the customer was missed'),
  ],
  'escalation-due': (history, _timer, situation) =>
    escalationDrafts(history, { reason: 'still nobody has answered' }, situation),
  'silence-due': () => [],
  'review-due': (history, _timer, situation) => unreviewed(history, situation),
  'auto-close': ({ ticket }) =>
    allows('close', ticket)
      ? [
          {
            type: 'TicketClosed',
            actor: SYSTEM,
            body: { reason: 'nothing more was said' },
            ...disarmAll(ticket),
          },
        ]
      : [],
};

/** Whether a ticket still waits for this timer: it was not settled, has not moved, and has not fired. */
export function isArmed({ timers }: Ticket, { kind, dueAt }: Timer): boolean {
  return timers[kind] === dueAt;
}

/** What a due timer changes; nothing when it is early, was settled, moved, or has fired before. */
export function onTimer(history: History, timer: Timer, situation: Situation): TicketChange | undefined {
  const { ticket } = history;
  if (!isArmed(ticket, timer) || momentAt(timer.dueAt) > situation.now.getTime()) return undefined;
  if (timer.kind === 'silence-due') return onSilence(history, situation);
  const drafts = whenDue[timer.kind](history, timer, situation);
  const [first, ...rest] = drafts;
  if (!first) return undefined;
  return changeOf(
    history,
    [{ ...first, timers: { [timer.kind]: null, ...first.timers } }, ...rest],
    situation.now,
  );
}

function onSilence(history: History, situation: Situation): TicketChange | undefined {
  const { ticket } = history;
  const waiting = ticket.status === 'pending' || ticket.holder.kind === 'bot';
  return waiting && allows('resolve', ticket)
    ? resolveTicket(history, { actor: SYSTEM, reason: 'the customer said nothing more' }, situation)
    : undefined;
}

function warned(target: Target, { ticket }: History, timer: Timer): Draft {
  const dueAt = ticket.timers[`${target}-due`] ?? timer.dueAt;
  return { type: 'TargetWarned', actor: SYSTEM, body: { target, dueAt, ...ownerOf(target, ticket) } };
}

function breached(target: Target, history: History, { dueAt }: Timer, situation: Situation): Draft[] {
  const breach = breachOf(target, history.ticket, dueAt);
  return allows('escalate', history.ticket)
    ? climbDrafts(history, breach, `${target} target missed`, situation)
    : [breach];
}

function breachOf(target: Target, ticket: Ticket, dueAt: string): Draft {
  const body = { target, dueAt, ...ownerOf(target, ticket) };
  return { type: 'TargetBreached', actor: SYSTEM, body, ...settle(target) };
}

/** Who owes what was promised by hand. */
function ownerOf(target: Target, { clocks }: Ticket): { agentId?: string } {
  const agentId = clocks?.[target]?.agentId;
  return agentId === undefined ? {} : { agentId };
}
