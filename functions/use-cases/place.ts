import type { Ticket } from '../../schemas/ticket.ts';
import { expectedWait } from '../domain/assignment.ts';
import { couldServe } from '../domain/eligibility.ts';
import type { QueuePlace } from '../domain/views.ts';
import type { Platform, Uses } from './platform.ts';

/** Where a waiting ticket stands; nothing for one that does not wait. */
export type PlaceOf = (ticket: Ticket) => Promise<QueuePlace | undefined>;

type Needs = Uses<{ tickets: 'countWaiting'; agents: 'list'; capacity: 'get' }> & Pick<Platform, 'now'>;

/** How long one conversation takes an agent, where routing has not said it yet. */
const HANDLING_SECONDS = 360;

/** The place in the queue and the honest wait: none is promised when nobody is at work who could take it. */
export const placeIn =
  ({ tickets, agents, capacity, now }: Needs): PlaceOf =>
  async (ticket) => {
    if (ticket.holder.kind !== 'queue') return undefined;
    const [ahead, all, { standbyOpen }] = await Promise.all([
      tickets.countWaiting(ticket.queueId, ticket),
      agents.list(),
      capacity.get(),
    ]);
    const atWork = all.filter((agent) => couldServe(agent, ticket, { now: now(), standbyOpen }));
    const seats = atWork.reduce((sum, agent) => sum + agent.capacity, 0);
    const free = atWork.reduce((sum, agent) => sum + Math.max(0, agent.capacity - agent.seats.length), 0);
    return {
      position: ahead + 1,
      expectedWaitSeconds: expectedWait(
        ahead + 1,
        seats,
        free,
        ticket.route?.handlingSeconds ?? HANDLING_SECONDS,
      ),
      staffed: atWork.length > 0,
    };
  };
