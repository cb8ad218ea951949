import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Alarms as soon as anything waits in a dead-letter queue. Runbook: “Dead letters”. */
export function deadLetterAlarm(scope: Construct, deadLetters: IQueue): Alarm {
  return new Alarm(scope, 'DeadLetterAlarm', {
    alarmDescription: `Work that failed for good waits in a dead-letter queue. docs/runbook.md#dead-letters`,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
