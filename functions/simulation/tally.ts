import type { TicketEvent } from '../../schemas/events.ts';
import { SimulationCount } from '../../schemas/simulation.ts';
import { Target } from '../../schemas/target.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { Priority } from '../../schemas/ticket-facts.ts';
import type { TicketChange } from '../domain/change.ts';
import { queueIds } from '../domain/understanding/taxonomy.ts';
import { addTo, emptySpread, mergeSpread, type Spread } from './spread.ts';

/** How promises of one kind ended. */
export interface Kept {
  met: number;
  breached: number;
}

/** An agent's day, or several: seconds, conversations accepted, dollars. */
export interface AgentDay {
  agentId: string;
  group: string;
  staffed: number;
  busy: number;
  seated: number;
  capacity: number;
  accepted: number;
  cost: number;
}

/** Everything that is counted while a day is played; plain data, and two of them merge by adding. */
export interface Tally {
  counts: Record<SimulationCount, number>;
  /** Seconds until a person had it, each time a customer waited for one, by priority and by queue. */
  waits: Record<string, Spread>;
  /** Seconds until customers gave up waiting. */
  gaveUpAfter: Spread;
  /** By priority and target, such as `urgent reached`. */
  kept: Record<string, Kept>;
  agents: AgentDay[];
}

export function emptyTally(): Tally {
  const counts: Record<SimulationCount, number> = {
    opened: 0,
    askedForPerson: 0,
    settledByBot: 0,
    settledByAgent: 0,
    gaveUp: 0,
    reopened: 0,
    offers: 0,
    declined: 0,
    expired: 0,
    transferred: 0,
    escalations: 0,
    surveys: 0,
    content: 0,
    unfinished: 0,
    standbyOpenings: 0,
    standbySeconds: 0,
    events: 0,
    writeUnits: 0,
  };
  const waits = Object.fromEntries(
    ['all', ...Priority.options, ...queueIds].map((name) => [name, emptySpread()]),
  );
  const kept = Object.fromEntries(
    Priority.options.flatMap((priority) =>
      Target.options.map((target): [string, Kept] => [`${priority} ${target}`, { met: 0, breached: 0 }]),
    ),
  );
  return { counts, waits, gaveUpAfter: emptySpread(), kept, agents: [] };
}

/** All of them as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const tally of tallies) mergeTally(all, tally);
  return all;
}

/** Adds one tally to another; `from` stays as it is. */
function mergeTally(into: Tally, from: Tally): void {
  for (const name of SimulationCount.options) into.counts[name] += from.counts[name];
  for (const [name, waits] of Object.entries(into.waits))
    mergeSpread(waits, from.waits[name] ?? emptySpread());
  mergeSpread(into.gaveUpAfter, from.gaveUpAfter);
  for (const [name, kept] of Object.entries(into.kept)) {
    kept.met += from.kept[name]?.met ?? 0;
    kept.breached += from.kept[name]?.breached ?? 0;
  }
  const known = new Map(into.agents.map((agent) => [agent.agentId, agent]));
  for (const agent of from.agents) {
    const before = known.get(agent.agentId);
    if (before) addDay(before, agent);
    else into.agents.push({ ...agent });
  }
}

function addDay(into: AgentDay, { staffed, busy, seated, accepted, cost }: AgentDay): void {
  into.staffed += staffed;
  into.busy += busy;
  into.seated += seated;
  into.accepted += accepted;
  into.cost += cost;
}

/** Counts what a decision has made, and the write that saves it. */
export function countChange(tally: Tally, change: TicketChange): void {
  const { before, ticket, events, behind, takeSeat, freeSeat } = change;
  const seats = (takeSeat === undefined ? 0 : 1) + (freeSeat === undefined ? 0 : 1);
  // A transaction costs two units for each of its items; every item here is below a kilobyte or two.
  tally.counts.writeUnits += behind === undefined ? 2 * (events.length + 1 + seats) : 1;
  for (const event of events) countEvent(tally, before, ticket, event);
}

/** Counts one event that led a ticket from `before` towards `after`. */
export function countEvent(
  { counts, waits, gaveUpAfter, kept }: Tally,
  before: Ticket | undefined,
  after: Ticket,
  event: TicketEvent,
): void {
  counts.events += 1;
  const ended = (target: Target, outcome: keyof Kept) => {
    const row = kept[`${after.priority} ${target}`];
    if (row) row[outcome] += 1;
  };
  switch (event.type) {
    case 'TicketOpened':
      counts.opened += 1;
      break;
    case 'TicketQueued':
      if (before && before.holder.kind === 'bot' && before.ownerId === undefined) counts.askedForPerson += 1;
      break;
    case 'TicketOffered':
      counts.offers += 1;
      break;
    case 'OfferPassed':
      if (event.body.reason === 'declined') counts.declined += 1;
      if (event.body.reason === 'expired') counts.expired += 1;
      break;
    case 'TicketAccepted': {
      const { waitedSeconds, reached } = event.body;
      for (const name of ['all', after.priority, after.queueId]) {
        const spread = waits[name];
        if (spread) addTo(spread, waitedSeconds);
      }
      if (reached) ended('reached', reached);
      break;
    }
    case 'MessageSent':
      for (const target of Target.options) {
        const outcome = event.body.targets?.[target];
        if (outcome) ended(target, outcome);
      }
      break;
    case 'TicketTransferred':
      counts.transferred += 1;
      break;
    case 'TicketEscalated':
      counts.escalations += 1;
      break;
    case 'TicketReopened':
      counts.reopened += 1;
      break;
    case 'TicketResolved': {
      const { resolution, agentId } = event.body;
      if (resolution) ended('resolution', resolution);
      if (event.actor.kind === 'customer') {
        counts.gaveUp += 1;
        const since = before && 'since' in before.holder ? before.holder.since : event.occurredAt;
        addTo(gaveUpAfter, (Date.parse(event.occurredAt) - Date.parse(since)) / 1000);
        // Whoever leaves before a person came was not reached in time if the time was over.
        if (before?.breached?.includes('reached')) ended('reached', 'breached');
      } else if (agentId === undefined) counts.settledByBot += 1;
      else counts.settledByAgent += 1;
      break;
    }
    case 'SurveyAnswered':
      counts.surveys += 1;
      if (event.body.solved) counts.content += 1;
      break;
    default:
      break;
  }
}
