import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { TimersEnvironment } from '../schemas/environment.ts';
import { hiddenSeconds } from '../schemas/work-queues.ts';
import { runEvery } from './shared/run-every.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import { WorkQueue } from './shared/work-queue.ts';

export interface TimersProps {
  /** Fires timers. */
  readonly worker: ServiceFunction;
  /** Sends timers that have come near. */
  readonly sweeper: ServiceFunction;
  readonly pollers: number;
}

/** Timers to the second: delayed messages for what is due within 15 minutes, and a sweep every minute for the rest. */
export class Timers extends WorkQueue {
  constructor(scope: Construct, id: string, { worker, sweeper, pollers }: TimersProps) {
    // A crashed firing comes back after the visibility timeout: kept short, because it is lateness.
    super(scope, id, { worker, pollers, visibility: Duration.seconds(hiddenSeconds.timers) });
    this.grantSend(worker.worker);
    this.grantSend(sweeper.worker);
    runEvery(this, 'Sweep', {
      worker: sweeper,
      period: Duration.minutes(1),
      description: 'Kefu: sends timers that have come near',
      deadLetters: this.deadLetters,
    });
  }

  /** Lets the function send timers. */
  grantSend(worker: LambdaFunction): void {
    const name: keyof TimersEnvironment = 'TIMERS_QUEUE_URL';
    worker.addEnvironment(name, this.queue.queueUrl);
    this.queue.grant(worker, 'sqs:SendMessage');
  }
}
