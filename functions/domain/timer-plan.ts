import { TimerKind, type Timer } from '../../schemas/timer.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { TIMERS } from './sla.ts';

/** SQS delays a message by at most this many seconds; a timer further away waits in the index for the sweep. */
export const NEAR_SECONDS = 900;
/** A sweep turns index rows due within this many seconds into delayed messages. */
export const SWEEP_HORIZON_SECONDS = 120;
/** Index partitions per minute; each takes 1,000 writes a second. */
export const SHARDS = 4;

/** The armed timers of a ticket, earliest first. */
export function armedTimers({ ticketId, timers }: Ticket): Timer[] {
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

/** The one timer that puts a ticket into the index: the earliest that was far away at the last write. */
export function farTimer(ticket: Ticket): { timer: Timer; minute: string; shard: number } | undefined {
  const timer = armedTimers(ticket).find((armed) => !isNear(armed, ticket.updatedAt));
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
function withMessage(ticket: Ticket): Timer[] {
  return armedTimers(ticket).filter(
    (timer) => isNear(timer, ticket.updatedAt) && !waitsForWarning(timer, ticket),
  );
}

function waitsForWarning({ kind, dueAt }: Timer, { timers }: Ticket): boolean {
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
