import { isoTime } from './iso-time.ts';
import type { Tallies, Tally, Unanswered } from './reply-rate.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Steps of a turn are marked on its row for so long after it began; after that they are counted at once. */
const MARKED_FOR_MS = 300_000;
/** A step that is told again after so many days is counted again; work queues and their dead letters keep messages 14 days at most. */
export const TURN_DAYS = 15;
/** Tallies of a day are kept for so many days. */
export const TALLY_DAYS = 400;
/** No write takes longer than this. */
const WRITTEN_WITHIN_MS = 60_000;

/**
 * A turn as it is kept: how it began and how it ended, in whatever order that was told. `counted`: among the tallies of its day already;
 * everything else is still to be added up.
 */
export interface MarkedTurn extends Unanswered {
  /** The day it counts on. */
  readonly day: string;
  readonly begun?: 'begun' | 'counted' | undefined;
  readonly ended?: 'kept' | 'missed' | 'counted' | undefined;
  /** The team of who ended it. */
  readonly team?: string | undefined;
}

/** What has been added up of a day: every mark of the turns that began before `until`. */
export interface AddedUp {
  readonly until: string;
  readonly tallies: readonly Tallies[];
}

/** From when until when, in ISO 8601; `to` is behind the last moment. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** When turns of a day can have begun, whatever the zone was: clocks are at most 14 hours ahead of UTC and 12 behind it. */
export function spanOf(day: string): Span {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  return { from: isoTime(midnight - 14 * HOUR_MS), to: isoTime(midnight + 36 * HOUR_MS) };
}

/** Days on which turns can have begun that are over now, by any clock; `back` days more of the past. */
export function daysToAddUp(now: Date, back: number): string[] {
  const first = now.getTime() - (1 + back) * DAY_MS;
  return Array.from({ length: 3 + back }, (_, day) => isoTime(first + day * DAY_MS).slice(0, 10));
}

/** Whether a step that is told now comes so late that its turn may have been added up. */
export function isLate(startedAt: string, now: Date): boolean {
  return now.getTime() >= Date.parse(startedAt) + MARKED_FOR_MS;
}

/** Turns that began before this are marked no more. */
export function marksEndBefore(now: Date): Date {
  return new Date(now.getTime() - MARKED_FOR_MS - WRITTEN_WITHIN_MS);
}

/** What turns are marked with, with what was added up before; one row for those whose team is not known, one for each team. */
export function talliesWith(before: readonly Tallies[], turns: readonly MarkedTurn[]): Tallies[] {
  const rows = new Map<string | undefined, Record<Tally, number>>();
  const add = (team: string | undefined, counts: Partial<Record<Tally, number>>) => {
    const row = rows.get(team) ?? { begun: 0, kept: 0, missed: 0 };
    for (const tally of ['begun', 'kept', 'missed'] as const) row[tally] += counts[tally] ?? 0;
    rows.set(team, row);
  };
  for (const { team, ...counts } of before) add(team, counts);
  for (const { begun, ended, team } of turns) {
    if (begun === 'begun') add(undefined, { begun: 1 });
    if (ended === 'kept' || ended === 'missed') add(team, { [ended]: 1 });
  }
  return [...rows]
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
    .map(([team, counts]) => ({ ...(team !== undefined && { team }), ...counts }));
}

/** Those that have begun and not ended, the oldest first. */
export function unansweredOf(turns: readonly MarkedTurn[]): Unanswered[] {
  return turns
    .filter(({ begun, ended }) => begun !== undefined && ended === undefined)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(({ ticketId, agentId, startedAt }) => ({
      ticketId,
      startedAt,
      ...(agentId !== undefined && { agentId }),
    }));
}

function nameOf({ startedAt, ticketId }: MarkedTurn): string {
  return `${startedAt} ${ticketId}`;
}
