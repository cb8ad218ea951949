import type { SeenCursor } from './messages.ts';
import type { Conversation, ConversationEvent, Range } from './state.ts';

/** Most ranges kept for later; what is dropped is asked for again. */
const MOST_EARLY = 100;

export function emptyConversation(ticketId: string): Conversation {
  return {
    ticketId,
    number: 0,
    events: [],
    early: [],
    head: 0,
    seen: [],
    read: { to: 0, said: 0, heard: 0, saidAt: 0 },
    typing: [],
    typedAt: 0,
  };
}

/** A conversation that has received a range, and the events this adds to its log: each number once, in order, none left out. */
export function received(
  conversation: Conversation,
  range: Range,
): { conversation: Conversation; shown: readonly ConversationEvent[] } {
  const head = Math.max(conversation.head, range.number);
  if (range.number <= conversation.number) return { conversation, shown: [] };
  if (range.after > conversation.number) {
    const early = [...conversation.early, range].slice(0, MOST_EARLY);
    return { conversation: { ...conversation, early, head }, shown: [] };
  }
  let { number, early } = conversation;
  const shown: ConversationEvent[] = [];
  let next: Range | undefined = range;
  while (next) {
    for (const event of next.events) if (event.number > number) shown.push(event);
    number = next.number;
    early = early.filter((one) => one.number > number);
    next = early.find((one) => one.after <= number);
  }
  const events = shown.length > 0 ? [...conversation.events, ...shown] : conversation.events;
  return { conversation: { ...conversation, number, events, early, head }, shown };
}

/** Whether something is known to be missing. */
export function isBehind({ number, head }: Conversation): boolean {
  return number < head;
}

/** The cursors with one of them moved forward; the very same ones when it was there already. */
export function moved(seen: readonly SeenCursor[], cursor: SeenCursor): readonly SeenCursor[] {
  const same = (one: SeenCursor) => one.by.kind === cursor.by.kind && one.by.id === cursor.by.id;
  const before = seen.find(same);
  if (before && before.number >= cursor.number) return seen;
  return [...seen.filter((one) => !same(one)), cursor];
}

/** The client's own write that made this event, if it was one. */
export function commandOf(event: ConversationEvent): string | undefined {
  return 'from' in event ? event.commandId : event.command?.id;
}

/** Who did it. */
export function kindOf(event: ConversationEvent): string {
  return 'from' in event ? event.from.kind : event.actor.kind;
}
