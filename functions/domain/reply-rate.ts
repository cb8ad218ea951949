import type { Turn } from '../../schemas/events.ts';
import type { OpenTurn, ReplyRate, TeamRate } from '../../schemas/reply-rate.ts';
import { timeOfDay } from './calendar.ts';
import type { Promises } from './sla.ts';
import { shownAt } from './zone.ts';

/** A turn is kept when a person answers within this; the merchants' platforms count the same. */
export const KEPT_WITHIN_SECONDS = 180;
const DAY_MS = 86_400_000;
/** What is aimed at until the settings say otherwise. */
const SHIPPED_TARGET = 0.9;

/** What is counted of a turn, on the day it began. */
export type Tally = 'begun' | 'kept' | 'missed';

/** Counts of a day: turns begun, and turns ended by team. Rows may be added up. */
export type Tallies = Partial<Record<Tally, number>> & { readonly team?: string | undefined };

/** A turn that has begun and not ended, as it is kept. */
export type Unanswered = Pick<OpenTurn, 'ticketId' | 'agentId' | 'startedAt'>;

/** The clock and the aim of the count: the zone of the first calendar, and the share that the settings name. */
export function ruleOf({ calendars, replyTarget }: Promises): { timeZone: string; target: number } {
  return { timeZone: calendars[0]?.timeZone ?? 'UTC', target: replyTarget ?? SHIPPED_TARGET };
}

/** On which day a step of a turn counts as what; undefined when the turn began outside 08:00:00 to 22:59:59. */
export function tallyOf(
  { startedAt, step }: Turn,
  occurredAt: string,
  timeZone: string,
): { day: string; tally: Tally } | undefined {
  const start = Date.parse(startedAt);
  const time = shownAt(timeZone, start) % DAY_MS;
  if (time < timeOfDay('08:00') || time >= timeOfDay('23:00')) return undefined;
  const inTime = Date.parse(occurredAt) - start <= KEPT_WITHIN_SECONDS * 1000;
  const ended = step === 'answered' && inTime ? 'kept' : 'missed';
  return { day: dayOf(timeZone, start), tally: step === 'begun' ? 'begun' : ended };
}

/** The day that clocks of the zone show: `2026-11-21`. */
export function dayOf(timeZone: string, moment: number): string {
  return new Date(shownAt(timeZone, moment)).toISOString().slice(0, 10);
}

/** Turns that began before this can no longer be answered in time. */
function stillInTimeFrom(now: Date): Date {
  return new Date(now.getTime() - KEPT_WITHIN_SECONDS * 1000);
}

/**
 * The rate of a day: turns that began from 08:00:00 to 22:59:59 on the clock of the zone, kept when a person answered within 180 s
 * (the 3-minute human reply rate of the merchants' platforms, per turn, not per customer). A turn that nobody has answered is missed
 * as soon as its time is up.
 */
export function replyRate(
  rows: readonly Tallies[],
  unanswered: readonly Unanswered[],
  { day, timeZone, target, now }: { day: string; timeZone: string; target: number; now: Date },
): ReplyRate {
  const from = stillInTimeFrom(now).getTime();
  const open = unanswered
    .filter(({ startedAt }) => Date.parse(startedAt) >= from)
    .filter(({ startedAt }) => tallyOf({ startedAt, step: 'begun' }, startedAt, timeZone)?.day === day)
    .map((turn) => openTurn(turn, from))
    .sort((a, b) => a.secondsLeft - b.secondsLeft);
  const kept = sum(rows, 'kept');
  // What ended may have been counted before what began.
  const turns = Math.max(sum(rows, 'begun'), kept + sum(rows, 'missed') + open.length);
  const decided = turns - open.length;
  return {
    day,
    timeZone,
    withinSeconds: KEPT_WITHIN_SECONDS,
    target,
    turns,
    kept,
    missed: decided - kept,
    rate: share(kept, decided),
    atBest: share(kept + open.length, turns),
    atWorst: share(kept, turns),
    open,
    teams: teamRates(rows),
  };
}

function openTurn({ ticketId, agentId, startedAt }: Unanswered, from: number): OpenTurn {
  const start = Date.parse(startedAt);
  const dueAt = new Date(start + KEPT_WITHIN_SECONDS * 1000).toISOString();
  return { ticketId, agentId, startedAt, dueAt, secondsLeft: (start - from) / 1000 };
}

function teamRates(rows: readonly Tallies[]): TeamRate[] {
  // Those without a team come last.
  const teams = [...new Set(rows.map(({ team }) => team))].sort();
  return teams.flatMap((team) => {
    const own = rows.filter((row) => row.team === team);
    const kept = sum(own, 'kept');
    const missed = sum(own, 'missed');
    const turns = kept + missed;
    return turns === 0 ? [] : [{ team, turns, kept, missed, rate: share(kept, turns) }];
  });
}

function sum(rows: readonly Tallies[], tally: Tally): number {
  return rows.reduce((all, row) => all + (row[tally] ?? 0), 0);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
