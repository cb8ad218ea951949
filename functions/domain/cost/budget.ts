import {
  type Budget,
  BudgetLevel,
  type BudgetPlan,
  type BudgetState,
  type Projection,
} from '../../../schemas/budget.ts';
import type { Figures } from '../../../schemas/roll-up.ts';
import { costNote, costOf } from './figures.ts';
import { outsourcingOf, type TreatedBy } from './outsourcing.ts';
import { KNOWN_DAYS, monthOf, projectionOf, type Spent, spentInMonth } from './projection.ts';
import { addDays, daysBetween } from '../insights/range.ts';
import { sumOf } from '../insights/tally.ts';
import { sum } from '../numbers.ts';

/** A level ends only when it is missed by more than so many per cent of the budget: one that is just reached does not come and go. */
const MARGIN = 3;

/** What is known of the money: figures of each day, of everything and of what companies' people treated. */
export interface Known {
  /** The day on the clock of the business. */
  today: string;
  days: ReadonlyMap<string, Figures>;
  companies: ReadonlyMap<string, Figures>;
}

/** The first day that has to be known. */
export function firstDayOf(today: string): string {
  const begin = addDays(today, -KNOWN_DAYS);
  const { from } = monthOf(today);
  return from < begin ? from : begin;
}

/** Where the month stands. `told`: the level that was last told of. */
export function budgetOf(plan: BudgetPlan, known: Known, told: BudgetState | undefined): Budget {
  const { today, days } = known;
  const month = today.slice(0, 7);
  const spentOn: Spent = new Map([...days].map(([day, figures]) => [day, dollarsOf(figures)]));
  const spent = spentInMonth(spentOn, today);
  const projected = projectionOf(spentOn, today);
  const percent = plan.monthly > 0 ? (100 * (projected?.dollars ?? spent)) / plan.monthly : undefined;
  const current = told?.month === month ? told : undefined;
  const ofMonth = daysBetween(monthOf(today).from, today).flatMap((day) => days.get(day) ?? []);
  const unpriced = sum(ofMonth.map((figures) => costOf(figures).unpriced));
  const notes = notesOf(plan, projected, unpriced);
  return {
    month,
    today,
    plan,
    level: percent === undefined ? 'none' : levelOf(plan, percent, current?.level ?? 'none'),
    ...(current && { since: current.since }),
    spent,
    ...(projected && { projected }),
    ...(percent !== undefined && { percent }),
    unpriced,
    outsourcing: outsourcingOf({
      plan,
      spent,
      projected: projected?.dollars,
      ...treatedBy(known),
    }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

/** The level that so many per cent of the budget are. @param before the one that holds as long as it is not clearly missed */
export function levelOf(plan: BudgetPlan, percent: number, before: BudgetLevel): BudgetLevel {
  const reached = (level: BudgetLevel, margin: number) => level === 'none' || percent >= plan[level] - margin;
  const levels = [...BudgetLevel.options].reverse();
  const now = levels.find((level) => reached(level, 0)) ?? 'none';
  return rankOf(before) > rankOf(now) && reached(before, MARGIN) ? before : now;
}

/** From 0, nothing, to 3, critical. */
export function rankOf(level: BudgetLevel): number {
  return BudgetLevel.options.indexOf(level);
}

function notesOf(plan: BudgetPlan, projected: Projection | undefined, unpriced: number): string[] {
  const unknown = costNote(unpriced);
  return [
    ...(plan.monthly === 0 ? ['no budget is set (stack parameter MonthlyBudget)'] : []),
    ...(projected ? [] : ['not enough data yet: a projection needs seven days that are over']),
    ...(unknown === undefined ? [] : [unknown]),
  ];
}

/** Of the last four weeks. */
function treatedBy({ today, days, companies }: Known): {
  own: TreatedBy;
  companies: TreatedBy;
  cloud: number;
} {
  const weeks = daysBetween(addDays(today, -KNOWN_DAYS), today);
  const of = (figures: ReadonlyMap<string, Figures>) => sumOf(weeks.flatMap((day) => figures.get(day) ?? []));
  const treated = (figures: Figures): TreatedBy => ({
    tickets: figures.labour.tickets,
    dollars: costOf(figures).labour?.total ?? 0,
  });
  const all = of(days);
  const everybody = treated(all);
  const company = treated(of(companies));
  return {
    companies: company,
    own: {
      tickets: everybody.tickets - company.tickets,
      dollars: Math.max(0, everybody.dollars - company.dollars),
    },
    cloud: costOf(all).cloud.total,
  };
}

function dollarsOf(figures: Figures): number {
  const { cloud, labour } = costOf(figures);
  return cloud.total + (labour?.total ?? 0);
}
