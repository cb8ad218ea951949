import type { Agent } from '../../schemas/agent.ts';
import type { CapacityState } from '../../schemas/capacity.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import type { ShippedSeconds } from '../../schemas/sla.ts';
import { TimerKind } from '../../schemas/timer.ts';
import type { History, TicketChange } from '../domain/change.ts';
import { momentAt } from '../domain/iso-time.ts';
import type { Routing } from '../domain/routing.ts';
import { shippedSla } from '../domain/shipped-sla.ts';
import type { Promises, Situation } from '../domain/sla.ts';
import { agentOf } from '../domain/ticket.ts';
import { Agenda } from './agenda.ts';
import { free, note, take, type Worker, workersOf } from './agents.ts';
import { chanceOf, exponential, type Random } from './chance.ts';
import type { Day, Visit } from './day.ts';
import { countChange, emptyTally, type Tally } from './tally.ts';
import { Waiting } from './waiting.ts';

/** A conversation that is going on. */
export interface Talk {
  readonly index: number;
  readonly visit: Visit;
  history: History;
  /** Messages the agent still has to write. */
  left: number;
  /** Goes up whenever the ticket changes hands: what somebody was about to do with it then does not happen. */
  hand: number;
  /** Goes up whenever the customer begins to wait for a person. */
  wait: number;
}

/** What can be due, by number; the timers of tickets come after these. */
export const DUE = {
  visit: 0,
  botTurn: 1,
  wantsPerson: 2,
  answersOffer: 3,
  agentReplies: 4,
  customerWrites: 5,
  givesUp: 6,
  answersSurvey: 7,
  fill: 8,
  shiftBegins: 9,
  shiftEnds: 10,
  breakBegins: 11,
  breakEnds: 12,
  minute: 13,
  agentHolds: 14,
  timer: 15,
} as const;

const TIMER_INDEX = new Map<string, number>(TimerKind.options.map((kind, at) => [kind, at]));

/** Sees what was decided about a customer, by their place among those of the day. */
export type Watch = (change: TicketChange, index: number) => void;

/** A day as it stands at a moment. */
export interface World {
  readonly watch: Watch | undefined;
  readonly scenario: Scenario;
  readonly day: Day;
  readonly routing: Routing;
  readonly policy: Promises;
  readonly agenda: Agenda;
  readonly tally: Tally;
  readonly waiting: Waiting;
  readonly workers: readonly Worker[];
  readonly workerOf: ReadonlyMap<string, number>;
  /** By index; gone when nothing more is played of it. */
  readonly talks: Map<number, Talk>;
  /** Chance of the desk: whom routing draws, how long agents take. */
  readonly random: Random;
  /** Nothing that is due later than this is played. */
  readonly until: number;
  readonly capacity: CapacityState;
  situation: Situation;
  now: number;
}

/** Hours after midnight in which conversations of the day may still end. */
const AFTER_HOURS = 3;

export function worldOf(scenario: Scenario, day: Day, number: number, watch?: Watch): World {
  const workers = workersOf(scenario, day);
  const policy: Promises = { ...(scenario.policies ?? shippedSla(secondsOf(scenario))), version: 0 };
  return {
    watch,
    scenario,
    day,
    routing: { settings: scenario.routing, version: 0 },
    policy,
    agenda: new Agenda(),
    tally: emptyTally(),
    waiting: new Waiting(),
    workers,
    workerOf: new Map(workers.map(({ agent }, at) => [agent.agentId, at])),
    talks: new Map(),
    random: chanceOf(scenario.seed, number, -2),
    until: day.to + AFTER_HOURS * 3_600_000,
    capacity: { profile: 'off-peak', standbyOpen: false, changedAt: new Date(day.from).toISOString() },
    situation: { now: new Date(day.from), policy },
    now: day.from,
  };
}

/** Moves the clock. */
export function moveTo(world: World, time: number): void {
  if (time === world.now) return;
  world.now = time;
  world.situation = { now: new Date(time), policy: world.policy };
}

/** Has something happen so many seconds from now. */
export function later(world: World, seconds: number, kind: number, who: number, extra = 0): void {
  world.agenda.add(world.now + Math.round(seconds * 1000), kind, who, extra);
}

/** Keeps what was decided, as the table would: the ticket, its timers, the seats, its place in a queue. */
export function keep(world: World, talk: Talk, change: TicketChange): void {
  const { before, ticket, events, behind, takeSeat, freeSeat } = change;
  const last = events.at(-1) ?? events[0];
  talk.history = { ticket, number: last.number, hash: last.hash, events: [last], behind: behind ?? 0 };
  countChange(world.tally, change);
  world.watch?.(change, talk.index);
  for (const { timers } of events) if (timers) arm(world, talk, timers);
  if (before === ticket) return;
  if (before) world.waiting.remove(before);
  world.waiting.add(ticket);
  const now = last.occurredAt;
  if (freeSeat !== undefined) withWorker(world, freeSeat, (worker) => free(worker, ticket, now));
  if (takeSeat !== undefined) withWorker(world, takeSeat, (worker) => take(worker, ticket, now));
  if (before === undefined || agentOf(before) !== agentOf(ticket)) talk.hand += 1;
  if (isWaiting(change.ticket) && !(before && isWaiting(before))) beginsToWait(world, talk);
}

function beginsToWait(world: World, talk: Talk): void {
  talk.wait += 1;
  const { patienceSeconds } = world.scenario.customers;
  if (patienceSeconds !== null)
    later(world, exponential(patienceSeconds, talk.visit.random), DUE.givesUp, talk.index, talk.wait);
}

function arm(world: World, { index }: Talk, timers: Partial<Record<string, string | null>>): void {
  for (const kind in timers) {
    const dueAt = timers[kind];
    if (dueAt === null || dueAt === undefined) continue;
    const time = momentAt(dueAt);
    if (time <= world.until) world.agenda.add(time, DUE.timer + (TIMER_INDEX.get(kind) ?? 0), index);
  }
}

function withWorker(world: World, agentId: string, change: (worker: Worker) => void): void {
  const worker = world.workers[world.workerOf.get(agentId) ?? -1];
  if (!worker) throw new Error(`nobody is called ${agentId}`);
  note(worker, world.now, world.day);
  change(worker);
}

/** Whether a customer waits for a person, an offer included. */
export function isWaiting({ holder }: History['ticket']): boolean {
  return holder.kind === 'queue' || holder.kind === 'offer';
}

/** The conversation of a ticket in a list; none when it is over. */
export function talkOf(world: World, ticketId: string): Talk | undefined {
  return world.talks.get(Number(ticketId.slice(3, 7) + ticketId.slice(8, 12) + ticketId.slice(13)));
}

/** A ticket number for a customer of the day. */
export function numberOf(index: number): string {
  const digits = String(index).padStart(12, '0');
  return `KF-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}

/** Agents at work with a free seat; nobody else can be given anything. */
export function withRoom({ workers }: World): Agent[] {
  const agents: Agent[] = [];
  for (const { agent } of workers)
    if (agent.availability === 'available' && agent.seats.length < agent.capacity) agents.push(agent);
  return agents;
}

/** The promises of a scenario in the words of the stack parameters. */
function secondsOf({ sla }: Scenario): ShippedSeconds {
  const { urgent, high, normal, low, warnShare, bot, silence, autoClose } = sla;
  const each = (name: keyof typeof urgent) => ({
    urgent: urgent[name],
    high: high[name],
    normal: normal[name],
    low: low[name],
  });
  return {
    reached: each('reached'),
    firstReply: each('firstReply'),
    nextReply: each('nextReply'),
    resolution: each('resolution'),
    rung: each('rung'),
    offer: each('offer'),
    warnShare,
    bot,
    silence,
    autoClose,
  };
}
