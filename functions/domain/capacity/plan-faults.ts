import type { SeatPlan } from '../../../schemas/seat-plan.ts';
import { erlangC, leastThat, loadOf as erlangsOf } from '../staffing/erlang.ts';

/** Why a capacity plan cannot be, each in a sentence that names the parameters and the numbers; none for one that can. */
export function planFaults(plan: SeatPlan): string[] {
  return [...levelFaults(plan), ...budgetFaults(plan), ...seatFaults(plan)];
}

function levelFaults({ peak, offPeak }: SeatPlan): string[] {
  const names = { pollers: 'Pollers', provisioned: 'Provisioned' } as const;
  return (['pollers', 'provisioned'] as const)
    .filter((what) => peak[what] < offPeak[what])
    .map((what) => {
      const name = names[what];
      return `Peak${name} (${peak[what]}) is below OffPeak${name} (${offPeak[what]}): peak would have less than off-peak.`;
    });
}

function budgetFaults({ budget: { notice, warning, critical } }: SeatPlan): string[] {
  const steps = [
    { lower: 'BudgetNotice', least: notice, higher: 'BudgetWarning', percent: warning },
    { lower: 'BudgetWarning', least: warning, higher: 'BudgetCritical', percent: critical },
  ];
  return steps
    .filter(({ least, percent }) => percent < least)
    .map(
      ({ lower, least, higher, percent }) =>
        `${higher} (${percent} %) is below ${lower} (${least} %): the lower level would never be told of.`,
    );
}

function seatFaults(plan: SeatPlan): string[] {
  const { conversationsPerHour, handlingSeconds, regularSeats, standbySeats, standbyOpen } = plan;
  if (conversationsPerHour === 0) return [];
  const seats = regularSeats + (standbyOpen ? standbySeats : 0);
  if (isKept(seats, plan)) return [];
  const pools = standbyOpen ? `RegularSeats + StandbySeats = ${seats}` : `RegularSeats = ${seats}`;
  const busy = loadOf(plan);
  const enough = leastThat((many) => isKept(many, plan), seats, busy);
  const standbyHelps = !standbyOpen && seats + standbySeats >= enough;
  return [
    `${pools} cannot keep the promise at the forecast peak. ${conversationsPerHour} conversations an hour ` +
      `(PeakConversationsPerHour) of ${handlingSeconds} s (HandlingSeconds) are ${round(busy)} at the same time; ` +
      `${seats} agents with ${plan.conversationsPerSeat} each (ConversationsPerSeat) hold ${seats * plan.conversationsPerSeat}. ` +
      `${verdict(seats, plan)} At least ${enough} agents are needed: raise RegularSeats by ${enough - seats}` +
      `${standbyHelps ? ', or let the standby pool take part with PeakStandbyOpen=true' : ''}, or promise less ` +
      `(ServiceLevel, UrgentReachedSeconds, NormalReachedSeconds).`,
  ];
}

function verdict(seats: number, plan: SeatPlan): string {
  const kept = keptBy(seats, plan);
  if (!kept) return 'The queue would grow as long as the peak lasts.';
  const said = kept.map(({ who, seconds, share }) => `${percent(share)} of ${who} within ${seconds} s`);
  return `A person would reach ${said.join(' and ')}; the promise is ${percent(plan.serviceLevel)} (ServiceLevel).`;
}

function isKept(seats: number, plan: SeatPlan): boolean {
  return keptBy(seats, plan)?.every(({ share }) => share >= plan.serviceLevel) ?? false;
}

/** Which share of whom so many agents reach in time; nothing when they never catch up. */
function keptBy(
  seats: number,
  plan: SeatPlan,
): { who: string; seconds: number; share: number }[] | undefined {
  const { handlingSeconds, urgentSeconds, normalSeconds } = plan;
  const load = loadOf(plan);
  const slots = seats * plan.conversationsPerSeat;
  if (slots <= load) return undefined;
  const waits = erlangC(load, slots);
  const within = (seconds: number, ahead: number) =>
    1 - waits * Math.exp((-(slots - ahead) * seconds) / handlingSeconds);
  return [
    // Who is urgent waits for nobody but others who are: M/M/c with non-preemptive priority (Davis 1966).
    { who: 'urgent ones', seconds: urgentSeconds, share: within(urgentSeconds, load * plan.urgentShare) },
    { who: 'all', seconds: normalSeconds, share: within(normalSeconds, load) },
  ];
}

function loadOf({ conversationsPerHour, handlingSeconds }: SeatPlan): number {
  return erlangsOf({ arrivalsPerHour: conversationsPerHour, handlingSeconds });
}

const round = (value: number) => Math.round(value * 10) / 10;
/** Rounded down: what falls short must not look as if it did not. */
const percent = (share: number) => `${Math.floor(share * 1000) / 10} %`;
