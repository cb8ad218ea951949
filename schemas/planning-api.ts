import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { Calendar } from './calendar.ts';
import { json } from './environment.ts';
import { DatedEvent, Forecast, NotEnough } from './forecast.ts';
import { IsoTime } from './ids.ts';
import type { Contract } from './operation.ts';
import { Asked, DailyUsers, DaysAhead, Measured, PlanGroup, SeatOptions } from './planning.ts';
import { NoRoster, Requirements, Roster, RosterPlan, StaffingPlan } from './roster.ts';
import { Simulation, SimulationBody, SimulationId, StaffingSimulationBody } from './simulation.ts';
import { QueuePerformance } from './staffing.ts';

/** Who plans. */
export const planners: readonly Role[] = ['lead', 'supervisor', 'admin'];

const Count = z.int().check(z.nonnegative());
/** What a query says is text. */
const number = <T extends z.ZodMiniType<unknown, number>>(shape: T) => z.pipe(z.coerce.number(), shape);

export const ForecastQuery = z.strictObject({
  ...Asked,
  days: z._default(number(DaysAhead), 7),
  /** Promotions and holidays, past and coming: a JSON list. */
  events: z.optional(json(z.array(DatedEvent).check(z.maxLength(200)))),
  /** When conversations can come at all: a calendar as JSON; around the clock unless told. */
  hours: z.optional(json(Calendar)),
  /** People who use the platform on a day: a first guess that counts replace; for everything together only. */
  dailyUsers: z.optional(number(DailyUsers)),
});
export type ForecastQuery = z.infer<typeof ForecastQuery>;

const seats = SeatOptions.shape;
const optionalNumber = <T extends z.ZodMiniType<unknown, number>>(shape: T) => z.optional(number(shape));

export const StaffingQuery = z.extend(ForecastQuery, {
  handlingSeconds: optionalNumber(seats.handlingSeconds.def.innerType),
  patienceSeconds: optionalNumber(seats.patienceSeconds.def.innerType),
  targetSeconds: optionalNumber(seats.targetSeconds.def.innerType),
  serviceLevel: optionalNumber(seats.serviceLevel.def.innerType),
  maxOccupancy: optionalNumber(seats.maxOccupancy.def.innerType),
  concurrency: optionalNumber(seats.concurrency.def.innerType),
  shrinkage: optionalNumber(seats.shrinkage.def.innerType),
  planFor: seats.planFor,
});
export type StaffingQuery = z.infer<typeof StaffingQuery>;

/** What of the platform's counts a plan rests on. */
const Counted = {
  /** The queue, topic …; `all` when nothing is told apart. */
  value: z.string(),
  /** Tickets that asked for a person, of the last 28 days. */
  asked: Count,
  /** When the history begins; absent when nobody has asked yet. */
  since: z.optional(IsoTime),
};

export const ForecastGroup = z.strictObject({
  ...Counted,
  forecast: z.discriminatedUnion('kind', [Forecast, NotEnough]),
});
export type ForecastGroup = z.infer<typeof ForecastGroup>;

const Answered = {
  timeZone: z.string(),
  groupBy: PlanGroup,
  /** Hours that begin before this were counted; the forecast begins here. */
  countedUntil: IsoTime,
  /** Groups with fewer tickets that this answer has no room for: name them by `value`. */
  leftOut: Count,
};

export const Forecasts = z.strictObject({ ...Answered, groups: z.array(ForecastGroup) });
export type Forecasts = z.infer<typeof Forecasts>;

/** Seats by one formula, and how they would do. */
export const SeatCount = z.strictObject({
  /** Agents at work. */
  seats: Count,
  /** People on the roster: with those on a break or absent. */
  agents: Count,
  ...QueuePerformance.shape,
});
export type SeatCount = z.infer<typeof SeatCount>;

/** What an interval needs. */
export const SeatNeed = z.strictObject({
  from: IsoTime,
  conversations: z.number(),
  /** Nobody gives up. */
  erlangC: SeatCount,
  /** Those who give up count as not answered; absent where nobody knows how patient customers are. */
  erlangA: z.optional(SeatCount),
});
export type SeatNeed = z.infer<typeof SeatNeed>;

export const Needs = z.strictObject({
  kind: z.literal('needs'),
  intervalMinutes: z.int(),
  basis: Forecast.shape.basis,
  notes: z.array(z.string()),
  /** What the seats were counted by. */
  plan: StaffingPlan,
  measured: Measured,
  intervals: z.array(SeatNeed),
});
export type Needs = z.infer<typeof Needs>;

export const StaffingGroup = z.strictObject({
  ...Counted,
  staffing: z.discriminatedUnion('kind', [Needs, NotEnough]),
});
export type StaffingGroup = z.infer<typeof StaffingGroup>;

export const Staffing = z.strictObject({ ...Answered, groups: z.array(StaffingGroup) });
export type Staffing = z.infer<typeof Staffing>;

/** An order that was taken; a repeat gets the same answer. */
export const SimulationReceipt = z.pick(Simulation, { simulationId: true, askedAt: true });
export type SimulationReceipt = z.infer<typeof SimulationReceipt>;

/** What planners learn from the platform's own counts, and from days that have not been. */
export const planningApi = {
  getForecast: {
    method: 'GET',
    path: '/v1/forecast',
    summary: 'How many will ask for a person, hour by hour, and how surely: from the platform’s own counts',
    caller: 'desk',
    roles: planners,
    query: ForecastQuery,
    response: Forecasts,
  },
  getStaffing: {
    method: 'GET',
    path: '/v1/staffing',
    summary: 'Seats for every hour of the forecast, by Erlang C and Erlang A',
    caller: 'desk',
    roles: planners,
    query: StaffingQuery,
    response: Staffing,
  },
  startSimulation: {
    method: 'POST',
    path: '/v1/simulations',
    summary:
      'Plays days through the decisions that ship, at most 50,000 tickets; with `whatIf` twice, side by side',
    caller: 'desk',
    roles: planners,
    body: SimulationBody,
    response: SimulationReceipt,
    status: 202,
  },
  startStaffingSimulation: {
    method: 'POST',
    path: '/v1/staffing/simulations',
    summary:
      'Plays up to three days of the forecast, and corrects their seats for skills, tiers and several chats at once',
    caller: 'desk',
    roles: planners,
    body: StaffingSimulationBody,
    response: SimulationReceipt,
    status: 202,
  },
  getSimulation: {
    method: 'GET',
    path: '/v1/simulations/{simulationId}',
    summary: 'What came of a simulation; kept for 30 days',
    caller: 'desk',
    roles: planners,
    params: z.strictObject({ simulationId: SimulationId }),
    response: Simulation,
  },
} as const satisfies Contract;

const { value, groupBy } = ForecastQuery.shape;

/** What a roster is to cover: the forecast of the platform's own counts, seats that were played, or requirements of your own; and what it is made of. */
export const RosterBody = z.strictObject({
  groupBy,
  value,
  days: z._default(DaysAhead.check(z.lte(14, 'must be at most 14')), 7),
  events: z.optional(z.array(DatedEvent).check(z.maxLength(200))),
  hours: z.optional(Calendar),
  dailyUsers: z.optional(DailyUsers),
  seats: z._default(SeatOptions, {}),
  roster: z._default(z.partial(RosterPlan), {}),
  requirements: z.optional(Requirements),
  /** Covers what this staffing simulation has played. */
  simulationId: z.optional(SimulationId),
});
export type RosterBody = z.infer<typeof RosterBody>;

export const RosterAnswer = z.strictObject({
  /** What seats were counted by; absent for requirements of your own. */
  plan: z.optional(StaffingPlan),
  answer: z.discriminatedUnion('kind', [Roster, NoRoster, NotEnough]),
});
export type RosterAnswer = z.infer<typeof RosterAnswer>;

/** Who works when. */
export const rosterApi = {
  makeRoster: {
    method: 'POST',
    path: '/v1/staffing/roster',
    summary: 'Shifts of least cost that cover what is needed; nothing is kept',
    caller: 'desk',
    roles: planners,
    body: RosterBody,
    response: RosterAnswer,
  },
} as const satisfies Contract;
