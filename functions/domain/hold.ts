import type { Ticket } from '../../schemas/ticket.ts';
import type { Draft, History } from './change.ts';
import type { Said } from './conversation.ts';
import { queueDrafts } from './handover.ts';
import { type Screening, threatens } from './risk/screening.ts';
import { after, retarget, type Situation, type TimerSettings } from './sla.ts';

/** A message kept back until a reviewer has seen it, or until its time is over. */
export function heldDraft(
  ticket: Ticket,
  { actor, command, body }: Said,
  { risks, review }: Screening,
  now: Date,
): Draft {
  const { text, attachments } = body;
  const dueAt = after(now, review.seconds);
  return {
    type: 'MessageHeld',
    actor,
    command,
    body: { text, attachments, risks: [...risks], dueAt, whenDue: review.whenDue },
    timers: reviewTimer([...(ticket.held ?? []), { dueAt }]),
  };
}

/** What follows when a customer's message is held: nothing, unless somebody may be hurt; then a person looks at once. */
export function holdDrafts(
  history: History,
  said: Said,
  screening: Screening,
  situation: Situation,
): Draft[] {
  const held = heldDraft(history.ticket, said, screening, situation.now);
  return threatens(screening) ? [held, ...alarmDrafts(history, said, situation)] : [held];
}

/** The timer of the message that is due first; none when nothing is held. */
export function reviewTimer(held: readonly { dueAt: string }[]): TimerSettings {
  const [first] = held.map(({ dueAt }) => dueAt).sort();
  return { 'review-due': first ?? null };
}

/** The ticket becomes urgent; where no person has it, it goes to those who see to safety. */
function alarmDrafts(history: History, { command }: Said, situation: Situation): Draft[] {
  const { ticket, number } = history;
  const { holder, status } = ticket;
  if (status === 'resolved' || status === 'pending') return [];
  const alone = holder.kind === 'bot';
  const queueId = alone ? 'trust-safety' : ticket.queueId;
  const reason = 'a held message may be a threat';
  const classified: Draft = {
    type: 'TicketClassified',
    actor: { kind: 'system', id: 'kefu' },
    command,
    body: {
      intents: [],
      priority: 'urgent',
      language: ticket.language,
      queueId,
      reasons: [reason],
      throughNumber: number + 1,
    },
    ...retarget(ticket, { ...ticket, queueId, priority: 'urgent' }, true, situation),
  };
  if (!alone) return ticket.priority === 'urgent' ? [] : [classified];
  const handover = { reason, queueId, command, priority: 'urgent', summary: SUMMARY } as const;
  return [classified, ...queueDrafts(history, handover, situation)];
}

const SUMMARY = '系统：有一条可能含威胁或伤害的消息正在审核，请先确认安全';
