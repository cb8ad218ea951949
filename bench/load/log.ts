import type { TicketEvent } from '../../schemas/events.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import type { CustomerEvent } from '../../schemas/views.ts';

type Shown = CustomerEvent | TicketEvent;

/** All that a client keeps of a conversation here: how far it has come, and a rolling hash over everything it was shown. */
export interface ClientLog {
  last: number;
  hash: number;
  /** It has asked for what it misses, and waits for the answer. */
  asks: boolean;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

export function emptyLog(): ClientLog {
  return { last: 0, hash: OFFSET_BASIS, asks: false };
}

/** Takes in what was pushed, or answered to `resume`; false when something before it is missing. */
export function hear(
  log: ClientLog,
  { after, number, events }: Pick<Extract<SocketMessage, { type: 'events' }>, 'after' | 'number' | 'events'>,
): boolean {
  if (after > log.last) return false;
  for (const event of events) if (event.number > log.last) log.hash = hashAfter(log.hash, event);
  log.last = Math.max(log.last, number);
  return true;
}

/** The hash a client has that was shown exactly these. */
export function hashOf(events: readonly Shown[]): number {
  return events.reduce(hashAfter, OFFSET_BASIS);
}

function hashAfter(hash: number, event: Shown): number {
  // What the desk sees carries the hash of the history's chain, which says everything.
  const said = 'hash' in event ? event.hash : `${event.type} ${event.commandId ?? ''} ${event.text ?? ''}`;
  let next = Math.imul(hash ^ event.number, PRIME);
  for (let at = 0; at < said.length; at += 1) next = Math.imul(next ^ said.charCodeAt(at), PRIME);
  return next;
}
