import type { Scenario } from '../../schemas/scenario.ts';
import { note } from './agents.ts';
import { fill } from './assigning.ts';
import { type Day, generatedDay } from './day.ts';
import * as happenings from './happenings.ts';
import { holdStandby } from './standby.ts';
import type { Tally } from './tally.ts';
import { DUE, moveTo, type Watch, type World, worldOf } from './world.ts';

type Happening = (world: World, who: number, extra: number) => void;

/** What happens when something is due; a new kind does not compile until it is named here. */
const happens: Record<Exclude<keyof typeof DUE, 'timer'>, Happening> = {
  visit: happenings.visit,
  botTurn: happenings.botTurn,
  wantsPerson: happenings.wantsPerson,
  answersOffer: happenings.answersOffer,
  agentReplies: happenings.agentReplies,
  agentHolds: happenings.agentHolds,
  customerWrites: happenings.customerWrites,
  givesUp: happenings.givesUp,
  answersSurvey: happenings.answersSurvey,
  shiftBegins: happenings.shiftBegins,
  shiftEnds: happenings.shiftEnds,
  breakBegins: happenings.breakBegins,
  breakEnds: happenings.breakEnds,
  fill: (world, at) => fill(world, at),
  minute: (world) => holdStandby(world),
};

const byNumber = inOrder(happens);

/** How a day is played, beside the scenario. */
export interface Playing {
  /** The customers who come. @default those drawn by the scenario */
  readonly day?: Day;
  /** Hears of every simulated hour. */
  readonly tell?: (opened: number) => void;
  /** Sees everything that is decided. */
  readonly watch?: Watch;
}

/**
 * Plays one day on virtual time, from an empty desk at midnight until its conversations have ended, at most three hours into the next.
 * The same scenario and day, the same tally.
 */
export function playDay(
  scenario: Scenario,
  number: number,
  { tell, watch, day = generatedDay(scenario, number) }: Playing = {},
): Tally {
  const world = worldOf(scenario, day, number, watch);
  begin(world);
  const { agenda, tally, until } = world;
  const { next } = agenda;
  let hour = day.from + 3_600_000;
  while (agenda.take() && next.time <= until) {
    moveTo(world, next.time);
    if (next.kind >= DUE.timer) happenings.timerDue(world, next.who, next.kind - DUE.timer);
    else byNumber[next.kind]?.(world, next.who, next.extra);
    if (next.time >= hour) {
      tell?.(tally.counts.opened);
      hour += 3_600_000;
    }
  }
  return end(world);
}

function inOrder<K extends keyof typeof DUE>(table: Record<K, Happening>): Happening[] {
  const ordered: Happening[] = [];
  for (const name in table) ordered[DUE[name]] = table[name];
  return ordered;
}

function begin({ agenda, day, workers }: World): void {
  const [first] = day.times;
  agenda.add(day.from, DUE.minute, 0);
  workers.forEach(({ shifts }, at) => {
    for (const { from, to, breaks } of shifts) {
      agenda.add(Math.max(from, day.from), DUE.shiftBegins, at);
      if (Number.isFinite(to)) agenda.add(to, DUE.shiftEnds, at);
      for (const rest of breaks) {
        if (rest.from < day.from) continue;
        agenda.add(rest.from, DUE.breakBegins, at);
        agenda.add(rest.to, DUE.breakEnds, at);
      }
    }
  });
  if (first !== undefined) agenda.add(first, DUE.visit, 0);
}

/** Writes down what lasted until the end of the day, and what was never finished. */
function end(world: World): Tally {
  const { tally, workers, scenario, talks, capacity, day } = world;
  for (const worker of workers) note(worker, Math.max(worker.notedAt, day.to), day);
  if (capacity.standbyOpen)
    tally.counts.standbySeconds += Math.max(0, day.to - Date.parse(capacity.changedAt)) / 1000;
  for (const { history } of talks.values())
    if (history.ticket.status !== 'resolved') tally.counts.unfinished += 1;
  const standbyHours = tally.counts.standbySeconds / 3600;
  tally.agents = workers.map(({ agent, group, staffed, busy, seated, accepted }) => {
    const seconds = staffed / 1000;
    // The standby pool is paid while it is open.
    const hours = agent.pool === 'standby' ? Math.min(standbyHours, seconds / 3600) : seconds / 3600;
    return {
      agentId: agent.agentId,
      group,
      capacity: agent.capacity,
      staffed: seconds,
      busy: busy / 1000,
      seated: seated / 1000,
      accepted,
      cost: hours * (scenario.agents.roster[group]?.costPerHour ?? 0),
    };
  });
  return tally;
}
