import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { makeDeadLetters } from './shared/dead-letters.ts';
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
      onFailure: new SqsDlq(makeDeadLetters(this)),
    });
    tickets.table.grantStreamRead(worker.worker);
  }
}
