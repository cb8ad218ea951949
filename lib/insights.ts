import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { BudgetEnvironment } from '../schemas/budget.ts';
import type { TimeZoneEnvironment } from '../schemas/environment.ts';
import type { QualityEnvironment } from '../schemas/quality-review.ts';
import { makeDeadLetters } from './shared/dead-letters.ts';
import { runEvery } from './shared/run-every.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { InsightsTable } from './tables.ts';

export interface InsightsProps {
  readonly table: InsightsTable;
  /** Whose hours and days are counted. */
  readonly timeZone: string;
  /** What a month may cost, as JSON. */
  readonly budget: string;
  /** The share above which quality is reviewed. */
  readonly reviewAbove: number;
  /** Adds up what has changed. */
  readonly rollUp: ServiceFunction;
  /** Answers what leads ask. */
  readonly api: ServiceFunction;
  /** Plan by the figures. */
  readonly planners: readonly ServiceFunction[];
}

/** Figures of hours and days: a schedule of every five minutes that adds up what has changed, and who may read it. */
export class Insights extends Construct {
  constructor(scope: Construct, id: string, props: InsightsProps) {
    super(scope, id);
    const { table, timeZone, budget, reviewAbove, rollUp, api, planners } = props;
    table.grant(rollUp.worker, 'Query', 'PutItem', 'DeleteItem');
    table.grant(api.worker, 'Query', 'PutItem');
    const name: keyof TimeZoneEnvironment = 'TIME_ZONE';
    const money: keyof BudgetEnvironment = 'BUDGET';
    for (const { worker } of [rollUp, api, ...planners]) worker.addEnvironment(name, timeZone);
    for (const { worker } of [rollUp, api]) worker.addEnvironment(money, budget);
    for (const { worker } of planners) table.grant(worker, 'Query');
    const quality: keyof QualityEnvironment = 'REVIEW_ABOVE';
    rollUp.worker.addEnvironment(quality, String(reviewAbove));
    // Figures that stand still look like a quiet day: people must hear of it.
    runEvery(this, 'RollUp', {
      worker: rollUp,
      period: Duration.minutes(5),
      description: 'Kefu: adds up what is known of tickets',
      deadLetters: makeDeadLetters(this),
    });
  }
}
