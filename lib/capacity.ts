import { Fn, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { CapacityEnvironment, CapacityPlan } from '../schemas/environment.ts';
import type { CapacitySwitch } from '../schemas/work.ts';
import type { Parameters } from './parameters.ts';
import { makeDeadLetters } from './shared/dead-letters.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { WorkQueue } from './shared/work-queue.ts';

export interface CapacityProps {
  readonly parameters: Parameters;
  readonly worker: ServiceFunction;
  /** Queues whose pollers follow the profile. */
  readonly queues: readonly WorkQueue[];
  /** Functions whose warm environments follow the profile. */
  readonly hotFunctions: readonly ServiceFunction[];
}

/** Peak and off-peak: two schedules in the operator's time zone that switch pollers, warm environments and seat pools. */
export class Capacity extends Construct {
  constructor(scope: Construct, id: string, { parameters, worker, queues, hotFunctions }: CapacityProps) {
    super(scope, id);
    const name: keyof CapacityEnvironment = 'CAPACITY_PLAN';
    worker.worker.addEnvironment(name, planOf(queues, hotFunctions));
    this.allowSwitching(worker, queues, hotFunctions);
    // A switch that is missed leaves a peak without capacity: people must hear of it.
    const deadLetters = makeDeadLetters(this);
    worker.keepFailures(deadLetters);
    const target = (input: CapacitySwitch) =>
      new LambdaInvoke(worker.target, {
        input: ScheduleTargetInput.fromObject(input),
        deadLetterQueue: deadLetters,
        retryAttempts: 5,
      });
    this.switchAt('Peak', parameters.peakStart, parameters, target({ profile: 'peak' }));
    this.switchAt('OffPeak', parameters.peakEnd, parameters, target({ profile: 'off-peak' }));
  }

  private allowSwitching(
    worker: ServiceFunction,
    queues: readonly WorkQueue[],
    hot: readonly ServiceFunction[],
  ): void {
    worker.worker.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:UpdateEventSourceMapping'],
        resources: queues.map(({ mapping }) => mapping.eventSourceMappingArn),
      }),
    );
    worker.worker.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:PutProvisionedConcurrencyConfig', 'lambda:DeleteProvisionedConcurrencyConfig'],
        resources: hot.map(({ target }) => target.functionArn),
      }),
    );
  }

  private switchAt(id: string, time: string, { timeZone }: Parameters, target: LambdaInvoke): void {
    const [hour, minute] = [Fn.select(0, Fn.split(':', time)), Fn.select(1, Fn.split(':', time))];
    new Schedule(this, id, {
      description: `Kefu: switches capacity (${id})`,
      schedule: ScheduleExpression.expression(`cron(${minute} ${hour} * * ? *)`, TimeZone.of(timeZone)),
      target,
    });
  }
}

/** The plan as JSON: numbers and booleans are the operator's parameters, put in at deployment. */
function planOf(queues: readonly WorkQueue[], hotFunctions: readonly ServiceFunction[]): string {
  const mappings = Object.fromEntries(
    queues.map(({ mapping }, at) => [`Mapping${at}`, mapping.eventSourceMappingId]),
  );
  const hot = Object.fromEntries(hotFunctions.map(({ worker }, at) => [`Hot${at}`, worker.functionName]));
  const plan: Record<keyof CapacityPlan, unknown> = {
    peak: { pollers: '${PeakPollers}', provisioned: '${PeakProvisioned}', standbyOpen: '${PeakStandbyOpen}' },
    'off-peak': { pollers: '${OffPeakPollers}', provisioned: '${OffPeakProvisioned}', standbyOpen: false },
    eventSourceMappings: Object.keys(mappings).map((name) => `'\${${name}}'`),
    hotFunctions: Object.keys(hot).map((name) => ({ functionName: `'\${${name}}'`, alias: 'live' })),
  };
  const text = JSON.stringify(plan)
    .replace(/"(\$\{\w+\})"/g, '$1')
    .replace(/"'(\$\{\w+\})'"/g, '"$1"');
  return Fn.sub(text, { ...mappings, ...hot });
}
