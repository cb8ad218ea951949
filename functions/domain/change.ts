import type { Actor, EventBody, EventType, TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { behindAfter } from './behind.ts';
import { evolve } from './evolve.ts';
import { isoTime } from './iso-time.ts';
import { checked, GENESIS, sealed } from './seal.ts';
import { agentOf } from './ticket.ts';
import { turnBetween } from './turns.ts';

/** A ticket as it was read: its state, and the end of its history. */
export interface History {
  ticket: Ticket;
  /** Number of the last event; the next one must be `number + 1`. */
  number: number;
  /** Hash of the last event. */
  hash: string;
  /** The events read along, oldest first. */
  events: readonly TicketEvent[];
  /** By how many events the ticket's row is behind. @default 0 */
  behind?: number;
}

/** What a decision changes. Saving it is one conditioned write. */
export interface TicketChange {
  before: Ticket | undefined;
  /** The state the events lead to; the very same object as `before` when they change nothing but the history. */
  ticket: Ticket;
  events: readonly [TicketEvent, ...TicketEvent[]];
  /** By how many events the ticket's row is behind afterwards, because only the one event is written; absent where the row is, too. */
  behind?: number;
  /** The agent who must have a free seat for it, and gets it. */
  takeSeat?: string;
  /** The agent whose seat it frees. */
  freeSeat?: string;
}

/** An event before it has a number. */
export type Draft = {
  [T in EventType]: {
    type: T;
    body: EventBody<T>;
    actor: Actor;
    timers?: TicketEvent['timers'];
    clocks?: TicketEvent['clocks'];
    command?: TicketEvent['command'];
  };
}[EventType];

/** Numbers, chains and folds the drafts; the seats follow from who held the ticket before and after. */
export function changeOf(
  history: History | { ticketId: string },
  drafts: readonly Draft[],
  now: Date,
): TicketChange {
  const before = 'ticket' in history ? history.ticket : undefined;
  const ticketId = 'ticket' in history ? history.ticket.ticketId : history.ticketId;
  let number = 'ticket' in history ? history.number : 0;
  let hash = 'ticket' in history ? history.hash : GENESIS;
  let ticket = before;
  const events: TicketEvent[] = [];
  const occurredAt = isoTime(now.getTime());
  for (const draft of drafts) {
    number += 1;
    const { type, actor, command, body, timers, clocks } = draft;
    // Part by part, so that events of all kinds have one layout in memory; a spread costs several times as much.
    const unsealed = { ticketId, number, type, occurredAt, actor, command, body, timers, clocks };
    const bare = checked(unsealed, hash);
    const next = evolve(ticket, bare);
    const event = sealed(hash, unsealed, bare, turnBetween(ticket, next, bare));
    events.push(event);
    hash = event.hash;
    ticket = next;
  }
  if (!isSome(events) || !ticket) throw new Error('a change needs at least one event');
  const change: TicketChange = { before, ticket, events };
  if ('ticket' in history && events.length === 1) {
    const behind = behindAfter({ before: history.ticket, behind: history.behind ?? 0 }, ticket, events[0]);
    if (behind !== undefined) change.behind = behind;
  }
  const seatBefore = seatOf(before);
  const seatAfter = seatOf(ticket);
  if (seatAfter !== seatBefore) {
    if (seatAfter !== undefined) change.takeSeat = seatAfter;
    if (seatBefore !== undefined) change.freeSeat = seatBefore;
  }
  return change;
}

function isSome(events: readonly TicketEvent[]): events is readonly [TicketEvent, ...TicketEvent[]] {
  return events.length > 0;
}

/** A pending ticket waits for its customer and holds no seat. */
function seatOf(ticket: Ticket | undefined): string | undefined {
  return ticket && ticket.status !== 'pending' ? agentOf(ticket) : undefined;
}
