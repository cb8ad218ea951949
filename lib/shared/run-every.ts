import type { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

export interface RunEveryProps {
  readonly worker: ServiceFunction;
  readonly period: Duration;
  /** What it does, for whoever reads the list of schedules. */
  readonly description: string;
  /** Where a turn ends up that failed three times: people must hear of it. */
  readonly deadLetters: IQueue;
}

/** Runs a function again and again. */
export function runEvery(scope: Construct, id: string, props: RunEveryProps): void {
  const { worker, period, description, deadLetters } = props;
  worker.keepFailures(deadLetters);
  new Schedule(scope, id, {
    description,
    schedule: ScheduleExpression.rate(period),
    target: new LambdaInvoke(worker.target, { deadLetterQueue: deadLetters, retryAttempts: 2 }),
  });
}
