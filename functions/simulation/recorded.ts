import type { TicketEvent } from '../../schemas/events.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { evolve } from '../domain/evolve.ts';
import { faulty } from '../domain/staffing/checked.ts';
import { momentOf, shownAt } from '../domain/zone.ts';
import { chanceOf } from './chance.ts';
import type { Day, Visit } from './day.ts';
import { countEvent, emptyTally, type Tally } from './tally.ts';

const DAY = 86_400_000;

/** A ticket of a log: what a customer came with, and what the histories say of it. */
interface Recorded {
  readonly openedAt: number;
  readonly events: readonly TicketEvent[];
}

/**
 * The days of a recorded log: the same customers at the same times about the same matters. Who was with a person comes to one again, for
 * the time that agents took to write; who was not is content with the bot. How patient people are, and how they rate, is drawn.
 * @throws FaultyInputError for a log without an opened ticket, or with a gap in a history
 */
export function recordedDays(events: readonly TicketEvent[], scenario: Scenario): Day[] {
  const { timeZone } = scenario;
  const byDay = new Map<number, Recorded[]>();
  for (const history of historiesOf(events).values()) {
    const openedAt = Date.parse(history[0]?.occurredAt ?? '');
    const midnight = Math.floor(shownAt(timeZone, openedAt) / DAY) * DAY;
    const ofDay = byDay.get(midnight) ?? [];
    ofDay.push({ openedAt, events: history });
    byDay.set(midnight, ofDay);
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([midnight, tickets], number) => dayOf(scenario, midnight, number, tickets));
}

/** What the log itself says, counted as a simulated day is. It knows no shifts: occupancy, labour and write units are missing. */
export function recordedTruth(events: readonly TicketEvent[]): Tally {
  const tally = emptyTally();
  for (const history of historiesOf(events).values()) {
    let ticket: Ticket | undefined;
    for (const event of history) {
      const next = evolve(ticket, event);
      countEvent(tally, ticket, next, event);
      ticket = next;
    }
    if (ticket?.status !== 'resolved' && ticket?.status !== 'closed') tally.counts.unfinished += 1;
  }
  return tally;
}

/** Each ticket's events in the order of their numbers, each once. */
function historiesOf(events: readonly TicketEvent[]): Map<string, TicketEvent[]> {
  const histories = new Map<string, TicketEvent[]>();
  for (const event of events) {
    const history = histories.get(event.ticketId) ?? [];
    histories.set(event.ticketId, history);
    history[event.number - 1] = event;
  }
  if (histories.size === 0) throw faulty('log', [{ field: '', rule: 'there is no event in it' }]);
  for (const [ticketId, history] of histories) {
    const gap = history.findIndex((event: TicketEvent | undefined) => event === undefined);
    const missing = history[0]?.type === 'TicketOpened' ? gap : 0;
    if (missing >= 0)
      throw faulty('log', [{ field: ticketId, rule: `event ${missing + 1} of its history is missing` }]);
  }
  return histories;
}

function dayOf({ seed, timeZone }: Scenario, midnight: number, number: number, tickets: Recorded[]): Day {
  const inTurn = tickets.toSorted((a, b) => a.openedAt - b.openedAt);
  const visits = inTurn.map(({ events }, index) => visitOf(events, chanceOf(seed, number, index)));
  return {
    from: momentOf(timeZone, midnight),
    to: momentOf(timeZone, midnight + DAY),
    midnight,
    times: Float64Array.from(inTurn, ({ openedAt }) => openedAt),
    visitOf(index) {
      const visit = visits[index];
      if (!visit) throw new Error(`the log has no customer ${index}`);
      return visit;
    },
  };
}

function visitOf(events: readonly TicketEvent[], random: Visit['random']): Visit {
  const opened = events.find((it) => it.type === 'TicketOpened')?.body;
  const understood = events.find((it) => it.type === 'TicketClassified')?.body;
  const survey = events.find((it) => it.type === 'SurveyAnswered')?.body;
  const person = events.some(({ type }) => type === 'TicketQueued');
  const intentId = understood?.intentId ?? 'none';
  return {
    segment: opened?.segment ?? 'ordinary',
    channel: opened?.channel ?? 'app',
    language: understood?.language ?? 'und',
    intentId,
    priority: understood?.priority ?? 'normal',
    botKnows: !person,
    confidence: person ? 0 : 1,
    handlingSeconds: workedSeconds(events),
    answersSurvey: survey !== undefined,
    content: survey?.solved ?? true,
    random,
  };
}

/** From when an agent had something to answer until they wrote, all together; from taking to settling where they wrote nothing. */
function workedSeconds(events: readonly TicketEvent[]): number {
  let [worked, since, taken, settled]: [number, number | undefined, number, number] = [0, undefined, 0, 0];
  for (const { type, actor, occurredAt } of events) {
    const at = Date.parse(occurredAt);
    if (type === 'TicketAccepted') [since, taken] = [at, at];
    if (type === 'TicketResolved') settled = at;
    if (type !== 'MessageSent') continue;
    if (actor.kind === 'customer' && taken > 0) since ??= at;
    if (actor.kind === 'agent' && since !== undefined) [worked, since] = [worked + at - since, undefined];
  }
  return Math.max(worked > 0 ? worked : settled - taken, 1000) / 1000;
}
