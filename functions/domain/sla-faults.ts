import type { Calendar, Hours } from '../../schemas/calendar.ts';
import { Weekday } from '../../schemas/calendar.ts';
import type { Condition, Rung, SlaPolicy, SlaSettings } from '../../schemas/sla.ts';
import type { RungAction } from '../../schemas/target.ts';
import { PolicyTarget } from '../../schemas/target.ts';
import { Priority } from '../../schemas/ticket-facts.ts';
import { timeOfDay } from './calendar.ts';
import type { Fault } from './errors.ts';
import { isBelow } from './sla.ts';
import { isTimeZone } from './zone.ts';

/** What every ticket must be promised; a first reply may be left out. */
const REQUIRED: readonly PolicyTarget[] = ['reached', 'next-reply', 'resolution'];
/** Where a ladder may end: somebody has been told who can do something. */
const ENDS: readonly RungAction[] = ['notify-lead', 'open-standby', 'webhook'];
const ONCE: readonly RungAction[] = ['raise-level', 'open-standby'];
const LONGEST_LADDER_SECONDS = 86_400;

/** Everything in these promises that contradicts itself or leads nowhere, each with its path. `isIntent`: whether the taxonomy has it. */
export function slaFaults(settings: SlaSettings, isIntent: (intentId: string) => boolean): Fault[] {
  const { calendars, policies, ladders } = settings;
  return [
    ...repeated(calendars.map(({ calendarId }) => calendarId)).map((i) => ({
      field: `calendars.${i}.calendarId`,
      rule: 'is the name of an earlier calendar',
    })),
    ...calendars.flatMap((calendar, i) => calendarFaults(calendar, `calendars.${i}`)),
    ...repeated(policies.map(({ policyId }) => policyId)).map((i) => ({
      field: `policies.${i}.policyId`,
      rule: 'is the name of an earlier policy',
    })),
    ...policies.flatMap((policy, i) => policyFaults(policy, i, settings, isIntent)),
    ...gaps(policies),
    ...Priority.options.flatMap((priority) => ladderFaults(ladders[priority], `ladders.${priority}`)),
  ];
}

function calendarFaults(calendar: Calendar, path: string): Fault[] {
  const { timeZone, week, exceptions = [] } = calendar;
  return [
    ...(isTimeZone(timeZone) ? [] : [{ field: `${path}.timeZone`, rule: 'is not a known time zone' }]),
    ...Weekday.options.flatMap((day) => hoursFaults(week[day], `${path}.week.${day}`)),
    ...(Weekday.options.every((day) => week[day].length === 0)
      ? [{ field: `${path}.week`, rule: 'must be open at some time' }]
      : []),
    ...repeated(exceptions.map(({ date }) => date)).map((i) => ({
      field: `${path}.exceptions.${i}.date`,
      rule: 'has an exception already',
    })),
    ...exceptions.flatMap(({ kind, hours = [] }, i) => {
      const field = `${path}.exceptions.${i}.hours`;
      return kind === 'closed' && hours.length > 0
        ? [{ field, rule: 'must not be given for a closed day' }]
        : hoursFaults(hours, field);
    }),
  ];
}

function hoursFaults(hours: readonly Hours[], path: string): Fault[] {
  return hours.flatMap(({ from, to }, i): Fault[] => {
    if (timeOfDay(to) <= timeOfDay(from))
      return [{ field: `${path}.${i}.to`, rule: `must be after ${from}` }];
    const other = hours
      .slice(0, i)
      .find((it) => timeOfDay(it.from) < timeOfDay(to) && timeOfDay(from) < timeOfDay(it.to));
    return other ? [{ field: `${path}.${i}`, rule: `overlaps ${other.from} to ${other.to}` }] : [];
  });
}

function policyFaults(
  policy: SlaPolicy,
  i: number,
  { calendars, policies, warnShare }: SlaSettings,
  isIntent: (intentId: string) => boolean,
): Fault[] {
  const { calendarId, targets, when = {} } = policy;
  const path = `policies.${i}`;
  const calendar = calendars.find((it) => it.calendarId === calendarId);
  const least = Math.ceil(1 / (1 - warnShare) - 1e-9);
  const named = PolicyTarget.options.filter((target) => targets[target] !== undefined);
  const { reached, 'first-reply': firstReply } = targets;
  return [
    ...(calendar ? dayKindFaults(when, calendar, path) : [{ field: `${path}.calendarId`, rule: UNKNOWN }]),
    ...(named.length === 0 ? [{ field: `${path}.targets`, rule: 'must name at least one target' }] : []),
    ...named
      .filter((target) => (targets[target] ?? 0) < least)
      .map((target) => ({
        field: `${path}.targets.${target}`,
        rule: `must be at least ${least}, so that its warning comes a second before its end`,
      })),
    ...(reached !== undefined && firstReply !== undefined && firstReply < reached
      ? [{ field: `${path}.targets.first-reply`, rule: 'must not be shorter than reached' }]
      : []),
    ...(when.intents ?? []).flatMap((intentId, k) =>
      isIntent(intentId) ? [] : [{ field: `${path}.when.intents.${k}`, rule: 'is not in the taxonomy' }],
    ),
    ...shadowFaults(policy, policies.slice(0, i), path),
  ];
}

const UNKNOWN = 'is none of the calendars';

function dayKindFaults({ dayKinds = [] }: Condition, calendar: Calendar, path: string): Fault[] {
  const { calendarId, week, restDays = [], exceptions = [] } = calendar;
  const has = {
    working: true,
    holiday: restDays.length > 0 || exceptions.some(({ kind }) => kind === 'holiday'),
    closed:
      Weekday.options.some((day) => week[day].length === 0) ||
      exceptions.some(({ kind }) => kind === 'closed'),
  };
  return dayKinds.flatMap((kind, k) =>
    has[kind]
      ? []
      : [{ field: `${path}.when.dayKinds.${k}`, rule: `never comes: ${calendarId} has no ${kind} day` }],
  );
}

/** A policy all of whose targets earlier policies promise to all of its tickets is never reached. */
function shadowFaults(policy: SlaPolicy, earlier: readonly SlaPolicy[], path: string): Fault[] {
  const named = PolicyTarget.options.filter((target) => policy.targets[target] !== undefined);
  const each = (policy.when?.priorities ?? Priority.options).map((priority) => ({
    ...policy,
    when: { ...policy.when, priorities: [priority] },
  }));
  const before = each.flatMap((one) =>
    named.map((target) => earlier.find((it) => it.targets[target] !== undefined && isWider(it, one))),
  );
  const names = [...new Set(before.map((it) => it?.policyId))].join(', ');
  return named.length > 0 && !before.includes(undefined)
    ? [{ field: `${path}.when`, rule: `is never reached: ${names} first` }]
    : [];
}

/** Whether the first policy is for every ticket that the second is for. */
function isWider(wide: SlaPolicy, narrow: SlaPolicy): boolean {
  const [one = {}, other = {}] = [wide.when, narrow.when];
  const includes = <T>(all: readonly T[] | undefined, some: readonly T[] | undefined) =>
    !all || (some?.every((it) => all.includes(it)) ?? false);
  return (
    includes(one.priorities, other.priorities ?? Priority.options) &&
    includes(one.channels, other.channels) &&
    includes(one.segments, other.segments) &&
    includes(one.languages, other.languages) &&
    includes(one.queues, other.queues) &&
    includes(one.dayKinds, other.dayKinds) &&
    (!one.dayKinds || wide.calendarId === narrow.calendarId) &&
    (!one.intents ||
      (other.intents?.every((it) => one.intents?.some((prefix) => isBelow(it, prefix))) ?? false))
  );
}

/** Promises that some ticket would not have: only policies that ask for nothing but a priority are for every ticket. */
function gaps(policies: readonly SlaPolicy[]): Fault[] {
  return Priority.options.flatMap((priority) =>
    REQUIRED.filter(
      (target) =>
        !policies.some(
          ({ when = {}, targets }) =>
            targets[target] !== undefined &&
            Object.entries(when).every(([name, asked]) => name === 'priorities' || !asked) &&
            (!when.priorities || when.priorities.includes(priority)),
        ),
    ).map((target) => ({
      field: 'policies',
      rule: `must promise ${target} to every ${priority} ticket: end with a policy that asks for nothing else`,
    })),
  );
}

function ladderFaults(rungs: readonly Rung[], path: string): Fault[] {
  const last = rungs.length - 1;
  const seconds = rungs.reduce((sum, { afterSeconds }) => sum + afterSeconds, 0);
  return [
    ...rungs.flatMap(({ action }, i) =>
      ONCE.includes(action) && rungs.slice(0, i).some((it) => it.action === action)
        ? [{ field: `${path}.${i}.action`, rule: 'was done by an earlier rung' }]
        : [],
    ),
    ...(rungs.every((it, i) => i !== last || ENDS.includes(it.action))
      ? []
      : [{ field: `${path}.${last}.action`, rule: `must end the ladder: ${ENDS.join(', ')}` }]),
    ...(seconds > LONGEST_LADDER_SECONDS
      ? [{ field: path, rule: `must end within ${LONGEST_LADDER_SECONDS} s, not ${seconds}` }]
      : []),
  ];
}

function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, i) => (names.indexOf(name) < i ? [i] : []));
}
