import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterAlarm } from './shared/alarms.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { TicketsTable } from './tables.ts';

/** Reads the tickets table's stream, in order and until it succeeds; what fails for good waits for people. */
export class Relay extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { worker, tickets }: { worker: ServiceFunction; tickets: TicketsTable },
  ) {
    super(scope, id);
    const deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new EventSourceMapping(this, 'Mapping', {
      target: worker.worker,
      eventSourceArn: tickets.table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 10,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 20,
      filters: [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') })],
      onFailure: new SqsDlq(deadLetters),
    });
    tickets.table.grantStreamRead(worker.worker);
    deadLetterAlarm(this, deadLetters);
  }
}
