import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Holder, Ticket, TicketStatus } from '../../schemas/ticket.ts';
import { Priority } from '../../schemas/ticket-facts.ts';
import { Target } from '../../schemas/target.ts';
import type { Timer } from '../../schemas/timer.ts';
import { Language } from '../../schemas/understanding.ts';
import { offerTicket } from '../../functions/domain/assignment.ts';
import { takeBotTurn } from '../../functions/domain/bot.ts';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import { seal } from '../../functions/domain/seal.ts';
import { askForPerson, customerOf, receiveMessage } from '../../functions/domain/conversation.ts';
import * as desk from '../../functions/domain/desk.ts';
import { resolveTicket } from '../../functions/domain/resolving.ts';
import { canonicalJson } from '../../functions/domain/digest.ts';
import { ForbiddenError, IllegalTransitionError } from '../../functions/domain/errors.ts';
import { ladder } from '../../functions/domain/escalation.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { promiseReply } from '../../functions/domain/promise.ts';
import { answerSurvey, offerSurvey } from '../../functions/domain/survey.ts';
import { agentOf } from '../../functions/domain/ticket.ts';
import { armedTimers } from '../../functions/domain/timer-plan.ts';
import { leaveTicket } from '../../functions/domain/leaving.ts';
import { routeTicket } from '../../functions/domain/routing.ts';
import { defaultRouting } from '../../functions/domain/routing-defaults.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import {
  aCaller,
  aCommand,
  aLead,
  anAgent,
  anOpening,
  anUnderstanding,
  aPolicy,
  at,
  saved,
} from '../support/builders.ts';
import { turnsIn, turnsTold } from '../support/turns.ts';

const policy = aPolicy();

const deeds = [
  'write',
  'ask for a person',
  'settle it oneself',
  'bot turn',
  'route',
  'offer',
  'accept',
  'lose the agent',
  'decline',
  'reply',
  'promise',
  'note',
  'correct',
  'transfer',
  'escalate',
  'pend',
  'resolve',
  'reopen',
  'offer the survey',
  'answer the survey',
  'time passes',
  'timers come late',
] as const;

/** What usually comes next, so that long histories are reached; other deeds come in between. */
const usual: Record<Holder['kind'], readonly (typeof deeds)[number][]> = {
  bot: ['bot turn', 'write', 'ask for a person', 'time passes'],
  queue: ['route', 'offer', 'offer', 'time passes'],
  offer: ['accept', 'reply', 'decline', 'time passes'],
  agent: ['reply', 'write', 'pend', 'resolve'],
  nobody: ['offer the survey', 'answer the survey', 'write', 'ask for a person'],
};

/** Chance, drawn once for every step; each deed takes what it needs. */
const step = fc.record({
  deed: fc.constantFrom(...deeds),
  usual: fc.option(fc.nat({ max: 3 }), { freq: 3 }),
  seconds: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 240 }), weight: 8 },
    { arbitrary: fc.constantFrom(600, 86_400, 259_200), weight: 1 },
  ),
  caller: fc.constantFrom(aCaller(), aLead(), aCaller({ agentId: 'bo', name: 'Bo' })),
  score: fc.integer({ min: 1, max: 5 }),
  stale: fc.constantFrom(false, false, true),
  sure: fc.boolean(),
  understanding: fc.record({
    language: fc.constantFrom(...Language.options),
    priority: fc.constantFrom(...Priority.options),
    abstained: fc.boolean(),
    urgent: fc.boolean(),
    wantsHuman: fc.boolean(),
  }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One ticket, the seats it has taken, and a clock that only the test moves. */
interface World {
  seconds: number;
  history: History;
  seats: Set<string>;
}

const doings: Record<(typeof deeds)[number], (world: World, step: Step) => TicketChange | undefined> = {
  write: (world) => receiveMessage(world.history, { text: '在吗', command: aCommand() }, now(world)),
  'ask for a person': (world) => askForPerson(world.history, aCommand(), now(world)),
  'settle it oneself': (world) =>
    resolveTicket(world.history, { actor: customerOf(world.history), reason: '好了' }, now(world)),
  'bot turn': (world, { understanding, sure, stale }) => {
    const { urgent, ...rest } = understanding;
    const intents = [{ id: 'buyer.refund.not-arrived', confidence: 0.9, reasons: ['退款'] }];
    return takeBotTurn(
      world.history,
      {
        understanding: anUnderstanding({ ...rest, intents, urgency: { urgent, reasons: [] } }),
        answer: sure ? { text: '三天内到账', citations: [] } : undefined,
        throughNumber: stale ? 1 : lastWordOf(world.history),
      },
      now(world),
    );
  },
  route: (world) => routeTicket(world.history, { settings: defaultRouting, version: 0 }, now(world).now),
  'lose the agent': (world, { caller }) =>
    leaveTicket(world.history, caller.agentId, 'the shift is over', now(world)),
  offer: (world, { caller }) => offerTicket(world.history, anAgent({ agentId: caller.agentId }), now(world)),
  accept: (world, step) => desk.acceptTicket(world.history, written(step), now(world)),
  decline: (world, step) => desk.declineTicket(world.history, written(step), now(world)),
  reply: (world, step) =>
    desk.replyToCustomer(world.history, { ...written(step), text: '马上查' }, now(world)),
  promise: (world, step) =>
    promiseReply(
      world.history,
      {
        ...written(step),
        text: '十分钟后回复',
        dueAt: at(world.seconds + 60 + step.seconds).toISOString(),
      },
      now(world),
    ),
  note: (world, step) => desk.addNote(world.history, { ...written(step), text: '老客户' }, now(world)),
  correct: (world, step) =>
    desk.correctIntent(
      world.history,
      {
        ...written(step),
        intentId: 'buyer.refund.apply',
        queueId: 'after-sales',
        priority: step.understanding.priority,
      },
      now(world),
    ),
  transfer: (world, step) =>
    desk.transferTicket(world.history, { ...written(step), queueId: 'finance', reason: '查账' }, now(world)),
  escalate: (world, step) =>
    desk.escalateTicket(world.history, { ...written(step), reason: '需要帮助' }, now(world)),
  pend: (world, step) => desk.waitForCustomer(world.history, written(step), now(world)),
  resolve: (world, step) =>
    desk.resolveByAgent(world.history, { ...written(step), reason: '已退款' }, now(world)),
  reopen: (world, step) => desk.reopenTicket(world.history, { ...written(step), reason: '没好' }, now(world)),
  'offer the survey': (world, { stale }) =>
    offerSurvey(world.history, world.history.ticket.resolutionCount - (stale ? 1 : 0), now(world)),
  'answer the survey': (world, { score }) =>
    answerSurvey(world.history, { score, solved: score > 2, command: aCommand() }, now(world)),
  'time passes': (world, { seconds }) => {
    pass(world, seconds);
    return undefined;
  },
  'timers come late': (world, { seconds }) => {
    world.seconds += seconds;
    for (const timer of armedTimers(world.history.ticket).reverse()) {
      if (isDue(timer, world)) fire(world, timer);
    }
    return undefined;
  },
};

/** From which status, in whose hands: anything else must never be reached. */
const legalHolders: Record<TicketStatus, readonly Holder['kind'][]> = {
  new: ['bot'],
  open: ['bot', 'queue', 'offer', 'agent'],
  pending: ['agent'],
  resolved: ['nobody'],
  closed: ['nobody'],
};

/** What must hold of every ticket at every moment, by the name it is reported under. */
const invariants: Record<string, (ticket: Ticket) => boolean> = {
  'status and holder go together': ({ status, holder }) => legalHolders[status].includes(holder.kind),
  'a waiting ticket has a promise or a ladder that runs, or has reached the top': ({
    holder,
    timers,
    escalationLevel,
  }) =>
    (holder.kind !== 'queue' && holder.kind !== 'offer') ||
    timers['reached-due'] !== undefined ||
    timers['escalation-due'] !== undefined ||
    escalationLevel === ladder.length,
  'the ladder runs only while the customer waits for a person': ({ holder, timers }) =>
    timers['escalation-due'] === undefined || holder.kind === 'queue' || holder.kind === 'offer',
  'an agent who owes an answer owes it by a time': ({ status, holder, unansweredSince, timers }) =>
    holder.kind !== 'agent' ||
    status === 'pending' ||
    unansweredSince === undefined ||
    timers['next-reply-due'] !== undefined,
  'the bot is waited for, or waits for the customer': ({ holder, timers }) =>
    holder.kind !== 'bot' || (timers['bot-due'] ?? timers['silence-due']) !== undefined,
  'only the bot has a bot timer': ({ holder, timers }) =>
    timers['bot-due'] === undefined || holder.kind === 'bot',
  'an offer expires': ({ holder, timers }) =>
    (holder.kind === 'offer') === (timers['offer-due'] !== undefined),
  'a route widens by a timer as long as it has a next step, while somebody may be asked': ({
    holder,
    route,
    timers,
  }) =>
    (timers['route-due'] !== undefined) ===
    ((holder.kind === 'queue' || holder.kind === 'offer') && route?.steps[route.step + 1] !== undefined),
  'silence counts while the ticket waits for the customer': ({ status, holder, timers }) =>
    status === 'pending'
      ? timers['silence-due'] !== undefined
      : !timers['silence-due'] || holder.kind === 'bot',
  'the matter is to be settled by a time that stands while the customer is waited for': ({
    status,
    timers,
    breached,
    clocks,
  }) =>
    status === 'resolved' || status === 'closed'
      ? timers['resolution-due'] === undefined
      : breached?.includes('resolution') ||
        (timers['resolution-due'] !== undefined) !== (clocks?.resolution?.left !== undefined),
  'a resolved ticket closes by itself': ({ status, timers }) =>
    (status === 'resolved') === (timers['auto-close'] !== undefined),
  'a target is warned of before it is due, never after': ({ timers }) =>
    Target.options.every(
      (target) => timers[`${target}-warning`] === undefined || timers[`${target}-due`] !== undefined,
    ),
  'what is due was promised, and what was promised is due or stands': ({ timers, clocks }) =>
    Target.options.every(
      (target) =>
        (timers[`${target}-due`] !== undefined) ===
        (clocks?.[target] !== undefined && clocks[target].left === undefined),
    ),
  'a customer whom a person has in hand is owed a first reply by a time, or has had it': ({
    status,
    holder,
    timers,
    breached,
    firstRepliedAt,
  }) =>
    !['queue', 'offer', 'agent'].includes(holder.kind) ||
    status === 'pending' ||
    firstRepliedAt !== undefined ||
    timers['first-reply-due'] !== undefined ||
    (breached?.includes('first-reply') ?? false),
  'nothing is armed in a closed ticket': ({ status, timers, clocks = {} }) =>
    status !== 'closed' || Object.keys({ ...timers, ...clocks }).length === 0,
};

describe('a ticket, whatever happens to it', () => {
  it('keeps its promises to customer, desk and history', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        const world = open();

        for (const one of steps) {
          const { history } = world;
          take(world, one);

          if (world.history !== history) expectInvariants(world);
        }

        const { events } = world.history;
        if (!isDeepStrictEqual(turnsTold(events), turnsIn(events))) expect.fail('turns are told wrongly');
      }),
      { numRuns: 2000, seed: 20_261_121 },
    );
  }, 60_000);
});

function open(): World {
  const change = anOpening();
  return { seconds: 0, history: saved([], change), seats: new Set() };
}

/** One step, a second after the last; only the domain's own errors refuse it. */
function take(world: World, one: Step): void {
  pass(world, 1);
  try {
    save(world, doings[deedOf(world, one)](world, one));
  } catch (error) {
    if (!(error instanceof IllegalTransitionError || error instanceof ForbiddenError)) throw error;
  }
}

/** Lets time pass, and every timer fire at the moment it is due. */
function pass(world: World, seconds: number): void {
  const until = world.seconds + seconds;
  for (;;) {
    const next = armedTimers(world.history.ticket)[0];
    if (!next || Date.parse(next.dueAt) > at(until).getTime()) break;
    world.seconds = Math.max(world.seconds, (Date.parse(next.dueAt) - at(0).getTime()) / 1000);
    fire(world, next);
  }
  world.seconds = until;
}

/** A due timer always does something, once; before that moment it does nothing. */
function fire(world: World, timer: Timer): void {
  if (world.history.ticket.timers[timer.kind] !== timer.dueAt) return;
  const early = { now: new Date(Date.parse(timer.dueAt) - 1), policy };
  if (onTimer(world.history, timer, early)) expect.fail(`${timer.kind} fires early`);
  const change = onTimer(world.history, timer, now(world));
  if (!change) expect.fail(`${timer.kind} is due and does nothing`);
  save(world, change);
  if (onTimer(world.history, timer, now(world))) expect.fail(`${timer.kind} fires twice`);
}

/** Saves a change the way the stores do: numbers without gaps, a chain that holds, seats taken and freed. */
function save(world: World, change: TicketChange | undefined): void {
  if (!change) return;
  const { history, seats } = world;
  let { number, hash } = history;
  for (const event of change.events) {
    number += 1;
    hash = seal(hash, event);
    if (event.number !== number) expect.fail(`a gap before ${event.number}`);
    if (event.hash !== hash) expect.fail(`the chain breaks at ${number}`);
  }
  if (change.takeSeat !== undefined) {
    if (seats.has(change.takeSeat)) expect.fail('a seat is taken twice');
    seats.add(change.takeSeat);
  }
  if (change.freeSeat !== undefined) {
    if (!seats.delete(change.freeSeat)) expect.fail('a seat is freed that was not taken');
  }
  world.history = saved(history.events, change);
}

function expectInvariants({ history, seats }: World): void {
  const { ticket, events } = history;
  for (const [name, holds] of Object.entries(invariants)) {
    if (!holds(ticket)) expect.fail(`${name}: ${canonicalJson(ticket)}`);
  }
  const seated = ticket.status === 'pending' ? undefined : agentOf(ticket);
  expect([...seats]).toEqual(seated === undefined ? [] : [seated]);
  if (!isDeepStrictEqual(replay(events), ticket)) expect(replay(events)).toEqual(ticket);
  const offered = events.flatMap((event) =>
    event.type === 'SurveyOffered' ? [event.body.resolutionCount] : [],
  );
  expect(new Set(offered).size, 'one survey for one resolution').toBe(offered.length);
}

function now({ seconds }: World) {
  return { now: at(seconds), policy };
}

function isDue({ dueAt }: Timer, { seconds }: World): boolean {
  return Date.parse(dueAt) <= at(seconds).getTime();
}

function deedOf({ history }: World, { usual: next, deed }: Step) {
  return next === null ? deed : (usual[history.ticket.holder.kind][next] ?? deed);
}

function written({ caller }: Step): desk.DeskCommand {
  return { caller, command: aCommand() };
}

function lastWordOf({ events }: History): number {
  return (
    events.findLast(({ type, actor }) => type === 'MessageSent' && actor.kind === 'customer')?.number ?? 1
  );
}
