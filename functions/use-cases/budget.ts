import type { Budget, BudgetLevelChanged, BudgetPlan } from '../../schemas/budget.ts';
import type { Figures, RollUp } from '../../schemas/roll-up.ts';
import { budgetOf, firstDayOf, rankOf } from '../domain/cost/budget.ts';
import { sumsBy } from '../domain/insights/tally.ts';
import { firstsOfMonths } from '../domain/insights/range.ts';
import { dayOf } from '../domain/reply-rate.ts';
import { measured } from './metrics.ts';
import type { Platform, Uses } from './platform.ts';

type Reads = Uses<{ insights: 'listRollUps'; decisions: 'findBudget' }> &
  Pick<Platform, 'now'> & { timeZone: string; budget: BudgetPlan };

/** What the month has cost, will cost and may cost, by the figures as they are now. */
export async function budgetNow({ insights, decisions, timeZone, budget, now }: Reads): Promise<Budget> {
  const today = dayOf(timeZone, now().getTime());
  const days = await figuresBy('total');
  const companies = await figuresBy('vendor');
  return budgetOf(budget, { today, days, companies }, await decisions.findBudget(today.slice(0, 7)));

  async function figuresBy(dimension: 'total' | 'vendor'): Promise<Map<string, Figures>> {
    const rows: RollUp[] = [];
    for (const day of firstsOfMonths(firstDayOf(today), today))
      rows.push(...(await insights.listRollUps({ level: 'day', timeZone, dimension, day })));
    return sumsBy(rows, ({ day }) => day);
  }
}

type Watches = Reads &
  Uses<{ decisions: 'putBudget' }> &
  Pick<Platform, 'log'> & { announceLevel: (changed: BudgetLevelChanged) => Promise<void> };

/** Once an hour: looks how the month stands to its budget, and tells of another level until that has been accepted. */
export const watchBudget = (platform: Watches) => async (): Promise<void> => {
  const { decisions, budget: plan, timeZone, now, log, announceLevel } = platform;
  if (plan.monthly === 0) return;
  const time = now();
  const at = time.toISOString();
  const told = await decisions.findBudget(dayOf(timeZone, time.getTime()).slice(0, 7));
  if (told && hourOf(told.lookedAt) === hourOf(at)) return;
  const budget = await budgetNow(platform);
  const { month, level, percent } = budget;
  const before = told?.level ?? 'none';
  if (level !== before) await announceLevel({ ...budget, before, at });
  await decisions.putBudget({
    month,
    level,
    since: level === before ? (told?.since ?? at) : at,
    lookedAt: at,
  });
  log(rankOf(level) > rankOf(before) ? 'warn' : 'info', 'budget', {
    month,
    level,
    ...measured({ BudgetPercent: Math.round(percent ?? 0), BudgetLevel: rankOf(level) }, time),
  });
};

function hourOf(time: string): string {
  return time.slice(0, 13);
}
