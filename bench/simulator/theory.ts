import { mean, sum } from '../../functions/domain/numbers.ts';
import { performanceOf } from '../../functions/domain/staffing/erlang.ts';
import { defaultScenario } from '../../functions/simulation/defaults.ts';
import { scenarioFrom } from '../../functions/simulation/settings.ts';
import type { Tally } from '../../functions/simulation/tally.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { Scenario } from '../../schemas/scenario.ts';

/** A queue that theory knows: load in erlang over so many seats, with an exponential patience or none. */
export interface KnownQueue {
  readonly name: string;
  readonly load: number;
  readonly seats: number;
  readonly patienceSeconds?: number;
}

export const HANDLING_SECONDS = 10;
const DAY_SECONDS = 86_400;

/** Queues with room, whose waits a million customers tell to about 1 %, and three that are full or too full, where some give up. */
export const knownQueues: readonly KnownQueue[] = [
  { name: 'M/M/1', load: 0.6, seats: 1 },
  { name: 'M/M/5', load: 3.5, seats: 5 },
  { name: 'M/M/14', load: 10, seats: 14 },
  { name: 'M/M/5+M', load: 5, seats: 5, patienceSeconds: 20 },
  { name: 'M/M/14+M', load: 14, seats: 14, patienceSeconds: 30 },
  { name: 'M/M/10+M, overloaded', load: 12, seats: 10, patienceSeconds: 15 },
];

/**
 * The simulator set to what theory assumes: one kind of ticket, one chat for each agent, all of them all day, exponential handling, no
 * bot, no ladder, no delay, no pause in front of a freed seat.
 */
export function scenarioOf({ load, seats, patienceSeconds }: KnownQueue, perDay?: number): Scenario {
  const defaults = defaultScenario(defaultPolicy);
  const never = 2_592_000;
  const promised = {
    reached: never,
    firstReply: never,
    nextReply: never,
    resolution: never,
    rung: never,
    offer: never,
  };
  const { night: group } = defaults.agents.roster;
  return scenarioFrom(
    {
      ...defaults,
      arrivals: {
        perDay: perDay ?? perFullDay(load),
        hours: Array.from({ length: 24 }, () => 1),
        promotion: 1,
        bursts: [],
      },
      mix: {
        matters: [
          {
            intentId: 'buyer.order.tracking',
            weight: 1,
            handlingSeconds: handlingFor(load, perDay),
            botKnows: 0,
          },
        ],
        segments: { ordinary: 1 },
        channels: { app: 1 },
        languages: { zh: 1 },
      },
      bot: { threshold: 1, seconds: 0 },
      customers: {
        patienceSeconds:
          patienceSeconds === undefined
            ? null
            : (patienceSeconds * handlingFor(load, perDay)) / HANDLING_SECONDS,
        thinkSeconds: 0,
        turns: 1,
        surveyShare: 0,
        discontentShare: 0,
      },
      agents: {
        roster: { seats: { ...group, agents: seats, capacity: 1, from: '00:00', to: '00:00', breaks: [] } },
        acceptSeconds: 0,
        declineShare: 0,
        slowdown: 0,
        variation: 1,
        exponential: true,
      },
      firstHandsSeconds: 0,
      sla: {
        ...defaults.sla,
        urgent: promised,
        high: promised,
        normal: promised,
        low: promised,
        bot: never,
        silence: never,
      },
    },
    undefined,
    [],
  );
}

/** Customers of a day who take the usual time each. */
export function perFullDay(load: number): number {
  return (load / HANDLING_SECONDS) * DAY_SECONDS;
}

/** Fewer customers a day take longer each, so that the load stays. */
function handlingFor(load: number, perDay: number | undefined): number {
  return perDay === undefined ? HANDLING_SECONDS : (load * DAY_SECONDS) / perDay;
}

/** One measure of theory and of the simulation, with the standard error of the latter over its days. */
export interface Held {
  readonly measure: 'mean wait' | 'abandonment' | 'occupancy';
  readonly theory: number;
  readonly simulated: number;
  readonly error: number;
}

/** The simulation against the closed form. */
export function hold(queue: KnownQueue, scenario: Scenario, days: readonly Tally[]): Held[] {
  const [matter] = scenario.mix.matters;
  const handlingSeconds = matter?.handlingSeconds ?? HANDLING_SECONDS;
  const { patienceSeconds } = scenario.customers;
  const expected = performanceOf(
    {
      arrivalsPerHour: (queue.load / handlingSeconds) * 3600,
      handlingSeconds,
      ...(patienceSeconds !== null && { patienceSeconds }),
    },
    queue.seats,
    handlingSeconds,
  );
  const held = (measure: Held['measure'], theory: number, of: (day: Tally) => number): Held => ({
    measure,
    theory,
    ...meanAndError(days.map(of)),
  });
  return [
    held('mean wait', expected.averageWaitSeconds, meanWait),
    ...(expected.abandonment === undefined ? [] : [held('abandonment', expected.abandonment, abandonment)]),
    held('occupancy', expected.occupancy, occupancy),
  ];
}

function meanWait({ waits, gaveUpAfter }: Tally): number {
  const all = waits['all'];
  return ((all?.sum ?? 0) + gaveUpAfter.sum) / ((all?.count ?? 0) + gaveUpAfter.count);
}

function abandonment({ counts }: Tally): number {
  return counts.gaveUp / counts.opened;
}

function occupancy({ agents }: Tally): number {
  return sum(agents.map(({ busy }) => busy)) / sum(agents.map(({ staffed }) => staffed));
}

function meanAndError(values: readonly number[]): { simulated: number; error: number } {
  const simulated = mean(values);
  const squares = sum(values.map((it) => (it - simulated) ** 2));
  return { simulated, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
