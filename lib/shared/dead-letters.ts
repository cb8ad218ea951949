import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLetterAlarm } from './alarms.ts';

/** Where what failed for good waits two weeks for people, and the alarm that calls them. */
export function makeDeadLetters(scope: Construct): Queue {
  const deadLetters = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  deadLetterAlarm(scope, deadLetters);
  return deadLetters;
}
