import type { Actor, EventOf } from '../../schemas/events.ts';
import type { HeldMessage } from '../../schemas/ticket.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { type Command, type Said, saidDrafts } from './conversation.ts';
import { ForbiddenError, NotFoundError } from './errors.ts';
import { reviewTimer } from './hold.ts';
import { categoriesOf } from './risk/screening.ts';
import { type Situation } from './sla.ts';
import { answeredBy } from './answered.ts';
import { allows } from './ticket.ts';

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

/** A reviewer's decision about a held message, or what time decides. */
export interface Verdict {
  readonly actor: Actor;
  readonly reason: string;
  readonly command?: Command | undefined;
}

/** The reviewer lets a held message through: from now on it is a message like any other. @throws NotFoundError */
export function releaseHeld(
  history: History,
  number: number,
  verdict: Verdict,
  situation: Situation,
): TicketChange {
  const held = requireHeld(history, number, verdict);
  return changeOf(history, releaseDrafts(history, held, verdict, situation), situation.now);
}

/** The reviewer refuses a held message; nobody but its writer and reviewers ever sees it. @throws NotFoundError */
export function refuseHeld(
  history: History,
  number: number,
  verdict: Verdict,
  { now }: Situation,
): TicketChange {
  return changeOf(history, [refusalDraft(history, requireHeld(history, number, verdict), verdict)], now);
}

/** What becomes of held messages that nobody has reviewed in time; one each time, the timer goes on to the next. */
export function unreviewed(history: History, situation: Situation): Draft[] {
  const late = history.ticket.held?.filter(({ dueAt }) => Date.parse(dueAt) <= situation.now.getTime());
  const [held] = [...(late ?? [])].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  if (!held) return [];
  const verdict = { actor: SYSTEM, reason: 'nobody reviewed it in time' };
  return held.whenDue === 'refuse'
    ? [refusalDraft(history, held, verdict)]
    : releaseDrafts(history, held, verdict, situation);
}

/** Released words reach the conversation now; where it is over, they cannot. */
function releaseDrafts(history: History, held: HeldMessage, verdict: Verdict, situation: Situation): Draft[] {
  const { ticket } = history;
  const message = messageOf(history, held.number);
  if (!allows('write', ticket)) return [refusalDraft(history, held, { ...verdict, reason: 'it is closed' })];
  const { actor, body } = message;
  const { command } = verdict;
  const { text, attachments, risks } = body;
  const said: Said = {
    type: 'MessageSent',
    actor,
    command,
    body: { text, attachments, risks, heldNumber: held.number },
  };
  return [
    {
      type: 'MessageReleased',
      actor: verdict.actor,
      command,
      body: { heldNumber: held.number, writer: held.writer, reason: verdict.reason },
      timers: nextTimer(history, held),
    },
    ...(held.writer === 'agent' ? answeredBy(ticket, said, situation) : saidDrafts(history, said, situation)),
  ];
}

function refusalDraft(history: History, held: HeldMessage, { actor, command, reason }: Verdict): Draft {
  const categories = categoriesOf(messageOf(history, held.number).body);
  return {
    type: 'MessageRefused',
    actor,
    command,
    body: { heldNumber: held.number, writer: held.writer, categories, reason },
    timers: nextTimer(history, held),
  };
}

function nextTimer({ ticket }: History, { number }: HeldMessage) {
  return reviewTimer((ticket.held ?? []).filter((it) => it.number !== number));
}

function requireHeld(history: History, number: number, { actor }: Verdict): HeldMessage {
  const held = history.ticket.held?.find((it) => it.number === number);
  if (!held) throw new NotFoundError('held message');
  const { actor: writer } = messageOf(history, number);
  if (writer.kind === actor.kind && writer.id === actor.id)
    throw new ForbiddenError('somebody else must review what you wrote');
  return held;
}

/** The event that holds the message; the whole history has been read. */
function messageOf({ events }: History, number: number): EventOf<'MessageHeld'> {
  const event = events.find((it) => it.number === number);
  if (event?.type !== 'MessageHeld') throw new NotFoundError('held message');
  return event;
}
