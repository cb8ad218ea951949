import { changeConversation, type Draft, isPolling, retryAt, setLink, tell, transmit } from './draft.ts';
import { askAll } from './log.ts';
import { flush, forgetAnswers } from './outbox.ts';
import type { State, Told } from './state.ts';

/** Most tickets one heartbeat names. */
const MOST_NAMED = 20;

/** Heartbeats until the platform has said how often, and while something happens. */
export const LIVE_BEAT = 30_000;

/** While something happens a heartbeat is put off by what is heard, until so long after the last. */
export const LATEST_BEAT = 90_000;

/** What the application is told of a link. */
export function connectionOf(state: State): Extract<Told, { type: 'connection' }>['state'] {
  const { phase } = state.link;
  if (phase === 'stopped') return 'offline';
  if (phase === 'open') return 'open';
  return isPolling(state) ? 'polling' : 'connecting';
}

/** Opens a socket. */
export function connect(draft: Draft): void {
  const { state, world } = draft;
  const id = state.link.id + 1;
  setLink(draft, { phase: 'opening', id, until: world.now + state.settings.patience * 2 });
  draft.effects.push({ type: 'connect', id });
}

/** A socket is open: everything is asked about anew, what was under way is sent again. */
export function onOpened(draft: Draft): void {
  const { world, state } = draft;
  // Not all at the same age, so that they do not all come back at the same time.
  const life = state.settings.socketLife * (0.9 + 0.1 * world.random());
  setLink(draft, {
    phase: 'open',
    until: world.now + life,
    beatAt: world.now + LIVE_BEAT * world.random(),
    beatBy: world.now + LATEST_BEAT,
    beatUntil: undefined,
  });
  for (const { ticketId, read } of Object.values(state.conversations))
    changeConversation(draft, ticketId, { read: { ...read, said: read.heard } });
  askAll(draft);
  forgetAnswers(draft);
  flush(draft);
}

/** The socket is gone, or did not open. */
export function onClosed(draft: Draft): void {
  const { world, state } = draft;
  const { link } = state;
  const failures = link.failures + 1;
  setLink(draft, {
    phase: 'waiting',
    failures,
    until: retryAt(draft, link.failures),
    pollAt: link.pollAt > world.now ? link.pollAt : world.now,
  });
  for (const ticketId of Object.keys(state.conversations))
    changeConversation(draft, ticketId, { askedUntil: undefined });
  forgetAnswers(draft);
}

/** Says that it is alive, and what it has seen. */
export function beat(draft: Draft): void {
  const { state, world } = draft;
  const all = Object.keys(state.conversations);
  const last = state.link.named.at(-1);
  const start = all.length > MOST_NAMED && last !== undefined ? all.indexOf(last) + 1 : 0;
  const named = [...all.slice(start), ...all.slice(0, start)].slice(0, MOST_NAMED);
  const seen = Object.fromEntries(named.map((id) => [id, state.conversations[id]?.number ?? 0]));
  transmit(draft, { action: 'heartbeat', seen, epoch: state.epoch });
  setLink(draft, {
    named,
    beatAt: world.now + LIVE_BEAT,
    beatUntil: world.now + state.settings.patience,
  });
}

/** Asks about everything over HTTPS while sockets fail: often while something happens. */
export function poll(draft: Draft): void {
  const { state, world } = draft;
  const wait = state.settings.pollEvery * (0.5 + world.random());
  setLink(draft, { pollAt: world.now + wait });
  askAll(draft);
  flush(draft);
}

/** Tells the application when the way to the platform has changed. */
export function tellConnection(draft: Draft, before: State): void {
  const state = connectionOf(draft.state);
  if (state !== connectionOf(before)) tell(draft, { type: 'connection', state });
}
