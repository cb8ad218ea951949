import { SeatPlan } from '../schemas/seat-plan.ts';
import { planFaults } from './domain/capacity/plan-faults.ts';
import { answersDeployment } from './runtime/deployment.ts';

/** Refuses a deployment whose capacity plan cannot be. */
export const handler = answersDeployment(SeatPlan, planFaults);
