import type { TicketEvent } from '../../schemas/events.ts';
import { timeOfDay } from './calendar.ts';
import { shownAt } from './zone.ts';

/** A turn is kept when a person answers within this; the merchants' platforms count the same. */
const KEPT_WITHIN_MS = 180_000;
const DAY_MS = 86_400_000;

/** What a customer said to people, from the first unanswered message until a person answered, or until it ended without. */
export interface Turn {
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly endedAt?: string;
}

/** The 3-minute human reply rate of a day so far, and what can still become of it. */
export interface ReplyRate {
  readonly turns: number;
  readonly kept: number;
  readonly missed: number;
  /** Turns that are still to be saved, the most pressing first. */
  readonly open: readonly { startedAt: string; dueAt: string }[];
  /** Kept of those decided; undefined as long as none is. */
  readonly rate: number | undefined;
  /** When every open turn is saved, and when none is. */
  readonly atBest: number | undefined;
  readonly atWorst: number | undefined;
}

/**
 * The turns of a history that people owed an answer to. What the bot settles by itself is none, and neither its words nor anybody's
 * but a person's end one.
 */
export function turnsOf(events: readonly TicketEvent[]): Turn[] {
  const turns: Turn[] = [];
  let since: string | undefined;
  let forPeople = false;
  const end = (turn: Omit<Turn, 'startedAt'>) => {
    if (since !== undefined && forPeople) turns.push({ startedAt: since, ...turn });
    since = undefined;
  };
  for (const event of events) {
    const { type, occurredAt, actor } = event;
    if (type === 'TicketQueued') forPeople = true;
    if (type === 'MessageSent' && actor.kind === 'customer') since ??= occurredAt;
    if (type === 'MessageSent' && actor.kind === 'agent') end({ answeredAt: occurredAt });
    if (type === 'MessageSent' && actor.kind === 'bot' && !forPeople) since = undefined;
    if (type === 'TicketPended' || type === 'TicketResolved') end({ endedAt: occurredAt });
    if (type === 'TicketResolved') forPeople = false;
  }
  return since !== undefined && forPeople ? [...turns, { startedAt: since }] : turns;
}

/**
 * The rate of the day around `now`: turns begun from 08:00:00 to 22:59:59 on the clock of the zone, kept when a person answered within
 * 180 s (PRODUCT: the 3-minute human reply rate, per turn, not per customer).
 */
export function replyRate(turns: readonly Turn[], now: Date, timeZone: string): ReplyRate {
  const today = dayOf(now.getTime(), timeZone);
  const counted = turns.filter(({ startedAt }) => {
    const start = Date.parse(startedAt);
    return dayOf(start, timeZone) === today && isCounted(start, timeZone);
  });
  const kept = counted.filter((turn) => isKept(turn)).length;
  const open = counted
    .filter((turn) => isOpen(turn, now))
    .map(({ startedAt }) => ({
      startedAt,
      dueAt: new Date(Date.parse(startedAt) + KEPT_WITHIN_MS).toISOString(),
    }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const all = counted.length;
  const decided = all - open.length;
  return {
    turns: all,
    kept,
    missed: decided - kept,
    open,
    rate: share(kept, decided),
    atBest: share(kept + open.length, all),
    atWorst: share(kept, all),
  };
}

function isKept({ startedAt, answeredAt }: Turn): boolean {
  return answeredAt !== undefined && Date.parse(answeredAt) - Date.parse(startedAt) <= KEPT_WITHIN_MS;
}

function isOpen({ startedAt, answeredAt, endedAt }: Turn, now: Date): boolean {
  const waits = answeredAt === undefined && endedAt === undefined;
  return waits && now.getTime() - Date.parse(startedAt) <= KEPT_WITHIN_MS;
}

function isCounted(start: number, timeZone: string): boolean {
  const time = shownAt(timeZone, start) % DAY_MS;
  return time >= timeOfDay('08:00') && time < timeOfDay('23:00');
}

function dayOf(moment: number, timeZone: string): number {
  return Math.floor(shownAt(timeZone, moment) / DAY_MS);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
