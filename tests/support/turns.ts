import type { TicketEvent } from '../../schemas/events.ts';

/** A customer's turn with people: from the first unanswered message until a person answered, or until it ended without. */
export interface WholeTurn {
  startedAt: string;
  answeredAt?: string;
  endedAt?: string;
}

/** The turns of a history, found in what was said and done alone. */
export function turnsIn(events: readonly TicketEvent[]): WholeTurn[] {
  const turns: WholeTurn[] = [];
  let since: string | undefined;
  let forPeople = false;
  const end = (turn: Omit<WholeTurn, 'startedAt'>) => {
    if (since !== undefined && forPeople) turns.push({ startedAt: since, ...turn });
    since = undefined;
  };
  for (const event of events) {
    const { type, occurredAt, actor } = event;
    const said = type === 'MessageSent' ? actor.kind : undefined;
    if (type === 'TicketQueued') forPeople = true;
    if (said === 'customer') since ??= occurredAt;
    if (said === 'agent') end({ answeredAt: occurredAt });
    if (said === 'bot' && !forPeople && type === 'MessageSent' && event.body.purpose !== 'notice')
      since = undefined;
    if (type === 'TicketPended' || type === 'TicketResolved') end({ endedAt: occurredAt });
    if (type === 'TicketResolved') forPeople = false;
  }
  return since !== undefined && forPeople ? [...turns, { startedAt: since }] : turns;
}

/** The turns of a history, as its events tell them. */
export function turnsTold(events: readonly TicketEvent[]): WholeTurn[] {
  const turns = new Map<string, WholeTurn>();
  for (const { turn, occurredAt } of events) {
    if (!turn) continue;
    const { startedAt, step } = turn;
    if (turns.has(startedAt) !== (step !== 'begun')) throw new Error(`${step} out of turn: ${startedAt}`);
    if (step === 'begun') turns.set(startedAt, { startedAt });
    if (step === 'answered') turns.set(startedAt, { startedAt, answeredAt: occurredAt });
    if (step === 'ended') turns.set(startedAt, { startedAt, endedAt: occurredAt });
  }
  return [...turns.values()];
}
