import { changeConversation, type Draft, isPolling, setLink, tell, transmit } from './draft.ts';
import { beat, connect, LATEST_BEAT, LIVE_BEAT, onClosed, onOpened, poll, tellConnection } from './link.ts';
import {
  ask,
  expect,
  follow,
  forget,
  onEvents,
  onGone,
  onHeartbeat,
  onSeen,
  onTyping,
  setTyping,
} from './log.ts';
import type { SocketMessage } from './messages.ts';
import { addWrite, confirmed, flush, refused } from './outbox.ts';
import type { Effect, Input, State, World } from './state.ts';

/** Shortest time between two signals of the same kind. */
const SIGNAL_MS = 3000;

/**
 * One step of the client: what it hears, in the state it is in, leads to a state and to effects. It knows no clock, no chance and no
 * socket of its own, so that the very same code runs in a browser and in a model of a million sessions.
 */
export function step(state: State, input: Input, world: World): { state: State; effects: readonly Effect[] } {
  const draft: Draft = { state, world, effects: [] };
  hear(draft, input);
  tellConnection(draft, state);
  return { state: draft.state, effects: draft.effects };
}

/** When the next step is due by itself; undefined when only the world can move it. */
export function wakeAt({ link, conversations, outbox, settings }: State): number | undefined {
  if (link.phase === 'stopped') return undefined;
  const times = [link.until];
  const open = link.phase === 'open';
  const polling = !open && link.failures >= settings.pollAfter;
  if (open) times.push(link.beatUntil ?? link.beatAt);
  if (polling) times.push(link.pollAt);
  for (const { askAt, askedUntil, read, typing } of Object.values(conversations)) {
    if (open || polling) times.push(askAt ?? Infinity, askedUntil ?? Infinity);
    if (open && read.to > read.said) times.push(read.saidAt + SIGNAL_MS);
    for (const { until } of typing) times.push(until);
  }
  for (const { dueAt } of outbox)
    if (open || polling || settings.kind === 'desk') times.push(dueAt ?? Infinity);
  return Math.min(...times);
}

function hear(draft: Draft, input: Input): void {
  const { link, settings } = draft.state;
  switch (input.type) {
    case 'start':
      if (link.phase !== 'stopped') break;
      draft.state = { ...draft.state, outbox: input.outbox };
      connect(draft);
      break;
    case 'stop':
      draft.effects.push({ type: 'disconnect', id: link.id });
      setLink(draft, { phase: 'stopped', id: link.id + 1, failures: 0 });
      break;
    case 'online':
      if (link.phase === 'waiting') setLink(draft, { until: draft.world.now });
      break;
    case 'opened':
      if (input.id === link.id && link.phase === 'opening') onOpened(draft);
      break;
    case 'closed':
      if (input.id === link.id && link.phase !== 'stopped') onClosed(draft);
      break;
    case 'received':
      // What an earlier socket says late is not heard.
      if (input.id === undefined || (input.id === link.id && link.phase === 'open'))
        receive(draft, input.message, input.id !== undefined);
      break;
    case 'tick':
      tick(draft);
      break;
    case 'follow':
      follow(draft, input.ticketId);
      break;
    case 'leave':
      if (settings.kind === 'desk') transmit(draft, { action: 'leave', ticketId: input.ticketId });
      forget(draft, input.ticketId);
      break;
    case 'write':
      addWrite(draft, input);
      break;
    case 'read':
      read(draft, input.ticketId, input.number);
      break;
    case 'typing':
      typing(draft, input.ticketId);
      break;
  }
}

function receive(draft: Draft, message: SocketMessage, bySocket: boolean): void {
  // Whoever answers is well.
  if (bySocket && draft.state.link.failures > 0) setLink(draft, { failures: 0 });
  switch (message.type) {
    case 'events':
      onEvents(draft, message);
      if (bySocket) heard(draft);
      break;
    case 'receipt':
      onReceipt(draft, message);
      if (bySocket) heard(draft);
      break;
    case 'heartbeat': {
      const { beatUntil, named } = draft.state.link;
      if (beatUntil === undefined) break;
      const { now } = draft.world;
      setLink(draft, { beatUntil: undefined, beatAt: now + message.next * 1000, beatBy: now + LATEST_BEAT });
      onHeartbeat(draft, message, named);
      break;
    }
    case 'error': {
      const { commandId, ticketId } = message;
      if (commandId !== undefined) onRefusal(draft, commandId, message);
      else if (ticketId !== undefined) troubled(draft, ticketId, message.error.code);
      break;
    }
    case 'seen':
      onSeen(draft, message);
      break;
    case 'typing':
      onTyping(draft, message);
      break;
    case 'place':
      tell(draft, message);
      break;
    case 'left':
      break;
  }
  flush(draft);
}

/**
 * Something happens, and the socket is well: a heartbeat would tell no more now. It comes when all has been quiet for a while, and not much
 * later than without that, for it also speaks of the conversations in which nothing was heard.
 */
function heard(draft: Draft): void {
  const { world, state } = draft;
  const soon = world.now + LIVE_BEAT;
  const beatBy = state.link.beatAt > soon ? world.now + LATEST_BEAT : state.link.beatBy;
  setLink(draft, { beatAt: Math.min(soon, beatBy), beatBy });
}

function onReceipt(draft: Draft, message: Extract<SocketMessage, { type: 'receipt' }>): void {
  const { ticketId, number, epoch } = message;
  const { state } = draft;
  if (state.epoch !== undefined && epoch !== state.epoch) {
    // Perhaps of a past that is gone, and the write with it: the answer will tell, and it is sent again.
    follow(draft, ticketId);
    ask(draft, ticketId);
    return;
  }
  draft.state = { ...state, epoch };
  confirmed(draft, message);
  follow(draft, ticketId);
  const conversation = draft.state.conversations[ticketId];
  if (conversation) expect(draft, conversation, number);
}

function onRefusal(
  draft: Draft,
  commandId: string,
  message: Extract<SocketMessage, { type: 'error' }>,
): void {
  const write = draft.state.outbox.find((one) => one.commandId === commandId);
  refused(draft, commandId, message);
  // Perhaps its cursor is from a past that is gone: the answer will tell.
  if (write && message.error.code === 'stale_cursor') ask(draft, write.ticketId);
}

function troubled(draft: Draft, ticketId: string, code: string): void {
  if (code === 'not_found') onGone(draft, ticketId);
  const conversation = draft.state.conversations[ticketId];
  if (code === 'too_many_requests' && conversation) {
    const { read } = conversation;
    changeConversation(draft, ticketId, { read: { ...read, said: read.heard } });
  }
}

/** Everything whose time has come. */
function tick(draft: Draft): void {
  const { world } = draft;
  const { link } = draft.state;
  if (link.phase === 'stopped') return;
  if (link.until <= world.now) nextPhase(draft);
  else if (link.phase === 'open') {
    if (link.beatUntil !== undefined && link.beatUntil <= world.now) abandon(draft);
    else if (link.beatUntil === undefined && link.beatAt <= world.now) beat(draft);
  }
  if (isPolling(draft.state) && draft.state.link.pollAt <= world.now) poll(draft);
  for (const { ticketId, askAt, askedUntil, typing } of Object.values(draft.state.conversations)) {
    if (askedUntil !== undefined && askedUntil <= world.now) {
      changeConversation(draft, ticketId, { askedUntil: undefined });
      ask(draft, ticketId);
    } else if (askAt !== undefined && askAt <= world.now) ask(draft, ticketId);
    const still = typing.filter(({ until }) => until > world.now);
    if (still.length < typing.length) setTyping(draft, ticketId, still);
    sayRead(draft, ticketId);
  }
  flush(draft);
}

/** It has waited long enough, or opening takes too long, or the socket has grown old and makes way for a fresh one. */
function nextPhase(draft: Draft): void {
  const { phase, id } = draft.state.link;
  if (phase === 'opening') {
    abandon(draft);
    return;
  }
  if (phase === 'open') draft.effects.push({ type: 'disconnect', id });
  connect(draft);
}

/** Leaves a socket that does not answer. */
function abandon(draft: Draft): void {
  draft.effects.push({ type: 'disconnect', id: draft.state.link.id });
  onClosed(draft);
}

function read(draft: Draft, ticketId: string, number: number): void {
  const conversation = draft.state.conversations[ticketId];
  if (!conversation || number <= conversation.read.to) return;
  changeConversation(draft, ticketId, { read: { ...conversation.read, to: number } });
  sayRead(draft, ticketId);
}

function sayRead(draft: Draft, ticketId: string): void {
  const { world, state } = draft;
  const read = state.conversations[ticketId]?.read;
  if (!read || read.to <= read.said || world.now < read.saidAt + SIGNAL_MS) return;
  if (transmit(draft, { action: 'seen', ticketId, number: read.to }))
    changeConversation(draft, ticketId, { read: { ...read, said: read.to, saidAt: world.now } });
}

function typing(draft: Draft, ticketId: string): void {
  const { world, state } = draft;
  const conversation = state.conversations[ticketId];
  if (!conversation || world.now < conversation.typedAt + SIGNAL_MS) return;
  if (transmit(draft, { action: 'typing', ticketId }))
    changeConversation(draft, ticketId, { typedAt: world.now });
}
