import type { Ticket } from '../../schemas/ticket.ts';
import type { QueuePlace } from '../domain/views.ts';
import { placeAfter } from '../domain/waiting.ts';
import type { Platform, Uses } from './platform.ts';

/** Where a waiting ticket stands; nothing for one that does not wait. */
export type PlaceOf = (ticket: Ticket) => Promise<QueuePlace | undefined>;

type Needs = Uses<{ tickets: 'countWaiting'; agents: 'list'; capacity: 'get' }> &
  Pick<Platform, 'incident' | 'now'>;

/** The place in the queue and the honest wait. */
export const placeIn =
  ({ tickets, agents, capacity, incident, now }: Needs): PlaceOf =>
  async (ticket) => {
    if (ticket.holder.kind !== 'queue') return undefined;
    const [ahead, all, { standbyOpen }, { botOnly }] = await Promise.all([
      tickets.countWaiting(ticket.queueId, ticket),
      agents.list(),
      capacity.get(),
      incident(),
    ]);
    return placeAfter(ahead, ticket, botOnly ? [] : all, { now: now(), standbyOpen });
  };
