import { Construct } from 'constructs';
import type { LiveEnvironment } from '../schemas/environment.ts';
import type { DirectReaction } from '../schemas/work-queues.ts';
import { readStream } from './shared/read-stream.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { WorkQueue } from './shared/work-queue.ts';
import type { TicketsTable } from './tables.ts';

export interface LiveProps {
  readonly worker: ServiceFunction;
  readonly tickets: TicketsTable;
  /** Where it leaves what fails. */
  readonly queues: Record<DirectReaction, WorkQueue>;
}

/** Tells sockets and counts turns as events are written. */
export class Live extends Construct {
  constructor(scope: Construct, id: string, { worker, tickets, queues }: LiveProps) {
    super(scope, id);
    // Events are written once.
    readStream(this, { worker, tickets, writes: ['INSERT'] });
    const told: Record<keyof LiveEnvironment, string> = {
      PUSHES_QUEUE_URL: queues.pushes.queue.queueUrl,
      TURNS_QUEUE_URL: queues.turns.queue.queueUrl,
    };
    for (const [name, value] of Object.entries(told)) worker.worker.addEnvironment(name, value);
    for (const { queue } of Object.values(queues)) queue.grant(worker.worker, 'sqs:SendMessage');
  }
}
