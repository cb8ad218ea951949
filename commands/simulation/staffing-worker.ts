import { parentPort } from 'node:worker_threads';
import type { CorrectedDay, ErlangDay } from '../../functions/simulation/corrected-plan.ts';
import type { StaffingPlan } from '../../schemas/roster.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import { leaveOutSealing } from './leave-out-sealing.ts';
import type { News } from './threads.ts';

/** What a thread is asked: to correct the seats of one day. */
export interface DayOrder {
  readonly day: ErlangDay;
  readonly scenario: Scenario;
  readonly plan: StaffingPlan;
}

leaveOutSealing();
const { correctedDay } = await import('../../functions/simulation/corrected-plan.ts');

parentPort?.on('message', ({ day, scenario, plan }: DayOrder) => {
  const news: News<CorrectedDay> = { answer: correctedDay(day, { scenario, plan }) };
  parentPort?.postMessage(news);
});
