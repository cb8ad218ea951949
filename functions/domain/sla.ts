import type { SlaPolicy, Target } from '../../schemas/sla.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { TimerKind } from '../../schemas/timer.ts';

/** What every decision may know beside the ticket and the command. */
export interface Situation {
  now: Date;
  policy: SlaPolicy;
}

/** Timers to arm (a time) or to disarm (null). */
export type TimerSettings = Partial<Record<TimerKind, string | null>>;

const secondsOf: Record<Target, (policy: SlaPolicy) => Record<Priority, number>> = {
  'first-response': (policy) => policy.firstResponse,
  'next-response': (policy) => policy.nextResponse,
  resolution: (policy) => policy.resolution,
};

/** Seconds after a time, as data. */
export function after(from: Date | string, seconds: number): string {
  return new Date(new Date(from).getTime() + Math.round(seconds * 1000)).toISOString();
}

/** Arms a target that runs from a time: its warning and its end. */
export function armTarget(
  target: Target,
  priority: Priority,
  from: Date | string,
  policy: SlaPolicy,
): TimerSettings {
  const seconds = secondsOf[target](policy)[priority];
  return {
    [`${target}-warning`]: after(from, seconds * policy.warnShare),
    [`${target}-due`]: after(from, seconds),
  };
}

/** Arms a target that has this many seconds left; its warning keeps its distance to the end when there is room for it. */
export function rearmTarget(
  target: Target,
  ticket: Ticket,
  remaining: number,
  { now, policy }: Situation,
): TimerSettings {
  const seconds = secondsOf[target](policy)[ticket.priority];
  const warnIn = remaining - seconds * (1 - policy.warnShare);
  return {
    [`${target}-warning`]: warnIn > 0 ? after(now, warnIn) : null,
    [`${target}-due`]: after(now, remaining),
  };
}

/** Disarms a target that was met or no longer applies. */
export function disarmTarget(target: Target): TimerSettings {
  return { [`${target}-warning`]: null, [`${target}-due`]: null };
}

/** Disarms everything the ticket is waiting for; a held message is reviewed whatever becomes of the ticket. */
export function disarmAll(ticket: Ticket): TimerSettings {
  const kinds = Object.keys(ticket.timers).filter((kind) => kind !== 'review-due');
  return Object.fromEntries(kinds.map((kind) => [kind, null]));
}

/** A target is met when it ends no later than it is due, whether or not its timer has fired; undefined when it never ran. */
export function outcomeOf(target: Target, ticket: Ticket, now: Date): 'met' | 'breached' | undefined {
  const dueAt = ticket.timers[`${target}-due`];
  if (dueAt) return now.getTime() <= Date.parse(dueAt) ? 'met' : 'breached';
  const standing = target === 'resolution' ? ticket.resolutionRemaining : undefined;
  if (standing !== undefined) return standing > 0 ? 'met' : 'breached';
  return ticket.breached?.includes(target) ? 'breached' : undefined;
}
