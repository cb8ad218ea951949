import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { RelayEnvironment } from '../schemas/environment.ts';
import type { DirectReaction } from '../schemas/work-queues.ts';
import { makeDeadLetters } from './shared/dead-letters.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { WorkQueue } from './shared/work-queue.ts';
import type { TicketsTable } from './tables.ts';

/** What it is told; the stack's parameter is text until it is deployed. */
type RelayTold = Record<keyof RelayEnvironment, string>;

export interface RelayProps {
  readonly worker: ServiceFunction;
  readonly tickets: TicketsTable;
  /** Queues it sends events to itself. */
  readonly queues: Record<DirectReaction, WorkQueue>;
  /** Which events it puts on the bus: `Published` of the environment. */
  readonly published: string;
}

/** Reads the tickets table's stream, in order and until it succeeds; what fails for good waits for people. */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, { worker, tickets, queues, published }: RelayProps) {
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
    const told: RelayTold = {
      PUSHES_QUEUE_URL: queues.pushes.queue.queueUrl,
      TURNS_QUEUE_URL: queues.turns.queue.queueUrl,
      PUBLISHED_EVENTS: published,
    };
    for (const [name, value] of Object.entries(told)) worker.worker.addEnvironment(name, value);
    for (const { queue } of Object.values(queues)) queue.grant(worker.worker, 'sqs:SendMessage');
  }
}
