import { Duration, Fn } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { CapacityEnvironment, CapacityPlan } from '../schemas/capacity-plan.ts';
import { makeDeadLetters } from './shared/dead-letters.ts';
import { runEvery } from './shared/run-every.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { WorkQueue } from './shared/work-queue.ts';

export interface CapacityProps {
  readonly worker: ServiceFunction;
  /** Queues whose pollers follow the profile. */
  readonly queues: readonly WorkQueue[];
  /** Functions whose warm environments follow the profile. */
  readonly hotFunctions: readonly ServiceFunction[];
}

/** Peak and off-peak: a schedule of every minute that keeps pollers, warm environments and the standby pool as they are to be then. */
export class Capacity extends Construct {
  constructor(scope: Construct, id: string, { worker, queues, hotFunctions }: CapacityProps) {
    super(scope, id);
    const name: keyof CapacityEnvironment = 'CAPACITY_PLAN';
    worker.worker.addEnvironment(name, planOf(queues, hotFunctions));
    this.allowSwitching(worker, queues, hotFunctions);
    // A switch that is missed leaves a peak without capacity: people must hear of it.
    runEvery(this, 'Minute', {
      worker,
      period: Duration.minutes(1),
      description: 'Kefu: keeps the capacity that belongs to the moment',
      deadLetters: makeDeadLetters(this),
    });
  }

  private allowSwitching(
    worker: ServiceFunction,
    queues: readonly WorkQueue[],
    hot: readonly ServiceFunction[],
  ): void {
    worker.worker.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'],
        resources: queues.map(({ mapping }) => mapping.eventSourceMappingArn),
      }),
    );
    worker.worker.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'lambda:GetProvisionedConcurrencyConfig',
          'lambda:PutProvisionedConcurrencyConfig',
          'lambda:DeleteProvisionedConcurrencyConfig',
        ],
        resources: hot.map(({ target }) => target.functionArn),
      }),
    );
  }
}

/** The plan as JSON: numbers and booleans are the operator's parameters, put in at deployment. */
function planOf(queues: readonly WorkQueue[], hotFunctions: readonly ServiceFunction[]): string {
  const mappings = Object.fromEntries(
    queues.map(({ mapping }, at) => [`Mapping${at}`, mapping.eventSourceMappingId]),
  );
  const hot = Object.fromEntries(hotFunctions.map(({ worker }, at) => [`Hot${at}`, worker.functionName]));
  const profile = (name: 'Peak' | 'OffPeak', standbyOpen: unknown) => ({
    pollers: `\${${name}Pollers}`,
    batchSize: `\${${name}BatchSize}`,
    provisioned: `\${${name}Provisioned}`,
    standbyOpen,
  });
  const plan: Record<keyof CapacityPlan, unknown> = {
    timeZone: "'${TimeZone}'",
    windows: "'${PeakWindows}'",
    leadMinutes: '${PeakLeadMinutes}',
    peak: profile('Peak', '${PeakStandbyOpen}'),
    'off-peak': profile('OffPeak', false),
    standby: { openAfterSeconds: '${StandbyOpenSeconds}', closeAfterMinutes: '${StandbyCloseMinutes}' },
    eventSourceMappings: Object.keys(mappings).map((name) => `'\${${name}}'`),
    hotFunctions: Object.keys(hot).map((name) => ({ functionName: `'\${${name}}'`, alias: 'live' })),
  };
  const text = JSON.stringify(plan)
    .replace(/"(\$\{\w+\})"/g, '$1')
    .replace(/"'(\$\{\w+\})'"/g, '"$1"');
  return Fn.sub(text, { ...mappings, ...hot });
}
