import type { StaffingPlan } from '../../schemas/roster.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import { itemAt, sum } from '../domain/numbers.ts';
import { meanHandling } from '../domain/staffing/requirements.ts';
import { isNode } from '../domain/understanding/taxonomy.ts';
import { shownAt } from '../domain/zone.ts';
import { chanceOf, exponential } from './chance.ts';
import { type Day, generatedDay } from './day.ts';
import { layeredRoster } from './layers.ts';
import { playDay } from './run.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A local day of a forecast: what its intervals bring to people. Moments are milliseconds of the epoch. */
export interface PlannedDay {
  /** Such as 2026-11-21. */
  readonly date: string;
  readonly timeZone: string;
  readonly intervalMinutes: number;
  readonly intervals: readonly { readonly from: number; readonly conversations: number }[];
}

/** How an interval's customers fared. */
export interface Fared {
  readonly came: number;
  /** Reached by a person within the target. */
  readonly inTime: number;
  /** Standard error of the share in time about the promised one, from one play to the other: customers of one hour share their luck. */
  readonly error: number;
}

/** What is played, and how often, each time with other chances. */
export interface Plays {
  readonly scenario: Scenario;
  readonly plan: StaffingPlan;
  readonly seed: number;
  readonly times: number;
  /** Called every simulated hour; may throw to end it. */
  readonly tell?: (() => void) | undefined;
}

/** Plays a day with so many seats in each interval through the decisions that ship; the customers are the same whatever the seats are. */
export function playPlanned(day: PlannedDay, seats: readonly number[], plays: Plays): Fared[] {
  const scenario = scenarioOf(day, seats, plays);
  const { targetSeconds } = plays.plan;
  const tallies = day.intervals.map(() => new FareTally(plays.plan.serviceLevel));
  for (let turn = 0; turn < plays.times; turn += 1) {
    const seeded = { ...scenario, seed: plays.seed + turn };
    const customers = customersOf(day, seeded);
    const reached = new Uint8Array(customers.times.length);
    const intervalOf = placesOf(day, customers.times);
    for (const at of intervalOf) itemAt(tallies, at).came += 1;
    playDay(seeded, 0, {
      day: customers,
      ...(plays.tell && { tell: plays.tell }),
      watch: ({ events }, index) => {
        if (reached[index] === 1) return;
        const accepted = events.find(({ type }) => type === 'TicketAccepted');
        if (!accepted) return;
        reached[index] = 1;
        const waited = Date.parse(accepted.occurredAt) - (customers.times[index] ?? 0);
        const at = itemAt(intervalOf, index);
        if (waited <= targetSeconds * 1000) itemAt(tallies, at).inTime += 1;
      },
    });
    for (const tally of tallies) tally.endPlay();
  }
  return tallies.map((tally) => tally.fared());
}

/** Counts an interval's customers, play by play. */
class FareTally {
  came = 0;
  inTime = 0;
  private readonly goal: number;
  private plays = 0;
  /** By play: how many more were in time than promised; their sum so far, and that of the squares. */
  private sum = 0;
  private squares = 0;

  constructor(goal: number) {
    this.goal = goal;
  }

  endPlay(): void {
    const more = this.inTime - this.goal * this.came - this.sum;
    this.plays += 1;
    this.sum += more;
    this.squares += more * more;
  }

  fared(): Fared {
    const { came, inTime, plays, sum, squares } = this;
    const variance = plays > 1 ? Math.max(0, (squares - (sum * sum) / plays) / (plays - 1)) : 0;
    return { came, inTime, error: came === 0 ? 0 : Math.sqrt(plays * variance) / came };
  }
}

/**
 * The scenario of a planned day: its team and its matters are those of `scenario`, everything that is planned is that of the plan. The bot
 * hands everything over, for the forecast is of what reaches people, and nobody's last call comes before the seats go.
 */
function scenarioOf(day: PlannedDay, seats: readonly number[], { scenario, plan }: Plays): Scenario {
  const { concurrency = 1, patienceSeconds = null } = plan;
  const { turns, thinkSeconds } = scenario.customers;
  const seatSeconds = meanHandling(plan.handling);
  // The time of a seat is work and thinking: thinking is half of it at most.
  const think = turns > 1 ? Math.min(thinkSeconds, seatSeconds / 2 / (turns - 1)) : 0;
  const work = (seatSeconds - think * (turns - 1)) / (1 + scenario.agents.slowdown * (concurrency - 1));
  return {
    ...scenario,
    date: day.date,
    timeZone: day.timeZone,
    mix: { ...scenario.mix, matters: mattersOf(scenario, plan, work / seatSeconds) },
    bot: { threshold: 1, seconds: 0 },
    customers: { ...scenario.customers, patienceSeconds, thinkSeconds: think },
    agents: { ...scenario.agents, roster: layeredRoster(byClock(day, seats), scenario, concurrency) },
    routing: { ...scenario.routing, lastCallSeconds: 0 },
  };
}

/** Matters as the plan names them, if it does by the taxonomy; otherwise the scenario's, as long on average as the plan says. */
function mattersOf(
  { mix }: Scenario,
  { handling }: StaffingPlan,
  workShare: number,
): Scenario['mix']['matters'] {
  if (handling.every(({ intent }) => isNode(intent)))
    return handling.map(({ intent, share, seconds }) => ({
      intentId: intent,
      weight: share,
      handlingSeconds: seconds * workShare,
      botKnows: 0,
    }));
  const weights = sum(mix.matters.map(({ weight }) => weight));
  const mean = sum(mix.matters.map(({ weight, handlingSeconds }) => weight * handlingSeconds)) / weights;
  const times = (meanHandling(handling) * workShare) / mean;
  return mix.matters.map((matter) => ({ ...matter, handlingSeconds: matter.handlingSeconds * times }));
}

/** Seats by what clocks show; of an hour that they show twice, the greater number. */
function byClock({ timeZone, intervalMinutes, intervals }: PlannedDay, seats: readonly number[]): number[] {
  const shown = new Array<number>(1440 / intervalMinutes).fill(0);
  for (const [at, { from }] of intervals.entries()) {
    const time = shownAt(timeZone, from);
    const slot = Math.floor((time - Math.floor(time / DAY) * DAY) / (intervalMinutes * MINUTE));
    shown[slot] = Math.max(itemAt(shown, slot), itemAt(seats, at));
  }
  return shown;
}

/** A Poisson process by the intervals of the forecast. */
function customersOf({ intervals, intervalMinutes }: PlannedDay, scenario: Scenario): Day {
  const random = chanceOf(scenario.seed, 0, -1);
  const length = intervalMinutes * MINUTE;
  const times: number[] = [];
  for (const { from, conversations } of intervals) {
    if (conversations <= 0) continue;
    const mean = length / conversations;
    for (let at = from + exponential(mean, random); at < from + length; at += exponential(mean, random))
      times.push(Math.floor(at));
  }
  return { ...generatedDay({ ...scenario, arrivals: NOBODY }, 0), times: Float64Array.from(times) };
}

/** Who comes is drawn above: the scenario draws nobody. */
const NOBODY: Scenario['arrivals'] = {
  perDay: 1e-9,
  hours: Array.from({ length: 24 }, () => 1),
  promotion: 1,
  bursts: [],
};

/** The interval of each customer. */
function placesOf({ intervals, intervalMinutes }: PlannedDay, times: Float64Array): number[] {
  const length = intervalMinutes * MINUTE;
  let at = 0;
  return Array.from(times, (time) => {
    while (time >= itemAt(intervals, at).from + length) at += 1;
    return at;
  });
}
