import { step as realStep } from '../../../client/src/core.ts';
import type { Conversation, Effect, Input, State } from '../../../client/src/state.ts';
import { TICKET_ID } from '../builders.ts';
import type { Step } from './device.ts';

type EventsInput = Extract<Input, { type: 'received' }> & {
  message: Extract<Extract<Input, { type: 'received' }>['message'], { type: 'events' }>;
};

type Heartbeat = Extract<Extract<Input, { type: 'received' }>['message'], { type: 'heartbeat' }>;

/** Clients with one mistake each: what the sessions have to find. */
export const mutants: Readonly<Record<string, Step>> = {
  /** Shows what comes, whatever is missing before it. */
  'ignores gaps': onEvents((state, { message, ...input }) => ({
    ...input,
    message: { ...message, after: Math.min(message.after, numberOf(state)) },
  })),
  /** Shows what comes, whether it has been shown or not. */
  'shows things twice': (state, input, world) => {
    const { state: next, effects } = realStep(state, input, world);
    if (!isEvents(input) || input.message.epoch !== next.epoch || input.message.number > numberOf(state))
      return { state: next, effects };
    return { state: withLog(next, (events) => [...events, ...input.message.events]), effects };
  },
  /** Says with every try what it has heard of by then, seen or not. */
  'forgets the cursor of the first try': (state, input, world) => {
    const { state: next, effects } = realStep(state, input, world);
    const heard = next.conversations[TICKET_ID]?.head ?? 0;
    return { state: next, effects: effects.map((effect) => withCursor(effect, heard)) };
  },
  /** Shows what comes too early at once, and never again. */
  'shows things out of order': (state, input, world) => {
    const { state: next, effects } = realStep(state, input, world);
    const early = next.conversations[TICKET_ID]?.early ?? [];
    const shown = new Set(next.conversations[TICKET_ID]?.events.map(({ number }) => number));
    const now = early.flatMap(({ events }) => events).filter(({ number }) => !shown.has(number));
    const unique = (events: Conversation['events']) =>
      events.filter(({ number }, at) => events.findIndex((one) => one.number === number) === at);
    return { state: withLog(next, (events) => unique([...events, ...now])), effects };
  },
  /** Takes what was under way for sent when the socket closes. */
  'drops the outbox on reconnect': (state, input, world) => {
    const { state: next, effects } = realStep(state, input, world);
    return { state: input.type === 'closed' ? { ...next, outbox: [] } : next, effects };
  },
  'ignores the epoch': onEvents((state, { message, ...input }) => ({
    ...input,
    message: {
      ...message,
      epoch: state.epoch ?? message.epoch,
      ...(message.recovered !== undefined && { recovered: true }),
    },
  })),
  'ignores heartbeats': (state, input, world) =>
    input.type === 'received' && input.message.type === 'heartbeat'
      ? realStep(state, { ...input, message: nothingNew(state, input.message) }, world)
      : realStep(state, input, world),
  'resumes from one too far': (state, input, world) => {
    const { state: next, effects } = realStep(state, input, world);
    return { state: next, effects: effects.map(oneTooFar) };
  },
  'makes a new id for every try': (state, input, world) => {
    const { state: next, effects } = realStep(state, input, world);
    return { state: next, effects: effects.map((effect) => withNewId(effect)) };
  },
};

function onEvents(change: (state: State, input: EventsInput) => EventsInput): Step {
  return (state, input, world) => realStep(state, isEvents(input) ? change(state, input) : input, world);
}

function isEvents(input: Input): input is EventsInput {
  return input.type === 'received' && input.message.type === 'events';
}

function numberOf({ conversations }: State): number {
  return conversations[TICKET_ID]?.number ?? 0;
}

function withLog(state: State, change: (events: Conversation['events']) => Conversation['events']): State {
  const conversation = state.conversations[TICKET_ID];
  if (!conversation) return state;
  const changed = { ...conversation, events: change(conversation.events) };
  return { ...state, conversations: { ...state.conversations, [TICKET_ID]: changed } };
}

function nothingNew(state: State, message: Heartbeat): Heartbeat {
  return { ...message, epoch: state.epoch ?? '', numbers: { [TICKET_ID]: numberOf(state) } };
}

function withCursor(effect: Effect, after: number): Effect {
  if (effect.type !== 'transmit' || effect.request.action !== 'write') return effect;
  return { ...effect, request: { ...effect.request, write: { ...effect.request.write, after } } };
}

function withNewId(effect: Effect): Effect {
  if (effect.type !== 'transmit' || effect.request.action !== 'write') return effect;
  const { write } = effect.request;
  const commandId = `${write.commandId}-${write.tries}`;
  return { ...effect, request: { ...effect.request, write: { ...write, commandId } } };
}

function oneTooFar(effect: Effect): Effect {
  if (effect.type !== 'transmit' || effect.request.action !== 'resume' || effect.request.after === 0)
    return effect;
  return { ...effect, request: { ...effect.request, after: effect.request.after + 1 } };
}
