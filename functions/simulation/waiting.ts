import type { Ticket } from '../../schemas/ticket.ts';
import { queueOrder } from '../domain/assignment.ts';

/** A ticket's place: its virtual start with its number, as the table sorts by. */
interface Place {
  readonly order: string;
  readonly ticketId: string;
}

/** The waiting tickets of every queue, the next one first; kept in order while they come and go. */
export class Waiting {
  private readonly queues = new Map<string, Place[]>();

  add(ticket: Ticket): void {
    const order = orderOf(ticket);
    if (order === undefined) return;
    const places = this.queues.get(ticket.queueId) ?? [];
    this.queues.set(ticket.queueId, places);
    places.splice(firstFrom(places, order), 0, { order, ticketId: ticket.ticketId });
  }

  /** Takes out a ticket as it stood before the change that ends its wait or moves it. */
  remove(before: Ticket): void {
    const order = orderOf(before);
    const places = this.queues.get(before.queueId);
    if (order === undefined || !places) return;
    const at = firstFrom(places, order);
    if (places[at]?.order === order) places.splice(at, 1);
  }

  /** The first so many of a queue. */
  first(queueId: string, limit: number): readonly Place[] {
    const places = this.queues.get(queueId);
    return places === undefined || places.length === 0 ? NOBODY : places.slice(0, limit);
  }
}

const NOBODY: readonly Place[] = [];

function orderOf(ticket: Ticket): string | undefined {
  const order = queueOrder(ticket);
  return order === undefined ? undefined : `${order}#${ticket.ticketId}`;
}

function firstFrom(places: readonly Place[], order: string): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.order ?? '') < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
