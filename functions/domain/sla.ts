import type { Calendar } from '../../schemas/calendar.ts';
import type { SlaSettings } from '../../schemas/sla.ts';
import type { Clock, PolicyTarget, Target } from '../../schemas/target.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { TimerKind } from '../../schemas/timer.ts';
import { isoTime, momentAt } from './iso-time.ts';
import { addOpenSeconds, alwaysOpen, kindOfDay, openSecondsBetween } from './calendar.ts';

/** The promises in force, and which version of the settings they are. */
export interface Promises extends SlaSettings {
  readonly version: number;
}

/** What every decision may know beside the ticket and the command. */
export interface Situation {
  now: Date;
  policy: Promises;
}

/** Timers to arm (a time) or to disarm (null). */
export type TimerSettings = Partial<Record<TimerKind, string | null>>;

/** What an event arms and disarms: timers, and the promises behind them. */
export interface Arming {
  timers: TimerSettings;
  clocks?: Partial<Record<Target, Clock | null>>;
}

/** What decides which policies are for a ticket. */
export type Facts = Pick<Ticket, 'priority' | 'channel' | 'segment' | 'language' | 'queueId' | 'intentId'>;

/** The timers of a promise. */
export const TIMERS = {
  reached: { warning: 'reached-warning', due: 'reached-due' },
  'first-reply': { warning: 'first-reply-warning', due: 'first-reply-due' },
  'next-reply': { warning: 'next-reply-warning', due: 'next-reply-due' },
  resolution: { warning: 'resolution-warning', due: 'resolution-due' },
  promise: { warning: 'promise-warning', due: 'promise-due' },
} as const satisfies Record<Target, Record<'warning' | 'due', TimerKind>>;

const TARGETS: readonly PolicyTarget[] = ['reached', 'first-reply', 'next-reply', 'resolution'];
/** What stands while the ticket waits for its customer; a reply or a person is not owed then. */
const STANDING: readonly PolicyTarget[] = ['first-reply', 'resolution'];

/** Seconds after a time, as data. */
export function after(from: Date | string, seconds: number): string {
  return isoTime(momentAt(from) + Math.round(seconds * 1000));
}

/** Several armings as one; the later word counts. */
export function together(...parts: (Arming | undefined)[]): Arming {
  const timers: TimerSettings = {};
  const clocks: NonNullable<Arming['clocks']> = {};
  for (const part of parts) {
    Object.assign(timers, part?.timers);
    Object.assign(clocks, part?.clocks);
  }
  return { timers, ...(Object.keys(clocks).length > 0 && { clocks }) };
}

/** Starts a promise from a time: by the first policy that is for the ticket and names the target. Nothing when none does. */
export function startTarget(
  target: PolicyTarget,
  facts: Facts,
  from: Date | string,
  { policy }: Situation,
): Arming {
  const made = promiseFor(target, facts, from, policy);
  if (!made) return { timers: {} };
  const clock: Clock = { ...made, startedAt: isoTime(momentAt(from)) };
  return run(target, clock, from, clock.seconds, policy);
}

/**
 * What becomes of running promises when the facts of a ticket change: those of another policy are reckoned anew, from where their
 * time began and less what has passed. A person's correction (`mayPutOff` false) only brings a deadline nearer.
 */
export function retarget(
  { timers, clocks = {} }: Ticket,
  facts: Facts,
  mayPutOff: boolean,
  { now, policy }: Situation,
): Arming | undefined {
  const changes = TARGETS.flatMap((target) => {
    const [clock, dueAt] = [clocks[target], timers[TIMERS[target].due]];
    const made = promiseFor(target, facts, clock?.startedAt ?? now, policy);
    if (!clock || !dueAt || !made || isSame(clock, made)) return [];
    const next: Clock = { ...made, startedAt: clock.startedAt };
    const left = Math.max(0, next.seconds - usedOf(clock, dueAt, now, policy));
    const arming = run(target, next, now, left, policy);
    const due = arming.timers[TIMERS[target].due] ?? dueAt;
    return mayPutOff || due < dueAt ? [arming] : [];
  });
  return changes.length > 0 ? together(...changes) : undefined;
}

/** All running and standing promises as the settings in force would make them, from where their time began; nothing when they would be the same. */
export function renew(
  { timers, clocks = {}, ...facts }: Ticket,
  { now, policy }: Situation,
): Arming | undefined {
  const changes = TARGETS.flatMap((target): Arming[] => {
    const [clock, dueAt] = [clocks[target], timers[TIMERS[target].due]];
    const made = clock && promiseFor(target, facts, clock.startedAt, policy);
    if (!clock || !made || made.version === clock.version) return [];
    const used = dueAt ? usedOf(clock, dueAt, now, policy) : clock.seconds - (clock.left ?? 0);
    const left = Math.max(0, made.seconds - used);
    const next: Clock = { ...made, startedAt: clock.startedAt };
    if (dueAt) return [run(target, next, now, left, policy)];
    return [{ timers: {}, clocks: { [target]: { ...next, left } } }];
  });
  return changes.length > 0 ? together(...changes) : undefined;
}

/** What an agent promised a customer by hand: a deadline with an owner, by which all time counts. */
export function startPromise(agentId: string, dueAt: string, { now, policy }: Situation): Arming {
  const seconds = (momentAt(dueAt) - now.getTime()) / 1000;
  const startedAt = isoTime(now.getTime());
  const clock: Clock = {
    policyId: 'promise',
    version: policy.version,
    calendarId: '',
    seconds,
    startedAt,
    agentId,
  };
  return run('promise', clock, now, seconds, policy);
}

/** Stops the promises that stand while the ticket waits for its customer, each with what it has left. */
export function standStill({ timers, clocks = {} }: Ticket, { now, policy }: Situation): Arming {
  return together(
    ...STANDING.map((target): Arming | undefined => {
      const [clock, dueAt] = [clocks[target], timers[TIMERS[target].due]];
      if (!clock || !dueAt) return undefined;
      const left = openSecondsBetween(calendarOf(clock, policy), now, dueAt);
      return { timers: settle(target).timers, clocks: { [target]: { ...clock, left } } };
    }),
  );
}

/** Lets the promises that stood run on; a warning keeps its distance to the end when there is room for it. */
export function runOn({ clocks = {} }: Ticket, { now, policy }: Situation): Arming {
  return together(
    ...STANDING.map((target) => {
      const standing = clocks[target];
      if (standing?.left === undefined) return undefined;
      const { left, ...clock } = standing;
      return run(target, clock, now, left, policy);
    }),
  );
}

/** Ends promises that were kept or no longer apply. */
export function settle(...targets: Target[]): Arming {
  const timers: TimerSettings = {};
  const clocks: NonNullable<Arming['clocks']> = {};
  for (const target of targets) {
    timers[TIMERS[target].warning] = null;
    timers[TIMERS[target].due] = null;
    clocks[target] = null;
  }
  return { timers, ...(targets.length > 0 && { clocks }) };
}

/** Ends everything the ticket is waiting for, but for these; a held message is reviewed whatever becomes of the ticket. */
export function disarmAll({ timers, clocks = {} }: Ticket, ...but: Target[]): Arming {
  const kept: readonly string[] = ['review-due', ...but.flatMap((it) => Object.values(TIMERS[it]))];
  const kinds = Object.keys(timers).filter((kind) => !kept.includes(kind));
  const targets = Object.keys(clocks).filter((target) => !but.some((it) => it === target));
  return {
    timers: Object.fromEntries(kinds.map((kind) => [kind, null])),
    ...(targets.length > 0 && { clocks: Object.fromEntries(targets.map((target) => [target, null])) }),
  };
}

/** A target is met when it ends no later than it is due, whether or not its timer has fired; undefined when it never ran. */
export function outcomeOf(target: Target, ticket: Ticket, now: Date): 'met' | 'breached' | undefined {
  const dueAt = ticket.timers[TIMERS[target].due];
  if (dueAt) return now.getTime() <= momentAt(dueAt) ? 'met' : 'breached';
  const left = ticket.clocks?.[target]?.left;
  if (left !== undefined) return left > 0 ? 'met' : 'breached';
  return ticket.breached?.includes(target) ? 'breached' : undefined;
}

/** The calendar a promise is reckoned by; one that is no longer there counts all time. */
export function calendarOf({ calendarId }: Pick<Clock, 'calendarId'>, policy: SlaSettings): Calendar {
  return policy.calendars.find((it) => it.calendarId === calendarId) ?? alwaysOpen(calendarId, 'UTC');
}

/** Whether a policy is for these tickets, with their time beginning at this moment. */
export function isFor(
  { when = {}, calendarId }: SlaSettings['policies'][number],
  facts: Facts,
  from: Date | string,
  policy: SlaSettings,
): boolean {
  const { priorities, channels, segments, languages, queues, intents, dayKinds } = when;
  return (
    (!priorities || priorities.includes(facts.priority)) &&
    (!channels || channels.includes(facts.channel)) &&
    (!segments || segments.includes(facts.segment)) &&
    (!languages || languages.includes(facts.language)) &&
    (!queues || queues.includes(facts.queueId)) &&
    (!intents || intents.some((prefix) => isBelow(facts.intentId, prefix))) &&
    (!dayKinds || dayKinds.includes(kindOfDay(calendarOf({ calendarId }, policy), from)))
  );
}

/** Whether an intent is this one, or a case below it. */
export function isBelow(intentId: string | undefined, prefix: string): boolean {
  return intentId === prefix || (intentId?.startsWith(`${prefix}.`) ?? false);
}

type Made = Omit<Clock, 'startedAt' | 'left'>;

function promiseFor(
  target: PolicyTarget,
  facts: Facts,
  from: Date | string,
  policy: Promises,
): Made | undefined {
  const found = policy.policies.find((it) => it.targets[target] && isFor(it, facts, from, policy));
  const seconds = found?.targets[target];
  if (!found || seconds === undefined) return undefined;
  return { policyId: found.policyId, version: policy.version, calendarId: found.calendarId, seconds };
}

/** The same seconds of the same calendar are the same promise, whatever policy says so. */
function isSame(clock: Clock, made: Made): boolean {
  return clock.seconds === made.seconds && clock.calendarId === made.calendarId;
}

/** Seconds of a running promise that have passed. */
function usedOf(clock: Clock, dueAt: string, now: Date, policy: SlaSettings): number {
  return clock.seconds - openSecondsBetween(calendarOf(clock, policy), now, dueAt);
}

/** Lets a promise run for so many seconds, and warns before its end. */
function run(target: Target, clock: Clock, from: Date | string, left: number, policy: SlaSettings): Arming {
  const calendar = calendarOf(clock, policy);
  const { warning, due } = TIMERS[target];
  const timers: TimerSettings = {};
  const warnIn = left - clock.seconds * (1 - policy.warnShare);
  timers[warning] = warnIn > 0 ? openAfter(calendar, from, warnIn) : null;
  timers[due] = openAfter(calendar, from, left);
  return { timers, clocks: { [target]: clock } };
}

/** When so many seconds of a calendar will have passed, as data. */
function openAfter(calendar: Calendar, from: Date | string, seconds: number): string {
  return isoTime(addOpenSeconds(calendar, from, seconds).getTime());
}
