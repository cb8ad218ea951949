import { sum } from '../../functions/domain/numbers.ts';
import type { Need } from '../../functions/domain/staffing/requirements.ts';
import {
  type CorrectedDay,
  daysToPlay,
  factorOf,
  shareInTime,
} from '../../functions/simulation/corrected-plan.ts';
import { isShort } from '../../functions/simulation/correction.ts';
import type { Forecast } from '../../schemas/forecast.ts';
import type { StaffingPlan } from '../../schemas/roster.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import type { DayOrder } from '../simulation/staffing-worker.ts';
import { onThreads } from '../simulation/threads.ts';
import { percent } from './words.ts';

/** Plays the days of a forecast until the seats of every interval keep the promise. */
export async function correctedDays(
  needs: readonly Need[],
  {
    forecast,
    scenario,
    plan,
    threads,
  }: { forecast: Forecast; scenario: Scenario; plan: StaffingPlan; threads: number },
): Promise<CorrectedDay[]> {
  const orders = daysToPlay(needs, forecast).map((day): DayOrder => ({ day, scenario, plan }));
  const worker = new URL('../simulation/staffing-worker.ts', import.meta.url);
  return onThreads<DayOrder, CorrectedDay>({ worker, orders, threads });
}

/** Erlang's seats beside the corrected ones, day by day. */
export function correctionInWords(
  days: readonly CorrectedDay[],
  { serviceLevel, targetSeconds }: StaffingPlan,
): string {
  const hours = (of: 'seats' | 'corrected', day: CorrectedDay) => (sum(day[of]) * day.intervalMinutes) / 60;
  const rows = days.map((day) => [
    day.date,
    hours('seats', day).toFixed(1),
    percent(shareInTime(day.faredBefore)),
    hours('corrected', day).toFixed(1),
    percent(shareInTime(day.fared)),
    factorOf([day]).toFixed(2),
    String(day.fared.filter((fared) => isShort(fared, serviceLevel)).length),
  ]);
  const all = days.flatMap(({ fared }) => fared);
  const before = days.flatMap(({ faredBefore }) => faredBefore);
  return [
    row(['played', 'Erlang, h', 'in time', 'corrected, h', 'in time', 'factor', 'short']),
    ...rows.map(row),
    `${factorOf(days).toFixed(2)} times Erlang's seats: ${percent(shareInTime(all))} instead of ${percent(shareInTime(before))} within ${targetSeconds} s, by customers ` +
      'neither was chosen by; short: intervals in which those missed the promise',
  ].join('\n');
}

function row([first = '', ...cells]: readonly string[]): string {
  return `${first.padEnd(12)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}
