import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { TicketsTable } from '../tables.ts';
import { makeDeadLetters } from './dead-letters.ts';
import type { ServiceFunction } from './service-function.ts';

/**
 * Has a function read the tickets table's stream, in order and until it succeeds; what fails for good waits for people. A stream takes two
 * readers and no more: those are `relay` and `live`.
 */
export function readStream(
  scope: Construct,
  { worker, tickets, writes }: { worker: ServiceFunction; tickets: TicketsTable; writes: readonly string[] },
): void {
  new EventSourceMapping(scope, 'Mapping', {
    target: worker.worker,
    eventSourceArn: tickets.table.tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    parallelizationFactor: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 20,
    filters: [FilterCriteria.filter({ eventName: FilterRule.or(...writes) })],
    onFailure: new SqsDlq(makeDeadLetters(scope)),
  });
  tickets.table.grantStreamRead(worker.worker);
}
