import { changeOf, type History, type TicketChange } from './change.ts';
import { actorOf, type DeskCommand } from './desk.ts';
import { reviews } from './desk-views.ts';
import { NotFoundError } from './errors.ts';
import { mask } from './risk/personal-data.ts';
import { requireHolder } from './ticket.ts';

/** What the reveal of a message shows, and the event that says who saw it. */
export interface Reveal {
  readonly text: string;
  readonly change: TicketChange;
}

/**
 * Shows one message with its personal data to whoever has the ticket, and notes that in its history.
 * @throws NotFoundError @throws ForbiddenError
 */
export function revealMessage(
  history: History,
  { number, reason, caller, command }: DeskCommand & { number: number; reason: string },
  now: Date,
): Reveal {
  if (!reviews(caller.roles)) requireHolder(history.ticket, caller);
  const text = textOf(history, number, reviews(caller.roles));
  const kinds = [...new Set(mask(text).found.map(({ kind }) => kind))];
  const change = changeOf(
    history,
    [
      {
        type: 'PersonalDataRevealed',
        actor: actorOf(caller),
        command,
        body: { revealedNumber: number, kinds, reason },
      },
    ],
    now,
  );
  return { text, change };
}

/** The words of a message or note; those of a held one for reviewers only. */
export function textOf({ events }: History, number: number, reviewer: boolean): string {
  const event = events.find((it) => it.number === number);
  const spoken = event?.type === 'MessageSent' || event?.type === 'NoteAdded';
  if (spoken || (event?.type === 'MessageHeld' && reviewer)) return event.body.text;
  throw new NotFoundError('message');
}
