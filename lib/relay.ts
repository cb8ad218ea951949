import { Construct } from 'constructs';
import type { RelayEnvironment } from '../schemas/environment.ts';
import { readStream } from './shared/read-stream.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { TicketsTable } from './tables.ts';

export interface RelayProps {
  readonly worker: ServiceFunction;
  readonly tickets: TicketsTable;
  /** Which events it puts on the bus: `Published` of the environment. */
  readonly published: string;
}

/** Hands on what was saved: every event, and the timers of every ticket that changes. */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, { worker, tickets, published }: RelayProps) {
    super(scope, id);
    readStream(this, { worker, tickets, writes: ['INSERT', 'MODIFY'] });
    const name: keyof RelayEnvironment = 'PUBLISHED_EVENTS';
    worker.worker.addEnvironment(name, published);
  }
}
