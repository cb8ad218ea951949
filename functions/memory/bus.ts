import { reactions, type ReactionName } from '../../schemas/work-queues.ts';
import type { EventType, TicketEvent } from '../../schemas/events.ts';
import type { WorkQueue } from './work-queue.ts';

/** The event bus: hands every event to the queues of the reactions that hear of its kind. */
export function memoryBus(queues: Record<ReactionName, WorkQueue<TicketEvent>>) {
  const hearing = new Map<EventType, WorkQueue<TicketEvent>[]>();
  const queuesFor = (type: EventType) => {
    const known = hearing.get(type) ?? namesFor(type).map((name) => queues[name]);
    hearing.set(type, known);
    return known;
  };
  return async (events: readonly TicketEvent[]): Promise<void> => {
    for (const event of events) {
      for (const queue of queuesFor(event.type)) queue.send(event);
      if (event.turn) queues.turns.send(event);
    }
  };
}

const names: readonly ReactionName[] = ['seating', 'surveys', 'collected', 'pushes', 'reserve', 'figures'];

function namesFor(type: EventType): ReactionName[] {
  return names.filter((name) => {
    const to: readonly EventType[] | 'every' | 'turns' = reactions[name];
    return to === 'every' || (to !== 'turns' && to.includes(type));
  });
}
