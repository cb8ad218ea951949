import { Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type BudgetPlan } from '../schemas/budget.ts';
import { parameter } from './shared/parameter.ts';

/** Makes the parameters of a month's budget, and says what functions read: JSON with every value in its place. */
export function budgetPlan(stack: Construct): string {
  const number = (
    id: string,
    description: string,
    limits: { default: number; minValue: number; maxValue: number },
  ) => {
    parameter(stack, id, { type: 'Number', description, ...limits });
    return `\${${id}}`;
  };
  const percent = (id: string, level: string, share: number) =>
    number(id, `Per cent of MonthlyBudget that the month is to cost at which ${level} is told`, {
      default: share,
      minValue: 1,
      maxValue: 1000,
    });
  const plan: Record<keyof BudgetPlan, string> = {
    monthly: number('MonthlyBudget', 'US dollars that a month may cost, people and cloud; 0: no budget', {
      default: 0,
      minValue: 0,
      maxValue: 1_000_000_000,
    }),
    notice: percent('BudgetNotice', 'a notice', 100),
    warning: percent('BudgetWarning', 'a warning', 110),
    critical: percent('BudgetCritical', 'a critical level', 125),
  };
  return Fn.sub(JSON.stringify(plan).replace(/"(\$\{\w+\})"/g, '$1'));
}
