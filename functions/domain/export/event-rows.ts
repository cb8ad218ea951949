import type { TicketEvent } from '../../../schemas/events.ts';
import { canonicalJson } from '../digest.ts';
import type { Column, Row } from './columns.ts';

/** An event of a history. */
export const eventColumns = [
  { name: 'ticket_id', kind: 'text', says: 'the ticket’s number' },
  { name: 'number', kind: 'integer', says: 'position in the history: 1, 2, 3 … without gaps' },
  { name: 'occurred_at', kind: 'time', says: 'when it happened' },
  { name: 'type', kind: 'text', says: 'what happened, such as MessageSent' },
  { name: 'actor_kind', kind: 'text', says: 'customer, agent, bot or system' },
  { name: 'actor_id', kind: 'text', says: 'who did it' },
  { name: 'command_id', kind: 'text', says: 'the id of the write that made it' },
  { name: 'body', kind: 'json', says: 'what the event tells, by its type' },
  { name: 'timers', kind: 'json', says: 'timers it armed (a time) or disarmed (null)' },
  { name: 'clocks', kind: 'json', says: 'promises it made, stopped or ended' },
  { name: 'turn', kind: 'json', says: 'the customer’s turn that it begins, answers or ends' },
  { name: 'hash', kind: 'text', says: 'SHA-256 over the hash before and the whole event' },
] as const satisfies readonly Column[];

/** An event as a row. Its line is the event itself, keys in order: the same event is the same bytes. */
export function eventRow(event: TicketEvent): Row {
  const { ticketId, number, occurredAt, type, actor, command, body, timers, clocks, turn, hash } = event;
  const cells: Record<(typeof eventColumns)[number]['name'], Row['cells'][string]> = {
    ticket_id: ticketId,
    number,
    occurred_at: occurredAt,
    type,
    actor_kind: actor.kind,
    actor_id: actor.id,
    command_id: command?.id,
    body: canonicalJson(body),
    timers: timers && canonicalJson(timers),
    clocks: clocks && canonicalJson(clocks),
    turn: turn && canonicalJson(turn),
    hash,
  };
  return { cells, line: event };
}
