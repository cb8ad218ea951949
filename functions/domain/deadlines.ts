import type { Deadline } from '../../schemas/deadline.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { type Clock, Target } from '../../schemas/target.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import type { Command } from './conversation.ts';
import { actorOf } from './desk.ts';
import { renew, type Situation } from './sla.ts';
import type { Caller } from './ticket.ts';
import { shownAt } from './zone.ts';

/** A promise as far as a history has come. */
interface Made {
  readonly clock: Clock;
  readonly number: number;
  readonly pauses: Deadline['pauses'];
}

/** What is promised: until when, and what is then to have happened. */
const words: Record<Target, { zh: string; en: string }> = {
  reached: { zh: '须有人接入', en: 'a person has to have taken the conversation' },
  'first-reply': { zh: '须有人首次回复', en: 'a person has to have written for the first time' },
  'next-reply': { zh: '须有人回复', en: 'a person has to have answered' },
  resolution: { zh: '须给出结果', en: 'the matter has to be settled' },
  promise: { zh: '须兑现对客户的承诺', en: 'what was promised to the customer has to be kept' },
};

/**
 * Every promise that runs or stands, with the reason why it is due when it is. All of it follows from the whole history; settings only
 * say on whose clock to show it. `zoneOf` gives the time zone of a calendar.
 */
export function explainDeadlines(
  events: readonly TicketEvent[],
  zoneOf: (calendarId: string) => string,
): Deadline[] {
  const made = new Map<Target, Made>();
  const timers = new Map<string, string>();
  for (const event of events) {
    for (const target of Target.options) follow(made, target, event);
    for (const [kind, time] of Object.entries(event.timers ?? {})) {
      if (time === null) timers.delete(kind);
      else timers.set(kind, time);
    }
  }
  return [...made].map(([target, { clock, number, pauses }]) => {
    const dueAt = timers.get(`${target}-due`);
    const bare = {
      ...clock,
      target,
      number,
      pauses,
      dueAt,
      warnAt: timers.get(`${target}-warning`),
      timeZone: zoneOf(clock.calendarId),
    };
    return { ...bare, sentence: { zh: inChinese(bare), en: inEnglish(bare) } };
  });
}

/** A lead asks that what was promised be reckoned anew by the settings in force; nothing when they say the same. */
export function renewDeadlines(
  history: History,
  { caller, command, reason }: { caller: Caller; command: Command; reason: string },
  situation: Situation,
): TicketChange | undefined {
  const arming = renew(history.ticket, situation);
  if (!arming) return undefined;
  const { version } = situation.policy;
  const draft: Draft = {
    type: 'DeadlinesRenewed',
    actor: actorOf(caller),
    command,
    body: { reason, version },
    ...arming,
  };
  return changeOf(history, [draft], situation.now);
}

function follow(made: Map<Target, Made>, target: Target, { clocks, number, occurredAt }: TicketEvent): void {
  const clock = clocks?.[target];
  if (clock === undefined) return;
  const before = made.get(target);
  if (clock === null) {
    made.delete(target);
    return;
  }
  const same = before?.clock.startedAt === clock.startedAt;
  const pauses = same ? [...before.pauses] : [];
  const last = pauses.at(-1);
  const stands = last !== undefined && last.to === undefined;
  if (clock.left !== undefined && !stands) pauses.push({ from: occurredAt });
  if (clock.left === undefined && stands) pauses.splice(-1, 1, { ...last, to: occurredAt });
  const { policyId, seconds } = before?.clock ?? {};
  const kept = same && policyId === clock.policyId && seconds === clock.seconds;
  made.set(target, { clock, number: kept ? before.number : number, pauses });
}

type Bare = Omit<Deadline, 'sentence'>;

function inEnglish({ target, dueAt, timeZone, left, pauses, ...clock }: Bare): string {
  const from = shown(clock.startedAt, timeZone);
  const end = dueAt
    ? `By ${shown(dueAt, timeZone)} (${timeZone})`
    : `With ${left ?? 0} s left, once it runs again`;
  const why =
    target === 'promise'
      ? `it was promised at ${from}`
      : `policy “${clock.policyId}” (version ${clock.version}) gives ${clock.seconds} s from ${from} by calendar “${clock.calendarId}”`;
  const stood = pausedSeconds(pauses);
  const pause = pauses.length === 0 ? '' : `; it stood ${pauses.length} ×, ${stood} s so far`;
  return `${end} ${words[target].en}: ${why}${pause}.`;
}

function inChinese({ target, dueAt, timeZone, left, pauses, ...clock }: Bare): string {
  const from = shown(clock.startedAt, timeZone);
  const end = dueAt ? `${shown(dueAt, timeZone)}（${timeZone}）前` : `恢复计时后 ${left ?? 0} 秒内`;
  const why =
    target === 'promise'
      ? `于 ${from} 向客户承诺`
      : `策略“${clock.policyId}”（第 ${clock.version} 版）自 ${from} 起按日历“${clock.calendarId}”计 ${clock.seconds} 秒`;
  const pause = pauses.length === 0 ? '' : `；其间暂停 ${pauses.length} 次，共 ${pausedSeconds(pauses)} 秒`;
  return `${end}${words[target].zh}：${why}${pause}。`;
}

/** Seconds of the pauses that are over. */
function pausedSeconds(pauses: Deadline['pauses']): number {
  return pauses.reduce((sum, { from, to }) => sum + (to ? Date.parse(to) - Date.parse(from) : 0), 0) / 1000;
}

/** `2026-11-21 20:03:15` on the clock of a zone; milliseconds only when there are some. */
function shown(time: string, timeZone: string): string {
  const text = new Date(shownAt(timeZone, Date.parse(time))).toISOString().slice(0, 23).replace('T', ' ');
  return text.replace(/\.000$/, '');
}
