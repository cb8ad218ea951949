import { type Draft, retryAt, setOutbox, tell, transmit } from './draft.ts';
import type { ApiError, SocketMessage } from './messages.ts';
import type { Pending } from './state.ts';

/** Longest wait before a write is tried again. */
const WRITE_RETRY_CAP = 30_000;

/**
 * How long a write waits whose cursor is of a past that is gone. Functions remember an epoch for 15 s and work for seconds: by then
 * none of them still takes a copy with the old cursor, so the one that is sent from the beginning finds every copy there is.
 */
const HOLD = 30_000;

/** Errors that another try may not meet. */
const passing: readonly ApiError['error']['code'][] = [
  'internal',
  'too_many_requests',
  'conflict',
  'unauthorized',
  'stale_cursor',
];

/** Takes a write in; it is kept before it is sent. */
export function addWrite(
  draft: Draft,
  { commandId, ticketId, action, body }: Pick<Pending, 'commandId' | 'ticketId' | 'action' | 'body'>,
): void {
  if (draft.state.outbox.some((one) => one.commandId === commandId)) return;
  setOutbox(draft, [...draft.state.outbox, { commandId, ticketId, action, body, tries: 0 }]);
  flush(draft);
}

/**
 * Sends what is due: of each conversation the first write alone, so that their order is kept, and what got no answer in time. The
 * cursor of the first try is kept before it is sent, because every repeat has to say the same.
 */
export function flush(draft: Draft): void {
  const { world, state } = draft;
  const busy = new Set<string>();
  for (const write of state.outbox) {
    if (write.number !== undefined || busy.has(write.ticketId)) continue;
    busy.add(write.ticketId);
    if (write.dueAt !== undefined && write.dueAt > world.now) continue;
    const seen = state.conversations[write.ticketId]?.number ?? 0;
    const tried: Pending = {
      ...write,
      ...(write.after === undefined && { after: seen, epoch: state.epoch }),
      heldUntil: undefined,
      tries: write.tries + 1,
      dueAt: world.now + state.settings.patience,
    };
    const before = draft.state;
    setOutbox(
      draft,
      before.outbox.map((one) => (one === write ? tried : one)),
    );
    if (!transmit(draft, { action: 'write', write: tried })) {
      draft.state = before;
      draft.effects.pop();
    }
  }
}

/** Another socket: whatever was under way may be lost, and is due again, unless it is held. */
export function forgetAnswers(draft: Draft): void {
  // A clock that was set back holds nothing for longer.
  const latest = draft.world.now + HOLD;
  const outbox = draft.state.outbox.map((write) => ({
    ...write,
    dueAt: write.heldUntil && Math.min(write.heldUntil, latest),
  }));
  draft.state = { ...draft.state, outbox };
}

/** The platform has it, under this number. An opening gives those that wait for it their ticket. */
export function confirmed(
  draft: Draft,
  {
    commandId,
    ticketId,
    number,
  }: Pick<Extract<SocketMessage, { type: 'receipt' }>, 'commandId' | 'ticketId' | 'number'>,
): void {
  const write = draft.state.outbox.find((one) => one.commandId === commandId);
  if (!write || write.number !== undefined) return;
  const opening = write.action === 'open';
  setOutbox(
    draft,
    draft.state.outbox.map((one) => {
      if (one === write) return { ...one, ticketId, number, dueAt: undefined, heldUntil: undefined };
      return opening && one.ticketId === commandId ? { ...one, ticketId } : one;
    }),
  );
  if (opening) tell(draft, { type: 'opened', commandId, ticketId });
  tell(draft, { type: 'sent', commandId, ticketId, number });
}

/** Removes what the log shows by now. */
export function settle(draft: Draft, ticketId: string, number: number): void {
  const { outbox } = draft.state;
  const left = outbox.filter(
    (write) => write.ticketId !== ticketId || write.number === undefined || write.number > number,
  );
  if (left.length < outbox.length) draft.state = { ...draft.state, outbox: left };
}

/** The platform does not have it: it is tried again later, or given up when another try would fare no better. */
export function refused(draft: Draft, commandId: string, { error }: ApiError): void {
  const write = draft.state.outbox.find((one) => one.commandId === commandId);
  if (!write || write.number !== undefined) return;
  if (passing.includes(error.code)) {
    const later =
      error.code === 'stale_cursor'
        ? fromTheBeginning(draft, write)
        : { ...write, dueAt: retryAt(draft, write.tries, WRITE_RETRY_CAP) };
    setOutbox(
      draft,
      draft.state.outbox.map((one) => (one === write ? later : one)),
    );
    return;
  }
  // What was written into a conversation that does not open has nowhere to go.
  const given = draft.state.outbox.filter(
    (one) => one === write || (write.action === 'open' && one.ticketId === commandId),
  );
  setOutbox(
    draft,
    draft.state.outbox.filter((one) => !given.includes(one)),
  );
  for (const one of given)
    tell(draft, { type: 'failed', commandId: one.commandId, ticketId: one.ticketId, error });
}

/** A past that is gone: what is confirmed went with it, and the first copy of the rest may stand anywhere. */
export function forgetCursors(draft: Draft): void {
  setOutbox(
    draft,
    draft.state.outbox
      .filter(({ number }) => number === undefined)
      .map((write) => fromTheBeginning(draft, write)),
  );
}

/** A write whose first copy may stand anywhere, once no more copies with its old cursor can be stored. */
function fromTheBeginning({ world }: Draft, write: Pending): Pending {
  if (!write.after) return write;
  const heldUntil = world.now + HOLD;
  return { ...write, after: 0, epoch: undefined, dueAt: heldUntil, heldUntil };
}
