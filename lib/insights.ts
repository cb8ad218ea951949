import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { TimeZoneEnvironment } from '../schemas/environment.ts';
import { makeDeadLetters } from './shared/dead-letters.ts';
import { runEvery } from './shared/run-every.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { InsightsTable } from './tables.ts';

export interface InsightsProps {
  readonly table: InsightsTable;
  /** Whose hours and days are counted. */
  readonly timeZone: string;
  /** Adds up what has changed. */
  readonly rollUp: ServiceFunction;
  /** Answers what leads ask. */
  readonly api: ServiceFunction;
  /** Plan by the figures. */
  readonly planners: readonly ServiceFunction[];
}

/** Figures of hours and days: a schedule of every five minutes that adds up what has changed, and who may read it. */
export class Insights extends Construct {
  constructor(scope: Construct, id: string, { table, timeZone, rollUp, api, planners }: InsightsProps) {
    super(scope, id);
    table.grant(rollUp.worker, 'Query', 'PutItem', 'DeleteItem');
    for (const { worker } of [api, ...planners]) table.grant(worker, 'Query');
    const name: keyof TimeZoneEnvironment = 'TIME_ZONE';
    for (const { worker } of [rollUp, api, ...planners]) worker.addEnvironment(name, timeZone);
    // Figures that stand still look like a quiet day: people must hear of it.
    runEvery(this, 'RollUp', {
      worker: rollUp,
      period: Duration.minutes(5),
      description: 'Kefu: adds up what is known of tickets',
      deadLetters: makeDeadLetters(this),
    });
  }
}
