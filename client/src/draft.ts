import type { Conversation, Effect, Link, Pending, Request, State, Told, World } from './state.ts';

/** A step under way: the state it leads to, and what is to be done. */
export interface Draft {
  state: State;
  readonly world: World;
  readonly effects: Effect[];
}

export function setLink(draft: Draft, link: Partial<Link>): void {
  draft.state = { ...draft.state, link: { ...draft.state.link, ...link } };
}

export function setConversation(draft: Draft, conversation: Conversation): void {
  const { state } = draft;
  draft.state = {
    ...state,
    conversations: { ...state.conversations, [conversation.ticketId]: conversation },
  };
}

/** Changes a conversation if it is there. */
export function changeConversation(draft: Draft, ticketId: string, change: Partial<Conversation>): void {
  const conversation = draft.state.conversations[ticketId];
  if (conversation) setConversation(draft, { ...conversation, ...change });
}

/** Replaces the outbox, and has what nobody has confirmed kept. */
export function setOutbox(draft: Draft, outbox: readonly Pending[]): void {
  draft.state = { ...draft.state, outbox };
  draft.effects.push({ type: 'keep', outbox: outbox.filter(({ number }) => number === undefined) });
}

export function tell(draft: Draft, told: Told): void {
  draft.effects.push({ type: 'tell', told });
}

/** Whether it goes by HTTPS because sockets fail. */
export function isPolling({ link, settings }: State): boolean {
  return link.phase !== 'open' && link.phase !== 'stopped' && link.failures >= settings.pollAfter;
}

/** Sends a request on the way there is for it; false when there is none. */
export function transmit(draft: Draft, request: Request): boolean {
  const via = wayOf(draft.state, request);
  if (via) draft.effects.push({ type: 'transmit', via, request });
  return via !== undefined;
}

const onSocket = ['open', 'send', 'person'];

/** The desk writes over HTTPS only, and so does everybody what sockets do not know. */
function wayOf(state: State, request: Request): 'socket' | 'http' | undefined {
  const open = state.link.phase === 'open';
  switch (request.action) {
    case 'write':
      if (state.settings.kind === 'desk' || !onSocket.includes(request.write.action))
        return state.link.phase === 'stopped' ? undefined : 'http';
      return open ? 'socket' : isPolling(state) ? 'http' : undefined;
    case 'resume':
      return open ? 'socket' : isPolling(state) ? 'http' : undefined;
    default:
      return open ? 'socket' : undefined;
  }
}

/** Full jitter: anywhere between now and a wait that doubles up to the cap. */
export function retryAt({ world, state }: Draft, tries: number, cap = state.settings.retryCap): number {
  return world.now + world.random() * Math.min(cap, state.settings.retryBase * 2 ** Math.min(tries, 30));
}
