import * as z from 'zod/mini';
import { Calendar } from './calendar.ts';
import { DatedEvent, Forecast, NotEnough } from './forecast.ts';
import { AgentId, CommandId, IsoTime } from './ids.ts';
import { Asked, DailyUsers, Measured, SeatOptions } from './planning.ts';
import { Day } from './reply-rate.ts';
import { StaffingPlan } from './roster.ts';

const Count = z.number().check(z.nonnegative());

/** What is counted while days are played. */
export const SimulationCount = z.enum([
  'opened',
  'askedForPerson',
  'settledByBot',
  'settledByAgent',
  'gaveUp',
  'reopened',
  'offers',
  'declined',
  'expired',
  'transferred',
  'escalations',
  'surveys',
  'content',
  'unfinished',
  'standbyOpenings',
  'standbySeconds',
  'events',
  'writeUnits',
]);
export type SimulationCount = z.infer<typeof SimulationCount>;

/** Waits in seconds. */
export const Waits = z.strictObject({
  count: Count,
  mean: z.number(),
  p50: z.number(),
  p90: z.number(),
  p99: z.number(),
});
export type Waits = z.infer<typeof Waits>;

/** What came of the days that were played. Shares are from 0 to 1, times in seconds, money in dollars; absent where there is nothing to say. */
export const Report = z.strictObject({
  days: z.int(),
  counts: z.record(SimulationCount, Count),
  /** Until a person had it, by priority and by queue. */
  waits: z.record(z.string(), Waits),
  /** Promises kept, by priority and target: of those that were kept or broken. */
  kept: z.record(z.string(), z.strictObject({ count: Count, share: z.number() })),
  /** Of those who waited for a person. */
  abandonment: z.optional(z.number()),
  /** Of the customers, those nobody at the desk had to see. */
  settledByBot: z.optional(z.number()),
  /** By group of the roster: share of the time at work with a conversation, share of seats taken. */
  occupancy: z.record(z.string(), z.strictObject({ busy: z.number(), seats: z.number(), hours: z.number() })),
  /** How evenly conversations are spread over the agents of a group, an hour of work each: 1 is evenly, 1/n all to one (Jain). */
  fairness: z.record(z.string(), z.number()),
  cost: z.strictObject({ labour: z.number(), cloud: z.number(), perTicket: z.optional(z.number()) }),
});
export type Report = z.infer<typeof Report>;

/** A figure of two reports, side by side; absent where one of them has none. */
export const Difference = z.strictObject({
  figure: z.string(),
  before: z.optional(z.number()),
  after: z.optional(z.number()),
});
export type Difference = z.infer<typeof Difference>;

/** A change of one setting: `sla.urgent.reached` to `10s`. */
export const Setting = z.strictObject({
  path: z.string().check(z.regex(/^[\w.-]{1,200}$/, 'must be such as sla.urgent.reached')),
  value: z.string().check(z.minLength(1), z.maxLength(4000)),
});
export type Setting = z.infer<typeof Setting>;

const settings = z.array(Setting).check(z.maxLength(100));

const Played = {
  /** What differs from the scenario that ships: objects by name, lists and values whole. */
  scenario: z.optional(z.record(z.string(), z.unknown())),
  /** Changes of single settings. */
  set: z._default(settings, []),
};

/** What is to be played. */
export const SimulationOrder = z.strictObject({
  ...Played,
  /** The same customers once more with these changes too, side by side. */
  whatIf: z.optional(settings.check(z.minLength(1, 'must change something'))),
  days: z._default(
    z.int('must be a whole number').check(z.gte(1, 'must be 1 or more'), z.lte(31, 'must be at most 31')),
    1,
  ),
});
export type SimulationOrder = z.infer<typeof SimulationOrder>;

export const SimulationBody = z.extend(SimulationOrder, { commandId: CommandId });
export type SimulationBody = z.infer<typeof SimulationBody>;

/** Whose forecast is to be played, on which days, and what seats are first counted by; the team is that of the scenario. */
export const StaffingOrder = z.strictObject({
  ...Asked,
  ...Played,
  /** Days of the business’s own calendar from today on, 28 at most ahead; tomorrow unless told. */
  dates: z.optional(
    z.array(Day).check(z.minLength(1, 'must name a day'), z.maxLength(3, 'must be at most three days')),
  ),
  events: z.optional(z.array(DatedEvent).check(z.maxLength(200))),
  hours: z.optional(Calendar),
  dailyUsers: z.optional(DailyUsers),
  seats: z._default(SeatOptions, {}),
});
export type StaffingOrder = z.infer<typeof StaffingOrder>;

export const StaffingSimulationBody = z.extend(StaffingOrder, { commandId: CommandId });

/** Seats of an interval, people on the roster, and the share reached within the target; that is absent when nobody came. */
const Faring = z.strictObject({
  seats: Count,
  agents: Count,
  serviceLevel: z.optional(z.number()),
});

/** Seats of a forecast as formulas count them and as playing has corrected them, both judged by customers neither was chosen by. */
export const PlayedStaffing = z.strictObject({
  kind: z.literal('played'),
  timeZone: z.string(),
  intervalMinutes: Forecast.shape.intervalMinutes,
  basis: Forecast.shape.basis,
  notes: z.array(z.string()),
  /** What the seats were counted by. */
  plan: StaffingPlan,
  measured: Measured,
  /** Corrected seats by Erlang’s, all intervals together. */
  factor: z.number(),
  intervals: z.array(
    z.strictObject({ from: IsoTime, conversations: z.number(), erlang: Faring, played: Faring }),
  ),
});
export type PlayedStaffing = z.infer<typeof PlayedStaffing>;

export const SimulationId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/, 'must be as the answer to the order gave it'));
export type SimulationId = z.infer<typeof SimulationId>;

/** A simulation that was asked for, and what came of it. */
export const Simulation = z.strictObject({
  simulationId: SimulationId,
  by: AgentId,
  askedAt: IsoTime,
  /** Failed: it cannot be played, and `reason` says why. */
  status: z.enum(['waiting', 'done', 'failed']),
  endedAt: z.optional(IsoTime),
  report: z.optional(Report),
  /** With other settings, and every figure that changed. */
  whatIf: z.optional(z.strictObject({ report: Report, differences: z.array(Difference) })),
  /** Seats that were corrected. */
  staffing: z.optional(z.discriminatedUnion('kind', [PlayedStaffing, NotEnough])),
  reason: z.optional(z.string()),
});
export type Simulation = z.infer<typeof Simulation>;

/** As it is kept: with what was ordered. */
export const KeptSimulation = z.extend(Simulation, { order: z.union([SimulationOrder, StaffingOrder]) });
export type KeptSimulation = z.infer<typeof KeptSimulation>;

/** Asks for one to be played. */
export const SimulationRequest = z.strictObject({ simulationId: SimulationId });
export type SimulationRequest = z.infer<typeof SimulationRequest>;
