import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PolicyEnvironment, SimulationsEnvironment } from '../schemas/environment.ts';
import type { Parameters } from './parameters.ts';
import type { ServiceFunction, ServiceFunctionProps } from './shared/service-function.ts';
import { WorkQueue } from './shared/work-queue.ts';
import type { InsightsTable } from './tables.ts';

type Make = (id: string, props: Omit<ServiceFunctionProps, 'logRetentionDays'>) => ServiceFunction;

/** The functions that plan: each has a whole processor, for somebody waits while it counts. */
export function planningFunctions(make: Make) {
  const memorySize = 1769;
  const timeout = Duration.seconds(29);
  return {
    planning: make('PlanningApi', {
      name: 'planning',
      description: 'Forecast and seats, from what was counted',
      memorySize,
      timeout,
    }),
    roster: make('RosterApi', { name: 'roster', description: 'Makes rosters', memorySize, timeout }),
    simulation: make('Simulation', {
      name: 'simulation',
      description: 'Plays days that have not been',
      memorySize,
      timeout: Duration.seconds(280),
    }),
  };
}

export interface SimulationsProps {
  /** Plays what was ordered. */
  readonly worker: ServiceFunction;
  /** Takes orders, and tells what came of them. */
  readonly api: ServiceFunction;
  /** Where orders and reports are kept. */
  readonly table: InsightsTable;
  /** Scenarios start from their promises. */
  readonly parameters: Pick<Parameters, 'slaPolicy'>;
}

/** Orders of simulations, one at a time for each of two workers. */
export class Simulations extends WorkQueue {
  constructor(scope: Construct, id: string, { worker, api, table, parameters }: SimulationsProps) {
    super(scope, id, { worker, pollers: 2, batchSize: 1, visibility: Duration.seconds(300) });
    const queueUrl: keyof SimulationsEnvironment = 'SIMULATIONS_QUEUE_URL';
    api.worker.addEnvironment(queueUrl, this.queue.queueUrl);
    this.queue.grant(api.worker, 'sqs:SendMessage');
    const policy: keyof PolicyEnvironment = 'SLA_POLICY';
    for (const { worker: one } of [api, worker]) {
      table.grant(one, 'Query', 'PutItem');
      one.addEnvironment(policy, parameters.slaPolicy);
    }
  }
}
