import type { EventType } from '../../schemas/events.ts';
import { Ticket } from '../../schemas/ticket.ts';
import { TimerKind } from '../../schemas/timer.ts';
import { reactions } from '../../schemas/work-queues.ts';
import { type Command, askForPerson, openTicket, receiveMessage } from '../domain/conversation.ts';
import type { TicketChange } from '../domain/change.ts';
import { acceptTicket, declineTicket, replyToCustomer, resolveByAgent } from '../domain/desk.ts';
import { momentAt } from '../domain/iso-time.ts';
import { leaveTicket } from '../domain/leaving.ts';
import { resolveTicket } from '../domain/resolving.ts';
import { answerSurvey, offerSurvey } from '../domain/survey.ts';
import { agentOf } from '../domain/ticket.ts';
import { onTimer } from '../domain/timers.ts';
import { note, type Worker } from './agents.ts';
import { fill, refill, seat } from './assigning.ts';
import { isSure, takeTurn } from './bot.ts';
import { exponential } from './chance.ts';
import { openStandby } from './standby.ts';
import { DUE, isWaiting, keep, later, numberOf, type Talk, talkOf, type World } from './world.ts';

/** Every simulated write is the first of its kind: nothing is sent twice here. */
const COMMAND: Command = { id: 'simulated', digest: '' };

/** Events after which a waiting ticket is routed and offered. */
const SEATING = new Set<EventType>(reactions.seating);

/**
 * Every field of a ticket, none with a value: with all of them there from the beginning, and in one order, all tickets of a day have one
 * layout in memory, and the engine need not look up for each of them where a field is.
 */
const BLANK = Object.fromEntries(Object.keys(Ticket.shape).map((field) => [field, undefined]));

/** A customer writes for the first time. */
export function visit(world: World, index: number): void {
  const { day, scenario, situation, talks, agenda } = world;
  const next = day.times[index + 1];
  if (next !== undefined) agenda.add(next, DUE.visit, index + 1);
  const who = day.visitOf(index);
  const opened = openTicket(
    {
      ticketId: numberOf(index),
      customer: { customerId: `customer-${index}`, segment: who.segment },
      channel: who.channel,
      locale: 'zh-CN',
      text: '',
      command: COMMAND,
    },
    situation,
  );
  const change = { ...opened, ticket: { ...BLANK, ...opened.ticket } };
  const { number, hash } = change.events[0];
  const history = { ticket: change.ticket, number, hash, events: [] };
  const talk: Talk = { index, visit: who, history, left: scenario.customers.turns, hand: 0, wait: 0 };
  talks.set(index, talk);
  follow(world, talk, change);
  later(world, scenario.bot.seconds, DUE.botTurn, index);
}

/** The bot answers, or hands over. */
export function botTurn(world: World, index: number): void {
  const talk = world.talks.get(index);
  if (talk?.history.ticket.holder.kind !== 'bot') return;
  const { bot, customers } = world.scenario;
  follow(world, talk, takeTurn(talk.history, talk.visit, bot.threshold, world.situation));
  if (isSure(talk.visit, bot.threshold) && !talk.visit.botKnows)
    later(world, exponential(customers.thinkSeconds, talk.visit.random), DUE.wantsPerson, index);
}

/** The answer was wrong: the customer asks for a person. */
export function wantsPerson(world: World, index: number): void {
  const talk = world.talks.get(index);
  if (talk?.history.ticket.holder.kind !== 'bot') return;
  const change = askForPerson(talk.history, COMMAND, world.situation);
  if (change) follow(world, talk, change);
}

/** The agent accepts the offer, or declines it. */
export function answersOffer(world: World, index: number, hand: number): void {
  const talk = world.talks.get(index);
  if (talk?.history.ticket.holder.kind !== 'offer' || talk.hand !== hand) return;
  const worker = holderOf(world, talk);
  const by = { caller: worker.caller, command: COMMAND };
  if (world.random() < world.scenario.agents.declineShare) {
    follow(world, talk, declineTicket(talk.history, { ...by, because: 'busy' }, world.situation));
    return;
  }
  worker.accepted += 1;
  follow(world, talk, acceptTicket(talk.history, by, world.situation));
  work(world, talk, worker);
}

/** The agent has written; after the last message the matter is settled. */
export function agentReplies(world: World, index: number, hand: number): void {
  const talk = world.talks.get(index);
  if (talk?.history.ticket.holder.kind !== 'agent' || talk.hand !== hand) return;
  const { customers } = world.scenario;
  const by = { caller: holderOf(world, talk).caller, command: COMMAND };
  follow(world, talk, replyToCustomer(talk.history, { ...by, text: '' }, world.situation));
  talk.left -= 1;
  if (talk.left > 0)
    later(world, exponential(customers.thinkSeconds, talk.visit.random), DUE.customerWrites, index);
  else follow(world, talk, resolveByAgent(talk.history, { ...by, reason: 'settled' }, world.situation));
}

/** The agent is not done yet and says so. */
export function agentHolds(world: World, index: number, hand: number): void {
  const talk = world.talks.get(index);
  if (talk?.history.ticket.holder.kind !== 'agent' || talk.hand !== hand) return;
  const by = { caller: holderOf(world, talk).caller, command: COMMAND };
  follow(world, talk, replyToCustomer(talk.history, { ...by, text: '' }, world.situation));
}

/** The customer answers the agent. */
export function customerWrites(world: World, index: number): void {
  const talk = world.talks.get(index);
  if (!talk || talk.history.ticket.status === 'resolved') return;
  follow(world, talk, receiveMessage(talk.history, { text: '', command: COMMAND }, world.situation));
  if (talk.history.ticket.holder.kind === 'agent') work(world, talk, holderOf(world, talk));
}

/** The customer has waited long enough and leaves. */
export function givesUp(world: World, index: number, wait: number): void {
  const talk = world.talks.get(index);
  if (!talk || talk.wait !== wait || !isWaiting(talk.history.ticket)) return;
  const { customerId } = talk.history.ticket;
  const actor = { kind: 'customer', id: customerId } as const;
  follow(
    world,
    talk,
    resolveTicket(talk.history, { actor, command: COMMAND, reason: 'gave up waiting' }, world.situation),
  );
}

/** The customer rates what was done; who is not content comes back once. */
export function answersSurvey(world: World, index: number): void {
  const talk = world.talks.get(index);
  if (!talk || talk.history.ticket.survey !== 'offered') return;
  const content = talk.visit.content || talk.history.ticket.resolutionCount > 1;
  talk.left = 1;
  const answer = { score: content ? 5 : 2, solved: content, command: COMMAND };
  follow(world, talk, answerSurvey(talk.history, answer, world.situation));
}

/** A timer of a ticket is due. */
export function timerDue(world: World, index: number, kindAt: number): void {
  const talk = world.talks.get(index);
  const kind = TimerKind.options[kindAt];
  if (!talk || kind === undefined) return;
  const { ticket } = talk.history;
  const dueAt = ticket.timers[kind];
  if (dueAt === undefined || momentAt(dueAt) !== world.now) return;
  const change = onTimer(talk.history, { ticketId: ticket.ticketId, kind, dueAt }, world.situation);
  if (change) follow(world, talk, change);
}

export function shiftBegins(world: World, at: number): void {
  setPresence(world, at, 'available');
}

/** Whoever goes home hands on what they have. */
export function shiftEnds(world: World, at: number): void {
  const worker = setPresence(world, at, 'offline');
  for (const ticketId of worker?.agent.seats ?? [])
    handOn(world, talkOf(world, ticketId), worker, 'the shift is over');
}

/** On a break nothing is offered; conversations that have begun go on. */
export function breakBegins(world: World, at: number): void {
  if (world.workers[at]?.agent.availability !== 'available') return;
  const worker = setPresence(world, at, 'break');
  for (const ticketId of worker?.agent.seats ?? []) {
    const talk = talkOf(world, ticketId);
    if (talk?.history.ticket.holder.kind === 'offer') handOn(world, talk, worker, 'on a break');
  }
}

export function breakEnds(world: World, at: number): void {
  if (world.workers[at]?.agent.availability === 'break') setPresence(world, at, 'available');
}

function handOn(world: World, talk: Talk | undefined, worker: Worker | undefined, why: string): void {
  if (!talk || !worker) return;
  const change = leaveTicket(talk.history, worker.agent.agentId, why, world.situation);
  if (change) follow(world, talk, change);
}

function setPresence(
  world: World,
  at: number,
  availability: Worker['agent']['availability'],
): Worker | undefined {
  const worker = world.workers[at];
  if (!worker) return undefined;
  note(worker, world.now, world.day);
  const shift = worker.shifts.find(({ from, to }) => from <= world.now && world.now < to);
  const { until: _before, ...agent } = worker.agent;
  const until = shift && Number.isFinite(shift.to) ? { until: new Date(shift.to).toISOString() } : {};
  worker.agent = { ...agent, ...until, availability };
  if (availability === 'available') fill(world, at);
  return worker;
}

/**
 * Work on the next message: slower the more conversations there are, this one not counted. Who needs longer than was promised says in
 * between that they are at it, as people do who see their deadline.
 */
function work(world: World, talk: Talk, { agent }: Worker): void {
  const { slowdown } = world.scenario.agents;
  const { turns } = world.scenario.customers;
  const others = Math.max(0, agent.seats.length - 1);
  const seconds = (talk.visit.handlingSeconds / turns) * (1 + slowdown * others);
  later(world, seconds, DUE.agentReplies, talk.index, talk.hand);
  const due = firstDue(talk.history.ticket);
  if (due === undefined) return;
  const spare = ((due - world.now) / 1000) * IN_GOOD_TIME;
  if (spare > 0 && seconds > spare) later(world, spare, DUE.agentHolds, talk.index, talk.hand);
}

/** Share of the time to a promised reply after which an agent who is not done says so. */
const IN_GOOD_TIME = 0.75;

/** When a reply is due next, in milliseconds of the epoch. */
function firstDue({ timers }: Talk['history']['ticket']): number | undefined {
  const [first] = [timers['next-reply-due'], timers['first-reply-due']]
    .filter((it) => it !== undefined)
    .sort();
  return first === undefined ? undefined : momentAt(first);
}

function holderOf(world: World, { history }: Talk): Worker {
  const worker = world.workers[world.workerOf.get(agentOf(history.ticket) ?? '') ?? -1];
  if (!worker) throw new Error(`nobody has ${history.ticket.ticketId}`);
  return worker;
}

/** Keeps a change, and does what the platform does after it. */
function follow(world: World, talk: Talk, change: TicketChange): void {
  keep(world, talk, change);
  const { ticket, freeSeat, events } = change;
  if (events.some((it) => it.type === 'TicketEscalated' && it.body.rung === 'open-standby'))
    openStandby(world);
  if (ticket.status === 'resolved' && change.before?.status !== 'resolved') afterResolution(world, talk);
  if (ticket.status === 'closed') world.talks.delete(talk.index);
  if (events.some(({ type }) => SEATING.has(type))) seat(world, talk);
  if (freeSeat !== undefined) refill(world, world.workerOf.get(freeSeat) ?? -1);
}

/** A survey is offered; a ticket of which nothing more is to come is let go. Closing it after days is not played. */
function afterResolution(world: World, talk: Talk): void {
  const offered = offerSurvey(talk.history, talk.history.ticket.resolutionCount, world.situation);
  if (offered) keep(world, talk, offered);
  if (talk.history.ticket.survey === 'offered' && talk.visit.answersSurvey)
    later(
      world,
      exponential(world.scenario.customers.thinkSeconds, talk.visit.random),
      DUE.answersSurvey,
      talk.index,
    );
  else world.talks.delete(talk.index);
}
