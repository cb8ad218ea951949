import {
  type Cover,
  type NoRoster,
  type Requirement,
  Requirements,
  type Roster,
  RosterPlan,
  type ShiftKind,
} from '../../../schemas/roster.ts';
import { itemAt, sum } from '../numbers.ts';
import { isTimeZone, shownAt } from '../zone.ts';
import { checked, faulty } from './checked.ts';
import type { Programme, Row, Solve } from './programme.ts';
import { wholePeople } from './requirements.ts';
import { isNight, type Shift, shiftsFor } from './shifts.ts';

interface Question {
  readonly shifts: readonly Shift[];
  readonly cover: readonly Omit<Cover, 'covered'>[];
  readonly limits: readonly Row[];
}

const DAYS_A_WEEK = 5;

/**
 * Shifts of least cost that cover every interval, within the limits on outsourcing, part-time and people. G. Dantzig's set-covering
 * model of shifts ("A comment on Edie's 'Traffic delays at toll booths'", 1954), with a limit for each share.
 * @throws FaultyInputError that names the field and the rule it breaks
 */
export function rosterOf(given: Requirements, givenPlan: RosterPlan, solve: Solve): Roster | NoRoster {
  const requirements = checked(Requirements, given, 'requirements');
  const plan = checked(RosterPlan, givenPlan, 'plan');
  mustBeInOrder(requirements);
  const question = questionOf(requirements, plan);
  const unreachable = uncovered(question, requirements.timeZone);
  if (unreachable.length > 0) return { kind: 'no-roster', reasons: unreachable };

  const solution = solve(programmeOf(question));
  if (solution.kind === 'gave-up') return { kind: 'no-roster', reasons: [solution.why] };
  if (solution.kind === 'impossible')
    return { kind: 'no-roster', reasons: whatIsInTheWay(question, requirements.timeZone, solve) };
  return rosterFrom(question, solution.values);
}

function questionOf(requirements: Requirements, plan: RosterPlan): Question {
  const shifts = shiftsFor(requirements, plan);
  const cover = requirements.intervals.map((interval) => ({
    from: interval.from,
    needed: interval.agents,
    least: leastAt(interval, requirements.timeZone, plan),
  }));
  return { shifts, cover, limits: [...shareLimits(shifts, plan), ...peopleLimits(shifts)] };
}

function leastAt({ from, agents }: Requirement, timeZone: string, plan: RosterPlan): number {
  return isNight(plan, timeZone, Date.parse(from)) ? wholePeople(agents * plan.night.cover) : agents;
}

/** A share of hours is at most a limit: the hours inside, less the limit's part of all hours, are at most 0. */
function shareLimits(shifts: readonly Shift[], plan: RosterPlan): Row[] {
  const atMost = (says: string, limit: number, isInside: (kind: ShiftKind) => boolean): Row => ({
    says,
    terms: shifts.map(({ kind, hours }, variable) => ({
      variable,
      times: ((isInside(kind) ? 1 : 0) - limit) * hours,
    })),
    most: 0,
  });
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return [
    atMost(
      `at most ${percent(plan.outsourceShare)} of the hours are outsourced`,
      plan.outsourceShare,
      ({ from }) => from === 'outsource',
    ),
    atMost(
      `at most ${percent(plan.partTimeShare)} of the hours are part-time`,
      plan.partTimeShare,
      ({ time }) => time === 'part',
    ),
  ];
}

function peopleLimits(shifts: readonly Shift[]): Row[] {
  const places = shifts.map((shift, variable) => ({ ...shift, variable }));
  return [...Map.groupBy(places, ({ kind, date }) => `${kind.name} ${date}`).values()].flatMap((all) => {
    const { kind, date } = itemAt(all, 0);
    if (kind.most === undefined) return [];
    return [
      {
        says: `at most ${kind.most} people work ${kind.name} on ${date}`,
        terms: all.map(({ variable }) => ({ variable, times: 1 })),
        most: kind.most,
      },
    ];
  });
}

function programmeOf({ shifts, cover, limits }: Question): Programme {
  return {
    costs: shifts.map(({ kind, hours }) => kind.costPerHour * hours),
    rows: [...coverRows(shifts, cover), ...limits],
  };
}

function coverRows(shifts: readonly Shift[], cover: Question['cover']): Row[] {
  const covering = cover.map((): { variable: number; times: number }[] => []);
  for (const [variable, { covers }] of shifts.entries())
    for (const at of covers) itemAt(covering, at).push({ variable, times: 1 });
  return cover.flatMap(({ from, least }, at) =>
    least > 0 ? [{ says: `${least} people at ${from}`, terms: itemAt(covering, at), least }] : [],
  );
}

/** Intervals that no shift reaches, in stretches. */
function uncovered({ shifts, cover }: Question, timeZone: string): string[] {
  const reached = new Set(shifts.flatMap(({ covers }) => covers));
  const short = cover.filter(({ least }, at) => least > 0 && !reached.has(at));
  const [first] = short;
  return first
    ? [
        `no kind of shift covers ${shown(first.from, timeZone)}${short.length > 1 ? `, nor ${short.length - 1} intervals more` : ''}`,
      ]
    : [];
}

/** Lets intervals be short of people at a price above everything else, and says where they then are; and which limit, dropped, would do. */
function whatIsInTheWay(question: Question, timeZone: string, solve: Solve): string[] {
  const { shifts, cover, limits } = question;
  const rows = coverRows(shifts, cover);
  const elastic = rows.map((row, at) => ({
    ...row,
    terms: [...row.terms, { variable: shifts.length + at, times: 1 }],
  }));
  const answer = solve({
    costs: [...shifts.map(() => 0), ...rows.map(() => 1)],
    rows: [...elastic, ...limits],
  });
  const missing = answer.kind === 'solved' ? answer.values.slice(shifts.length) : [];
  const needed = cover.filter(({ least }) => least > 0);
  const short = needed.flatMap(({ from, least }, at) => {
    const people = Math.round(missing[at] ?? 0);
    return people > 0 ? [`${shown(from, timeZone)}: ${people} of ${least} people are missing`] : [];
  });
  const loosened = limitGroups(limits).filter(
    (group) =>
      solve({ costs: shifts.map(() => 1), rows: [...rows, ...limits.filter((row) => !group.includes(row))] })
        .kind === 'solved',
  );
  return [
    ...short.slice(0, 5),
    ...(short.length > 5 ? [`and ${short.length - 5} intervals more`] : []),
    ...loosened.map(
      (group) =>
        `it would be possible without this limit: ${itemAt(group, 0).says}${group.length > 1 ? ', and so on other days' : ''}`,
    ),
    ...(loosened.length === 0 ? ['no single limit is in the way: several are, together'] : []),
  ];
}

/** Limits that are one decision: each share, and the people of a kind of shift on all days. */
function limitGroups(limits: readonly Row[]): Row[][] {
  return [...Map.groupBy(limits, ({ says }) => says.replace(/ on \d{4}-.*$/, '')).values()];
}

function rosterFrom({ shifts, cover }: Question, values: readonly number[]): Roster {
  const worked = shifts.flatMap((shift, at) => {
    const people = Math.round(itemAt(values, at));
    return people > 0 ? [{ shift, people }] : [];
  });
  const hoursOf = (isInside: (kind: ShiftKind) => boolean) =>
    sum(worked.map(({ shift, people }) => (isInside(shift.kind) ? people * shift.hours : 0)));
  const hours = hoursOf(() => true);
  const share = (isInside: (kind: ShiftKind) => boolean) => (hours > 0 ? hoursOf(isInside) / hours : 0);
  const covered = cover.map(() => 0);
  for (const { shift, people } of worked)
    for (const at of shift.covers) covered[at] = itemAt(covered, at) + people;
  return {
    kind: 'roster',
    cost: sum(worked.map(({ shift, people }) => people * shift.hours * shift.kind.costPerHour)),
    hours,
    outsourceShare: share(({ from }) => from === 'outsource'),
    partTimeShare: share(({ time }) => time === 'part'),
    shifts: worked
      .toSorted((a, b) => a.shift.start - b.shift.start || a.shift.end - b.shift.end)
      .map(({ shift: { kind, date, start, end }, people }) => ({
        name: kind.name,
        from: kind.from,
        time: kind.time,
        date,
        start: new Date(start).toISOString(),
        end: new Date(end).toISOString(),
        people,
      })),
    cover: cover.map((interval, at) => ({ ...interval, covered: itemAt(covered, at) })),
    people: peopleOf(worked),
  };
}

/** In every seven days: as many as the busiest day, and enough that all shifts are worked at five each. */
function peopleOf(worked: readonly { shift: Shift; people: number }[]): Record<string, number> {
  const firstDay = Math.min(...worked.map(({ shift }) => Date.parse(shift.date)));
  const weekOf = ({ date }: Shift) => Math.floor((Date.parse(date) - firstDay) / (7 * 86_400_000));
  const kinds = Map.groupBy(worked, ({ shift }) => shift.kind.name);
  return Object.fromEntries(
    [...kinds].map(([name, ofKind]) => {
      const weeks = [...Map.groupBy(ofKind, ({ shift }) => weekOf(shift)).values()];
      const need = weeks.map((week) => {
        const days = [...Map.groupBy(week, ({ shift }) => shift.date).values()];
        const perDay = days.map((day) => sum(day.map(({ people }) => people)));
        return Math.max(...perDay, Math.ceil(sum(perDay) / DAYS_A_WEEK));
      });
      return [name, Math.max(...need)];
    }),
  );
}

function mustBeInOrder({ timeZone, intervals }: Requirements): void {
  if (!isTimeZone(timeZone))
    throw faulty('requirements', [
      { field: 'timeZone', rule: `${timeZone} is no time zone; Asia/Shanghai is one` },
    ]);
  const at = intervals.findIndex(
    ({ from }, place) => place > 0 && Date.parse(from) <= Date.parse(itemAt(intervals, place - 1).from),
  );
  if (at > 0)
    throw faulty('requirements', [
      { field: `intervals.${at}.from`, rule: 'must be later than the one before' },
    ]);
}

function shown(from: string, timeZone: string): string {
  return new Date(shownAt(timeZone, Date.parse(from))).toISOString().slice(0, 16).replace('T', ' ');
}
