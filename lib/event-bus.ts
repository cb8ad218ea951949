import { EventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { BusEnvironment } from '../schemas/environment.ts';
import type { EventType } from '../schemas/events.ts';
import { WorkQueue, type WorkQueueProps } from './shared/work-queue.ts';

/** Where everything that happened to tickets is told; a reaction subscribes here and the producer stays as it is. */
export class TicketEvents extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Kefu: what happened to tickets' });
  }

  /** Lets the function tell what happened. */
  grantPublish(worker: LambdaFunction): void {
    const name: keyof BusEnvironment = 'EVENT_BUS';
    worker.addEnvironment(name, this.bus.eventBusName);
    this.bus.grantPutEventsTo(worker);
  }
}

export interface ReactionProps extends WorkQueueProps {
  readonly events: TicketEvents;
  /** The kinds of event it reacts to. */
  readonly to: readonly EventType[];
}

/** A function that reacts to events, through a work queue of its own. */
export class Reaction extends WorkQueue {
  constructor(scope: Construct, id: string, props: ReactionProps) {
    super(scope, id, props);
    new Rule(this, 'Rule', {
      eventBus: props.events.bus,
      eventPattern: {
        source: ['kefu.tickets'],
        detailType: [...props.to],
      },
      targets: [
        new SqsQueue(this.queue, {
          message: RuleTargetInput.fromEventPath('$.detail'),
          deadLetterQueue: this.deadLetters,
        }),
      ],
    });
  }
}
