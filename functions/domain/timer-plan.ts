import { TimerKind, type Timer } from '../../schemas/timer.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { isoTime, momentAt } from './iso-time.ts';
import { TIMERS } from './sla.ts';

/** SQS delays a message by at most this many seconds; a timer further away waits in the index for the sweep. */
export const NEAR_SECONDS = 900;
/** A sweep turns index rows due within this many seconds into delayed messages. */
export const SWEEP_HORIZON_SECONDS = 120;
/** Index partitions per minute; each takes 1,000 writes a second. */
export const SHARDS = 4;

const promises = Object.values(TIMERS);

/** The armed timers of a ticket, earliest first. */
export function armedTimers({ ticketId, timers }: Pick<Ticket, 'ticketId' | 'timers'>): Timer[] {
  return TimerKind.options
    .flatMap((kind) => {
      const dueAt = timers[kind];
      return dueAt ? [{ ticketId, kind, dueAt }] : [];
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/**
 * Timers that need a delayed message because of this write: near now, and neither armed nor near at the write before.
 * What was near then has had its message then. A target's due time waits for the write of its warning: most are settled before either.
 */
export function timersToSend(before: Ticket | undefined, after: Ticket): Timer[] {
  const sent = new Set(before ? withMessage(before).map(nameOf) : []);
  return withMessage(after).filter((timer) => !sent.has(nameOf(timer)));
}

/** The same for an event whose ticket's row was not written: it arms what is near, and tells all of it. */
export function timersOfEvent({ ticketId, timers, occurredAt }: TicketEvent): Timer[] {
  const armed = Object.fromEntries(Object.entries(timers ?? {}).filter(([, dueAt]) => dueAt !== null));
  return withMessage({ ticketId, timers: armed, updatedAt: occurredAt });
}

/** The time of the timer that puts a ticket into the index. */
export function earliestFar({ timers, updatedAt }: Pick<Ticket, 'timers' | 'updatedAt'>): string | undefined {
  const near = isoTime(momentAt(updatedAt) + NEAR_SECONDS * 1000);
  let earliest: string | undefined;
  // No list of times: this is asked of every message.
  for (const kind in timers) {
    const dueAt = timers[kind as TimerKind];
    if (dueAt !== undefined && dueAt > near && !(earliest !== undefined && earliest <= dueAt))
      earliest = dueAt;
  }
  return earliest;
}

/** Whether no due time is armed that waits for a warning which these changes take away. */
export function isWarned(
  { timers }: Pick<Ticket, 'timers'>,
  changes: NonNullable<TicketEvent['timers']>,
): boolean {
  return promises.every(({ warning, due }) => changes[warning] !== null || timers[due] === undefined);
}

/** The one timer that puts a ticket into the index: the earliest that was far away at the last write. */
export function farTimer(ticket: Ticket): { timer: Timer; minute: string; shard: number } | undefined {
  const earliest = earliestFar(ticket);
  const timer =
    earliest === undefined ? undefined : armedTimers(ticket).find(({ dueAt }) => dueAt === earliest);
  return timer && { timer, minute: minuteOf(timer.dueAt), shard: shardOf(ticket.ticketId) };
}

/** Whole seconds a message for this timer must be delayed: rounded up, so that nothing fires early. */
export function delayOf(timer: Timer, now: Date): number {
  const seconds = Math.ceil((Date.parse(timer.dueAt) - now.getTime()) / 1000);
  return Math.min(NEAR_SECONDS, Math.max(0, seconds));
}

/** The bucket of a time: `2026-11-21T20:15`. */
export function minuteOf(time: string): string {
  return time.slice(0, 16);
}

/** The minutes a sweep reads, from the one it stopped at to its horizon. */
export function minutesToSweep(cursor: string, now: Date): string[] {
  const end = now.getTime() + SWEEP_HORIZON_SECONDS * 1000;
  const minutes: string[] = [];
  for (let at = Date.parse(`${cursor}:00.000Z`); at <= end; at += 60_000) {
    minutes.push(minuteOf(new Date(at).toISOString()));
  }
  return minutes;
}

/** Spreads tickets over partitions. */
export function shardOf(ticketId: string, shards = SHARDS): number {
  return Array.from(ticketId).reduce((sum, character) => sum + character.charCodeAt(0), 0) % shards;
}

/** The armed timers that have a delayed message underway once a ticket is saved. */
function withMessage(ticket: Pick<Ticket, 'ticketId' | 'timers' | 'updatedAt'>): Timer[] {
  return armedTimers(ticket).filter(
    (timer) => isNear(timer, ticket.updatedAt) && !waitsForWarning(timer, ticket),
  );
}

function waitsForWarning({ kind, dueAt }: Timer, { timers }: Pick<Ticket, 'timers'>): boolean {
  const warning = warningOf[kind];
  const warnsAt = warning && timers[warning];
  return warnsAt !== undefined && warnsAt <= dueAt;
}

/** What comes before a due time. */
const warningOf: Partial<Record<TimerKind, TimerKind>> = Object.fromEntries(
  Object.values(TIMERS).map(({ warning, due }) => [due, warning]),
);

function isNear(timer: Timer, at: string): boolean {
  return Date.parse(timer.dueAt) - Date.parse(at) <= NEAR_SECONDS * 1000;
}

function nameOf({ kind, dueAt }: Timer): string {
  return `${kind} ${dueAt}`;
}
