import { CustomResource, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { planFaults } from '../functions/domain/capacity/plan-faults.ts';
import { SeatPlan } from '../schemas/seat-plan.ts';
import { defaultOf } from './shared/parameter.ts';
import type { ServiceFunction } from './shared/service-function.ts';

export interface PlanCheckProps {
  /** Looks at the plan, and refuses it. */
  readonly worker: ServiceFunction;
}

/**
 * Refuses a capacity plan that cannot be, with the numbers that show why: at synthesis by the defaults and what cdk.json sets, and at
 * every deployment that changes one of its parameters.
 */
export class PlanCheck extends Construct {
  constructor(scope: Construct, id: string, { worker }: PlanCheckProps) {
    super(scope, id);
    const faults = planFaults(SeatPlan.parse(planOf((name) => defaultOf(this, name))));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    new CustomResource(this, 'Plan', {
      resourceType: 'Custom::KefuCapacityPlan',
      serviceToken: worker.worker.functionArn,
      properties: planOf(Fn.ref),
    });
  }
}

/** The plan, with every parameter as `valueOf` has it. */
function planOf(valueOf: (parameter: string) => unknown): Record<keyof SeatPlan, unknown> {
  const level = (profile: 'Peak' | 'OffPeak') => ({
    pollers: valueOf(`${profile}Pollers`),
    provisioned: valueOf(`${profile}Provisioned`),
  });
  return {
    conversationsPerHour: valueOf('PeakConversationsPerHour'),
    urgentShare: valueOf('PeakUrgentShare'),
    handlingSeconds: valueOf('HandlingSeconds'),
    regularSeats: valueOf('RegularSeats'),
    standbySeats: valueOf('StandbySeats'),
    standbyOpen: valueOf('PeakStandbyOpen'),
    conversationsPerSeat: valueOf('ConversationsPerSeat'),
    serviceLevel: valueOf('ServiceLevel'),
    urgentSeconds: valueOf('UrgentReachedSeconds'),
    normalSeconds: valueOf('NormalReachedSeconds'),
    peak: level('Peak'),
    offPeak: level('OffPeak'),
    budget: {
      notice: valueOf('BudgetNotice'),
      warning: valueOf('BudgetWarning'),
      critical: valueOf('BudgetCritical'),
    },
  };
}
