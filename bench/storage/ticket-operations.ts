import { changeOf, type Draft } from '../../functions/domain/change.ts';
import { farTimer } from '../../functions/domain/timer-plan.ts';
import { QueueId } from '../../schemas/ids.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { TimerKind } from '../../schemas/timer.ts';
import type { Draw, History, Operation, TicketChange, World } from './world.ts';

const system = { kind: 'system', id: 'kefu' } as const;

type Drafting = (world: World) => Draft;

/** What customer and agent say. */
const words: readonly [Drafting, ...Drafting[]] = [
  () => ({ type: 'MessageSent', actor: { kind: 'agent', id: 'agent-1' }, body: { text: '在的' } }),
  () => ({ type: 'MessageSent', actor: { kind: 'customer', id: 'customer-1' }, body: { text: '在吗 👋' } }),
  (world) => ({
    type: 'MessageSent',
    actor: { kind: 'customer', id: 'customer-1' },
    body: { text: '还在吗' },
    timers: timersOf(world),
  }),
];

/** What may be written next; each is only possible where `evolve` can fold it, which is anywhere after the opening. */
const drafts: readonly [Drafting, ...Drafting[]] = [
  ...words,
  () => ({ type: 'NoteAdded', actor: system, body: { text: 'note' } }),
  (world) => ({
    type: 'TicketQueued',
    actor: system,
    body: { queueId: queueOf(world), reason: 'asked' },
    timers: timersOf(world),
  }),
  (world) => ({
    type: 'TicketOffered',
    actor: system,
    body: { agentId: world.agentId(), reason: 'free' },
    timers: timersOf(world),
  }),
  (world) => ({
    type: 'TicketAccepted',
    actor: system,
    body: { agentId: world.agentId(), waitedSeconds: 3 },
    timers: timersOf(world),
  }),
  (world) => ({
    type: 'OfferPassed',
    actor: system,
    body: { agentId: world.agentId(), reason: world.pick(['declined', 'expired', 'left']) },
  }),
  (world) => ({ type: 'TicketPended', actor: system, body: {}, timers: timersOf(world) }),
  () => ({ type: 'TicketResumed', actor: system, body: {} }),
  (world) => ({
    type: 'TicketResolved',
    actor: system,
    body: { resolutionCount: 1, reason: 'done' },
    timers: timersOf(world),
  }),
];

/** A ticket is opened, or once more under the same number. */
export const open: Draw = (world) => {
  const opening: Draft = {
    type: 'TicketOpened',
    actor: system,
    body: {
      customerId: world.customerId(),
      segment: 'ordinary',
      channel: 'app',
      locale: 'zh-CN',
      subject: '退款',
      ...(world.chance(0.5) && { customerName: '小王' }),
    },
    timers: timersOf(world),
  };
  const more = world.chance(0.5) ? [world.pick(drafts)(world)] : [];
  return saving('open', world, changeOf({ ticketId: world.ticketId() }, [opening, ...more], world.now));
};

/** A decision about a ticket, often on a history that has grown since. */
export const decide: Draw = (world) => {
  const history = world.chance(0.6) ? world.histories.at(-1) : world.pickAny(world.histories);
  if (!history) return undefined;
  const count = world.chance(0.7) ? 1 : 1 + world.below(4);
  const made = Array.from({ length: count }, () => world.pick(drafts)(world));
  return saving('decide', world, changeOf(history, made, world.now));
};

/** Customer and agent talk: the row of the ticket stays behind. */
export const talk: Draw = (world) => {
  const held = world.histories.filter(({ ticket }) => ticket.holder.kind === 'agent');
  const history = world.chance(0.8) ? held.at(-1) : world.pickAny(held);
  if (!history) return undefined;
  const change = changeOf(history, [world.pick(words)(world)], world.now);
  return saving(change.behind ? `words, ${change.behind} behind` : 'words', world, change);
};

/** A change that takes or frees seats of anybody, also of nobody we know. */
export const moveSeats: Draw = (world) => {
  const history = world.pickAny(world.histories);
  if (!history) return undefined;
  const {
    takeSeat: _take,
    freeSeat: _free,
    ...change
  } = changeOf(history, [world.pick(drafts)(world)], world.now);
  const [takeSeat, freeSeat] = [world.agentId(), world.agentId()];
  return saving('seats', world, {
    ...change,
    // The same row cannot be written twice in one transaction: no decision does that.
    ...(world.chance(0.7) && { takeSeat }),
    ...(freeSeat !== takeSeat && world.chance(0.5) && { freeSeat }),
  });
};

/** Tickets from here on get gaps: sooner or later nobody can read them any more. */
const FIRST_WITH_GAPS = 'KF-0000-0000-0035';

/** A write whose number leaves a gap: against the protocol, and the same on both sides all the same. */
export const leaveGap: Draw = (world) => {
  const history = world.pickAny(world.histories);
  if (!history || history.ticket.ticketId < FIRST_WITH_GAPS) return undefined;
  const ahead = { ...history, number: history.number + 1 + world.below(3) };
  return saving('gap', world, changeOf(ahead, [world.pick(drafts)(world)], world.now));
};

export const readTicket: Draw = (world) => {
  const ticketId = world.ticketId();
  const after = world.pick([undefined, 0, world.below(12), world.below(1000)]);
  const missing = world.chance(0.2);
  return {
    name: 'read',
    run: async ({ tickets }) => {
      if (missing) return (await tickets.find(ticketId, after)) ?? 'nothing';
      return tickets.get(ticketId, after);
    },
  };
};

export const readEvents: Draw = (world) => {
  const [ticketId, after, limit] = [world.ticketId(), world.below(12), world.limit()];
  return { name: 'listEvents', run: ({ tickets }) => tickets.listEvents(ticketId, after, limit) };
};

export const list: Draw = (world) => {
  const [limit, cursor, which] = [world.limit(), world.cursor(), world.below(3)];
  const [customerId, agentId, queueId] = [world.customerId(), world.agentId(), queueOf(world)];
  return {
    name: ['listOfCustomer', 'listOfAgent', 'listWaiting'][which] ?? '',
    run: ({ tickets }) => {
      if (which === 0) return tickets.listOfCustomer(customerId, limit, cursor);
      if (which === 1) return tickets.listOfAgent(agentId, limit, cursor);
      return tickets.listWaiting(queueId, limit, cursor);
    },
  };
};

export const countWaiting: Draw = (world) => {
  const queueId = queueOf(world);
  const ahead = world.chance(0.6) ? world.pickAny(world.histories)?.ticket : undefined;
  return { name: 'countWaiting', run: ({ tickets }) => tickets.countWaiting(queueId, ahead) };
};

export const listDue: Draw = (world) => {
  const due = world.pickAny(world.due) ?? { minute: '2026-11-21T12:20', shard: 0 };
  return { name: 'listDue', run: ({ tickets }) => tickets.listDue(due.minute, due.shard) };
};

function saving(name: string, world: World, change: TicketChange): Operation {
  const { ticket, events } = change;
  remember(world, ticket);
  return {
    name,
    run: async ({ tickets }) => {
      await tickets.save(change);
      return events.length;
    },
  };
}

/** Where a far timer of the ticket would be found. */
function remember(world: World, ticket: Ticket): void {
  const far = farTimer(ticket);
  if (far) world.due.push({ minute: far.minute, shard: far.shard });
  if (world.due.length > 50) world.due.shift();
}

function queueOf(world: World): QueueId {
  return world.chance(0.5) ? 'support' : (world.pickAny(QueueId.options) ?? 'support');
}

function timersOf(world: World): Draft['timers'] {
  const kind = world.pickAny(TimerKind.options);
  if (kind === undefined || world.chance(0.4)) return undefined;
  const seconds = world.pick([5, 899, 900, 901, 3600, 86_400]) + world.below(2);
  return { [kind]: world.chance(0.2) ? null : new Date(world.now.getTime() + seconds * 1000).toISOString() };
}

export type { History };
