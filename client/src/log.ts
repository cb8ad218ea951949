import { commandOf, emptyConversation, isBehind, kindOf, moved, received } from './conversation.ts';
import { changeConversation, type Draft, setConversation, tell, transmit } from './draft.ts';
import type { SocketMessage } from './messages.ts';
import { confirmed, forgetCursors, settle } from './outbox.ts';
import type { Conversation } from './state.ts';

type Message<T extends SocketMessage['type']> = Extract<SocketMessage, { type: T }>;

/** Takes a conversation up, if it is not known yet, and asks for all of it. */
export function follow(draft: Draft, ticketId: string): void {
  if (draft.state.conversations[ticketId]) return;
  setConversation(draft, emptyConversation(ticketId));
  ask(draft, ticketId);
}

export function forget(draft: Draft, ticketId: string): void {
  const { [ticketId]: _, ...conversations } = draft.state.conversations;
  draft.state = { ...draft.state, conversations };
}

/** Asks for what comes after the log, unless a question is under way. */
export function ask(draft: Draft, ticketId: string): void {
  const { state, world } = draft;
  const conversation = state.conversations[ticketId];
  if (!conversation || conversation.askedUntil !== undefined) return;
  const sent = transmit(draft, {
    action: 'resume',
    ticketId,
    after: conversation.number,
    epoch: state.epoch,
  });
  changeConversation(draft, ticketId, {
    askAt: undefined,
    askedUntil: sent ? world.now + state.settings.patience : undefined,
  });
}

/** Asks about everything anew: another socket, or another epoch. */
export function askAll(draft: Draft): void {
  for (const ticketId of Object.keys(draft.state.conversations)) {
    changeConversation(draft, ticketId, { askedUntil: undefined });
    ask(draft, ticketId);
  }
}

/** A part of a history: pushed, or the answer to a question, which says whether it recovered. */
export function onEvents(draft: Draft, message: Message<'events'>): void {
  const { ticketId, epoch, recovered } = message;
  const { settings } = draft.state;
  if (!draft.state.conversations[ticketId]) {
    if (recovered !== undefined) return;
    if (settings.kind === 'desk') {
      tell(draft, { type: 'elsewhere', ticketId, number: message.number, events: message.events });
      return;
    }
    follow(draft, ticketId);
  }
  const answer = recovered !== undefined && draft.state.conversations[ticketId]?.askedUntil !== undefined;
  if (answer) changeConversation(draft, ticketId, { askedUntil: undefined });
  if (draft.state.epoch === undefined) draft.state = { ...draft.state, epoch };
  if (answer && !recovered) beginAnew(draft, ticketId, epoch);
  if (epoch !== draft.state.epoch) {
    // Not shown: the answer will say which of the two is in force.
    ask(draft, ticketId);
    return;
  }
  apply(draft, ticketId, message);
  if (answer && message.more) ask(draft, ticketId);
  else askSoonIfBehind(draft, ticketId);
}

/** Where the tickets stand; those it does not name are not there any more. */
export function onHeartbeat(
  draft: Draft,
  { epoch, numbers }: Message<'heartbeat'>,
  named: readonly string[],
): void {
  const restored = draft.state.epoch !== undefined && epoch !== draft.state.epoch;
  for (const ticketId of restored ? Object.keys(draft.state.conversations) : named) {
    const conversation = draft.state.conversations[ticketId];
    const number = numbers[ticketId];
    if (!conversation) continue;
    if (restored || number === undefined || number < conversation.number) ask(draft, ticketId);
    else expect(draft, conversation, number);
  }
}

/** There is this much; what of it is missing is asked for, after a moment in which it may still come. */
export function expect(draft: Draft, conversation: Conversation, number: number): void {
  if (number > conversation.head) changeConversation(draft, conversation.ticketId, { head: number });
  askSoonIfBehind(draft, conversation.ticketId);
}

/** The ticket is not there, or not ours: nothing of it is kept. */
export function onGone(draft: Draft, ticketId: string): void {
  if (!draft.state.conversations[ticketId]) return;
  forget(draft, ticketId);
  tell(draft, { type: 'gone', ticketId });
}

export function onSeen(draft: Draft, { ticketId, by, number }: Message<'seen'>): void {
  const conversation = draft.state.conversations[ticketId];
  if (!conversation) return;
  const { kind } = draft.state.settings;
  const own = by.kind === (kind === 'desk' ? 'agent' : 'customer');
  const { read } = conversation;
  const seen = moved(conversation.seen, { by, number });
  changeConversation(draft, ticketId, {
    seen,
    ...(own && number <= read.said && { read: { ...read, heard: Math.max(read.heard, number) } }),
  });
  if (seen !== conversation.seen) tell(draft, { type: 'seen', ticketId, seen });
}

/** What somebody types holds for six seconds. */
const TYPING_MS = 6000;

export function onTyping(draft: Draft, { ticketId, by }: Message<'typing'>): void {
  const conversation = draft.state.conversations[ticketId];
  if (!conversation) return;
  const others = conversation.typing.filter((one) => one.by.kind !== by.kind || one.by.id !== by.id);
  setTyping(draft, ticketId, [...others, { by, until: draft.world.now + TYPING_MS }]);
}

export function setTyping(draft: Draft, ticketId: string, typing: Conversation['typing']): void {
  changeConversation(draft, ticketId, { typing });
  tell(draft, { type: 'typing', ticketId, by: typing.map(({ by }) => by) });
}

function apply(draft: Draft, ticketId: string, message: Message<'events'>): void {
  const before = draft.state.conversations[ticketId];
  if (!before) return;
  const { conversation, shown } = received(before, message);
  const seen = (message.seen ?? []).reduce(moved, conversation.seen);
  setConversation(draft, seen === conversation.seen ? conversation : { ...conversation, seen });
  if (shown.length > 0) tell(draft, { type: 'events', ticketId, events: shown });
  if (seen !== conversation.seen) tell(draft, { type: 'seen', ticketId, seen });
  for (const event of shown) {
    const commandId = commandOf(event);
    // The log itself is the receipt that may have been lost.
    if (commandId !== undefined) confirmed(draft, { commandId, ticketId, number: event.number });
  }
  settle(draft, ticketId, conversation.number);
  const spoken = shown.filter(({ type }) => type === 'MessageSent').map(kindOf);
  const typing = conversation.typing.filter(({ by }) => !spoken.includes(by.kind));
  if (typing.length < conversation.typing.length) setTyping(draft, ticketId, typing);
}

function askSoonIfBehind(draft: Draft, ticketId: string): void {
  const { world, state } = draft;
  const conversation = state.conversations[ticketId];
  if (!conversation) return;
  if (!isBehind(conversation)) {
    if (conversation.askAt !== undefined) changeConversation(draft, ticketId, { askAt: undefined });
  } else if (conversation.askAt === undefined && conversation.askedUntil === undefined) {
    changeConversation(draft, ticketId, { askAt: world.now + state.settings.gapPatience });
  }
}

/** Forgets a past that is gone: of this conversation, and of all of them when the epoch is another. */
function beginAnew(draft: Draft, ticketId: string, epoch: string): void {
  const everything = epoch !== draft.state.epoch;
  draft.state = { ...draft.state, epoch };
  const affected = everything ? Object.keys(draft.state.conversations) : [ticketId];
  for (const id of affected) {
    setConversation(draft, emptyConversation(id));
    tell(draft, { type: 'reset', ticketId: id });
  }
  forgetCursors(draft);
  for (const id of affected) if (id !== ticketId) ask(draft, id);
}
