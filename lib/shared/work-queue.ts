import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping, EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { hiddenSeconds, MOST_RECEIVES } from '../../schemas/work-queues.ts';
import { makeDeadLetters } from './dead-letters.ts';
import type { ServiceFunction } from './service-function.ts';

export interface WorkQueueProps {
  /** The function that works it. */
  readonly worker: ServiceFunction;
  /** Most batches treated at the same time (2–1000). */
  readonly pollers: number;
  /** Messages a batch has at most. @default 10 */
  readonly batchSize?: number;
  /** How long a message stays hidden while it is treated: the cost of a crash. @default 60 s */
  readonly visibility?: Duration;
}

/** A queue of work for one function: a message that fails comes back alone, five times, and then waits for people. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly mapping: EventSourceMapping;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { worker, pollers, batchSize = 10, visibility = Duration.seconds(hiddenSeconds.usual) } = props;
    this.deadLetters = makeDeadLetters(this);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: visibility,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
    this.queue.grantConsumeMessages(worker.worker);
    this.mapping = new EventSourceMapping(this, 'Mapping', {
      target: worker.worker,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      reportBatchItemFailures: true,
    });
    const mapping = this.mapping.node.defaultChild;
    if (mapping instanceof CfnEventSourceMapping) mapping.scalingConfig = { maximumConcurrency: pollers };
  }
}
