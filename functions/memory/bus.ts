import type { TicketEvent } from '../../schemas/events.ts';
import type { ReactionName } from '../../schemas/work-queues.ts';
import { subscribersOf } from '../domain/hearing.ts';
import type { WorkQueue } from './work-queue.ts';

/** The event bus: hands every event to the queues of the reactions that subscribe to its kind. */
export function memoryBus(queues: Record<ReactionName, WorkQueue<TicketEvent>>) {
  return async (events: readonly TicketEvent[]): Promise<void> => {
    for (const event of events) for (const name of subscribersOf(event)) queues[name].send(event);
  };
}
