import type { EventOf, EventType, TicketEvent } from '../../../schemas/events.ts';
import { FactFlag, type FactTime, type Speaker, type TicketFacts } from '../../../schemas/facts.ts';
import { Target } from '../../../schemas/target.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { reactions } from '../../../schemas/work-queues.ts';
import { cloudUseOf } from '../cost/uses.ts';
import { evolve } from '../evolve.ts';
import { isBelow } from '../sla.ts';
import { LOW_SCORE } from '../survey.ts';

/** Of longer conversations the first next replies count; a row of the table stays small whatever is said. */
const MOST_NEXT_REPLIES = 50;
/** Scores from this one on are satisfied: CSAT is the share of ratings 4 and 5. */
const SATISFIED = 4;
const COMPLAINT = 'service.complaint';

/**
 * The figures of a ticket: a pure function of its history, which it is given from the first event on. Only what happened up to the last
 * event that figures are made after (`reactions.figures`) counts, so that they are the same whenever and however often they are made.
 * Undefined as long as no such event has happened.
 */
export function factsOf(history: readonly TicketEvent[]): TicketFacts | undefined {
  const events = toldPart(history);
  const last = events.at(-1);
  if (!last) return undefined;
  const { ticket, handling } = played(events);
  const { kept, breached } = promisesOf(events);
  const score = ofType(events, 'SurveyAnswered').at(-1)?.body.score;
  const flags = flagsOf(ticket, events);
  return {
    ticketId: last.ticketId,
    number: last.number,
    createdAt: ticket.createdAt,
    channel: ticket.channel,
    segment: ticket.segment,
    ...(ticket.intentId !== undefined && { intentId: ticket.intentId }),
    language: ticket.language,
    queueId: ticket.homeQueueId ?? ticket.queueId,
    priority: ticket.priority,
    ...(ticket.lastAgentId !== undefined && { agentId: ticket.lastAgentId }),
    flags,
    kept,
    breached,
    times: timesOf({ ticket, events, handling, abandoned: flags.includes('abandoned') }),
    ...(score !== undefined && { score }),
    messages: messagesOf(events),
    used: cloudUseOf(events, handling),
  };
}

function toldPart(history: readonly TicketEvent[]): readonly TicketEvent[] {
  const telling: readonly EventType[] = reactions.figures;
  return history.slice(0, history.findLastIndex(({ type }) => telling.includes(type)) + 1);
}

/** The ticket that the events lead to, and for how long agents had a seat taken by it (milliseconds of stretches that are over). */
function played(events: readonly TicketEvent[]): { ticket: Ticket; handling: number | undefined } {
  let ticket: Ticket | undefined;
  let seatedAt: number | undefined;
  let handling: number | undefined;
  for (const event of events) {
    ticket = evolve(ticket, event);
    const time = Date.parse(event.occurredAt);
    const seated = ticket.holder.kind === 'agent' && ticket.status !== 'pending';
    if (seated) seatedAt ??= time;
    else if (seatedAt !== undefined) {
      handling = (handling ?? 0) + (time - seatedAt);
      seatedAt = undefined;
    }
  }
  if (!ticket) throw new Error('a history has at least one event');
  return { ticket, handling };
}

type Holds = (known: Known) => boolean;
interface Known {
  ended: boolean;
  /** Whether a person was asked for, and whether one has taken the ticket since the last time. */
  asked: boolean;
  waiting: boolean;
  reached: boolean;
  human: boolean;
  answered: boolean;
  transferred: boolean;
  reopened: boolean;
  repeat: boolean;
  complaint: boolean;
  resolvedBy: Speaker | undefined;
  score: number | undefined;
}

const contained: Holds = ({ ended, asked, human }) => ended && !asked && !human;
const botResolved: Holds = (known) => contained(known) && known.answered && !known.reopened;

/** When each flag holds. */
const whenTrue: Record<FactFlag, Holds> = {
  ended: ({ ended }) => ended,
  asked: ({ asked }) => asked,
  reached: ({ reached }) => reached,
  abandoned: ({ ended, waiting }) => ended && waiting,
  human: ({ human }) => human,
  transferred: ({ transferred }) => transferred,
  reopened: ({ reopened }) => reopened,
  repeat: ({ repeat }) => repeat,
  /** Bot coverage: of the tickets that ended, those the bot gave an answer to. */
  covered: ({ ended, answered }) => ended && answered,
  /** Bot containment: of the tickets that ended, those no person was asked for or wrote in, helped or not. */
  contained,
  /** Bot resolution: of the covered tickets, those that ended contained and were never opened again. */
  'bot-resolved': botResolved,
  /** Bot deflection: of the tickets that ended, those the bot resolved at the customer's first contact about the matter. */
  deflected: (known) => botResolved(known) && !known.repeat,
  'resolved-by-bot': ({ resolvedBy }) => resolvedBy === 'bot',
  'resolved-by-customer': ({ resolvedBy }) => resolvedBy === 'customer',
  'resolved-by-agent': ({ resolvedBy }) => resolvedBy === 'agent',
  'resolved-by-silence': ({ resolvedBy }) => resolvedBy === 'system',
  rated: ({ score }) => score !== undefined,
  satisfied: ({ score = 0 }) => score >= SATISFIED,
  'bad-review': ({ score = SATISFIED }) => score <= LOW_SCORE,
  complaint: ({ complaint }) => complaint,
  'complaint-closed': ({ complaint, ended }) => complaint && ended,
  'complaint-repeat': ({ complaint, repeat }) => complaint && repeat,
};

function flagsOf(ticket: Ticket, events: readonly TicketEvent[]): FactFlag[] {
  const at = (type: EventType) => events.findLastIndex((event) => event.type === type);
  const asked = at('TicketQueued');
  const said = ofType(events, 'MessageSent');
  const ended = ticket.status === 'resolved' || ticket.status === 'closed';
  const known: Known = {
    ended,
    asked: asked >= 0,
    waiting: asked > at('TicketAccepted'),
    reached: at('TicketAccepted') >= 0,
    human: at('TicketAccepted') >= 0 || said.some(({ actor }) => actor.kind === 'agent'),
    answered: said.some(({ actor, body }) => actor.kind === 'bot' && body.purpose === 'answer'),
    transferred: at('TicketTransferred') >= 0,
    reopened: at('TicketReopened') >= 0,
    repeat: (ticket.contacts ?? 1) > 1,
    complaint: isBelow(ticket.intentId, COMPLAINT),
    resolvedBy: ended ? ofType(events, 'TicketResolved').at(-1)?.actor.kind : undefined,
    score: ofType(events, 'SurveyAnswered').at(-1)?.body.score,
  };
  return FactFlag.options.filter((flag) => whenTrue[flag](known));
}

function promisesOf(events: readonly TicketEvent[]): { kept: Target[]; breached: Target[] } {
  const met = new Set<Target>();
  const missed = new Set<Target>();
  const note = (target: Target, outcome: 'met' | 'breached' | undefined): void => {
    if (outcome) (outcome === 'met' ? met : missed).add(target);
  };
  for (const event of events) {
    if (event.type === 'TicketAccepted') note('reached', event.body.reached);
    if (event.type === 'TicketResolved') note('resolution', event.body.resolution);
    if (event.type === 'TargetBreached') note(event.body.target, 'breached');
    if (event.type === 'MessageSent') {
      for (const target of Target.options) note(target, event.body.targets?.[target]);
    }
  }
  return { kept: [...met].filter((target) => !missed.has(target)).sort(), breached: [...missed].sort() };
}

function timesOf({ ticket, events, handling, abandoned }: ToldOf): TicketFacts['times'] {
  const opened = Date.parse(ticket.createdAt);
  const said = ofType(events, 'MessageSent');
  const asked = askedAt(ofType(events, 'TicketQueued')[0]);
  const since = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? [] : [Math.max(0, to - from)];
  const humanReply = said.find(({ actor }) => actor.kind === 'agent');
  const answered = events
    .filter(({ turn, number }) => turn?.step === 'answered' && number !== humanReply?.number)
    .slice(0, MOST_NEXT_REPLIES);
  const times: Record<FactTime, number[]> = {
    reached: since(asked, timeOf(ofType(events, 'TicketAccepted')[0])),
    abandoned: abandoned
      ? since(askedAt(ofType(events, 'TicketQueued').at(-1)), timeOf(ofType(events, 'TicketResolved').at(-1)))
      : [],
    'first-machine-reply': since(opened, timeOf(said.find(({ actor }) => actor.kind === 'bot'))),
    // Somebody may write first without having been asked for.
    'first-human-reply': since(asked ?? opened, timeOf(humanReply)),
    'next-reply': answered.flatMap(({ turn, occurredAt }) =>
      since(turn && Date.parse(turn.startedAt), Date.parse(occurredAt)),
    ),
    resolution: since(opened, timeOf(ofType(events, 'TicketResolved').at(-1))),
    handling: since(0, handling),
  };
  return Object.fromEntries(Object.entries(times).filter(([, taken]) => taken.length > 0));
}

interface ToldOf {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly handling: number | undefined;
  readonly abandoned: boolean;
}

/** Where the promise began to count: with the words that a person owes an answer to. */
function askedAt(queued: EventOf<'TicketQueued'> | undefined): number | undefined {
  return queued && Date.parse(queued.clocks?.reached?.startedAt ?? queued.occurredAt);
}

function messagesOf(events: readonly TicketEvent[]): TicketFacts['messages'] {
  const messages: TicketFacts['messages'] = {};
  for (const { actor } of ofType(events, 'MessageSent'))
    messages[actor.kind] = (messages[actor.kind] ?? 0) + 1;
  return messages;
}

function timeOf(event: TicketEvent | undefined): number | undefined {
  return event && Date.parse(event.occurredAt);
}

function ofType<T extends EventType>(events: readonly TicketEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}
