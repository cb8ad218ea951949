import type { EventType, TicketEvent } from '../../schemas/events.ts';
import {
  type DirectReaction,
  directReactions,
  type ReactionName,
  reactions,
} from '../../schemas/work-queues.ts';

/** Whether a reaction hears of an event. */
export function hears(name: ReactionName, { type, turn }: Pick<TicketEvent, 'type' | 'turn'>): boolean {
  const to: readonly EventType[] | 'every' | 'turns' = reactions[name];
  if (to === 'every') return true;
  return to === 'turns' ? turn !== undefined : to.includes(type);
}

/** The reactions that subscribe to the bus and hear of an event. */
export function subscribersOf(event: Pick<TicketEvent, 'type' | 'turn'>): ReactionName[] {
  return names.filter((name) => !isDirect(name) && hears(name, event));
}

const names = Object.keys(reactions).filter((name): name is ReactionName => name in reactions);

function isDirect(name: ReactionName): name is DirectReaction {
  return directReactions.some((direct) => direct === name);
}
