import type { Forecast } from '../../../schemas/forecast.ts';
import type { Measured, SeatOptions } from '../../../schemas/planning.ts';
import type { SeatCount, SeatNeed } from '../../../schemas/planning-api.ts';
import { type HandlingTime, StaffingPlan } from '../../../schemas/roster.ts';
import { checked } from './checked.ts';
import { type Need, needsOf } from './requirements.ts';
import { shippedSeats } from './shipped-plan.ts';

/** What seats are counted by: what ships, then what was counted or a file says, then what somebody asks for; the later wins. */
export function seatPlan(
  { handlingSeconds, ...options }: SeatOptions & { botShare?: number | undefined },
  known: object = {},
): StaffingPlan {
  const handling =
    handlingSeconds === undefined
      ? {}
      : { handling: [{ intent: 'all', share: 1, seconds: handlingSeconds }] };
  return checked(StaffingPlan, { ...shippedSeats, ...known, ...said(options), ...handling }, 'plan');
}

/**
 * What was counted, as a plan takes it. The counts are of tickets that asked for a person: the bot's part is not in them. Handling was
 * measured with as many conversations at once as people had seats for.
 */
export function planMeasured({ handling, patienceSeconds, seats }: Measured): Partial<StaffingPlan> {
  return {
    ...(handling.length > 0 && { handling: handling.map(handlingOf) }),
    ...(patienceSeconds !== undefined && { patienceSeconds }),
    ...(seats && { concurrency: Math.max(1, Math.round(seats.offered)) }),
    botShare: 0,
  };
}

/** Seats for every interval by both formulas. */
export function needsByBoth(forecast: Forecast, plan: StaffingPlan): SeatNeed[] {
  const { patienceSeconds, ...everybodyStays } = plan;
  const byC = needsOf(forecast, everybodyStays);
  const byA = patienceSeconds === undefined ? [] : needsOf(forecast, plan);
  return byC.map((need, at) => ({
    from: need.from,
    conversations: Math.round(need.conversations * 1e4) / 1e4,
    erlangC: countOf(need),
    ...(byA[at] && { erlangA: countOf(byA[at]) }),
  }));
}

/** The settings that somebody gave. */
export function said(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function handlingOf({ intent, tickets, seconds }: Measured['handling'][number]): HandlingTime {
  return { intent, share: tickets, seconds };
}

function countOf({ from: _from, conversations: _conversations, slots: _slots, ...count }: Need): SeatCount {
  return count;
}
