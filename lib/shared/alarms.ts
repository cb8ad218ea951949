import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ours } from './metric.ts';

/** Alarms as soon as anything waits in a dead-letter queue. Runbook: “Dead letters”. */
export function deadLetterAlarm(scope: Construct, deadLetters: IQueue): Alarm {
  return new Alarm(scope, 'DeadLetterAlarm', {
    ...usual,
    alarmDescription: `Work that failed for good waits in a dead-letter queue. docs/runbook.md#dead-letters`,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }),
    threshold: 1,
  });
}

/** Alarms when a function could not read the risk filter that ships: texts pass unscreened. Runbook: “Risk filter”. */
export function riskFilterAlarm(scope: Construct): Alarm {
  return new Alarm(scope, 'RiskFilterAlarm', {
    ...usual,
    alarmDescription: `The risk filter cannot be read: texts pass unscreened. docs/runbook.md#risk-filter`,
    metric: ours('RiskFilterBroken', undefined, 'Sum'),
    threshold: 1,
  });
}

/** Alarms when people have waited too long for a person for three minutes on end. Runbook: “People wait”. */
export function waitAlarm(scope: Construct, seconds: number): Alarm {
  return new Alarm(scope, 'WaitAlarm', {
    ...usual,
    alarmDescription: `Somebody waits too long for a person, for three minutes on end. docs/runbook.md#people-wait`,
    // `capacity` writes it every minute.
    metric: ours('LongestWaitSeconds'),
    threshold: seconds,
    evaluationPeriods: 3,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
  });
}

/** Alarms while a month is to cost so much more than its budget. Runbook: “Over budget”. */
export function budgetAlarm(scope: Construct, level: 'warning' | 'critical'): Alarm {
  return new Alarm(scope, `Budget${level === 'warning' ? 'Warning' : 'Critical'}Alarm`, {
    ...usual,
    alarmDescription: `The month costs more than its budget: ${level}. docs/runbook.md#over-budget`,
    // `rollup` writes it every hour: from 0, nothing, to 3, critical.
    metric: ours('BudgetLevel', Duration.hours(1)),
    threshold: level === 'warning' ? 2 : 3,
    // The level stands until it is looked at again.
    treatMissingData: TreatMissingData.IGNORE,
  });
}

/** Alarms while a quality review waits for what was found. Runbook: “A quality review is open”. */
export function reviewAlarm(scope: Construct): Alarm {
  return new Alarm(scope, 'ReviewAlarm', {
    ...usual,
    alarmDescription: `Too many are unhappy or come again: a quality review is open. docs/runbook.md#a-quality-review-is-open`,
    // `rollup` writes it every hour.
    metric: ours('QualityReviewsOpen', Duration.hours(1)),
    threshold: 1,
    treatMissingData: TreatMissingData.IGNORE,
  });
}

/** At once when the threshold is reached, and calm while nothing is told. */
const usual = {
  evaluationPeriods: 1,
  comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  treatMissingData: TreatMissingData.NOT_BREACHING,
} as const;

/** Where operators hear of every alarm that the stack has so far: they subscribe with an address or a phone. */
export class AlarmTopic extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { displayName: 'Kefu alarms', enforceSSL: true });
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    for (const alarm of Stack.of(this).node.findAll()) {
      if (alarm instanceof Alarm) alarm.addAlarmAction(new SnsAction(topic));
    }
    new CfnOutput(Stack.of(this), 'AlarmTopicArn', { value: topic.topicArn });
  }
}
