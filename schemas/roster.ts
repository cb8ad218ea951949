import * as z from 'zod/mini';
import { IntervalMinutes } from './forecast.ts';
import { HandlingSeconds, PatienceSeconds, ServiceGoal } from './staffing.ts';

const Share = z
  .number('must be a number')
  .check(z.gte(0, 'must be 0 or more'), z.lte(1, 'must be at most 1'));

const ClockTime = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 19:30'));

/** How long conversations about something take, and how many of all are. */
export const HandlingTime = z.strictObject({
  intent: z.string().check(z.minLength(1)),
  /** Its part of all conversations; parts are taken as they compare with each other. */
  share: z.number('must be a number').check(z.gt(0, 'must be more than 0')),
  seconds: HandlingSeconds,
});
export type HandlingTime = z.infer<typeof HandlingTime>;

/** What turns conversations into seats. */
export const StaffingPlan = z.strictObject({
  ...ServiceGoal.shape,
  handling: z.array(HandlingTime).check(z.minLength(1, 'must have at least one handling time')),
  /** Seconds customers wait before they give up; without it nobody does. */
  patienceSeconds: z.optional(PatienceSeconds),
  /** Share of paid time in which agents do not take conversations: breaks, training, absence. */
  shrinkage: z
    .number('must be a number')
    .check(z.gte(0, 'must be 0 or more'), z.lte(0.7, 'must be at most 0.7')),
  /** Share of conversations that the bot settles before they need a seat. */
  botShare: z
    .number('must be a number')
    .check(z.gte(0, 'must be 0 or more'), z.lt(1, 'must be below 1: then nobody is needed')),
  /** Which end of the forecast is planned for: the mean, or as many as come in 3 of 4, 9 of 10 or 39 of 40 intervals at most. */
  planFor: z.enum(
    ['mean', 'within50', 'within80', 'within95'],
    'must be mean, within50, within80 or within95',
  ),
});
export type StaffingPlan = z.infer<typeof StaffingPlan>;

/** Agents that one interval needs. */
export const Requirement = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  /** People on the roster, shrinkage included. */
  agents: z
    .int('must be a whole number')
    .check(z.gte(0, 'must be 0 or more'), z.lte(100_000, 'must be at most 100000')),
});
export type Requirement = z.infer<typeof Requirement>;

/** Intervals in order of time, with what each needs. */
export const Requirements = z.strictObject({
  kind: z.literal('requirements'),
  timeZone: z.string(),
  intervalMinutes: IntervalMinutes,
  intervals: z.array(Requirement).check(z.minLength(1, 'must have at least one interval')),
});
export type Requirements = z.infer<typeof Requirements>;

/** A kind of shift: who works it, when it may start on the clocks of the business, how long it is, what an hour costs. */
export const ShiftKind = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  from: z.enum(['own', 'outsource'], 'must be own or outsource'),
  time: z.enum(['full', 'part'], 'must be full or part'),
  /** The first start of a day, and the last. */
  earliest: ClockTime,
  latest: ClockTime,
  everyMinutes: z.int('must be a whole number').check(z.gte(5, 'must be 5 or more'), z.lte(1440)),
  hours: z
    .number('must be a number')
    .check(z.gte(1, 'must be 1 or more'), z.lte(12, 'must be at most 12: nobody works longer')),
  costPerHour: z.number('must be a number').check(z.gt(0, 'must be more than 0')),
  /** People there are for it on a day. */
  most: z.optional(z.int('must be a whole number').check(z.gte(0, 'must be 0 or more'))),
});
export type ShiftKind = z.infer<typeof ShiftKind>;

/** What a roster is made of, and what it may not do. */
export const RosterPlan = z.strictObject({
  shifts: z.array(ShiftKind).check(z.minLength(1, 'must have at least one kind of shift'), z.maxLength(40)),
  /** Greatest share of hours that are outsourced. */
  outsourceShare: z
    .number('must be a number')
    .check(z.gte(0.3, 'must be 0.3 or more'), z.lte(0.6, 'must be at most 0.6')),
  /** Greatest share of hours in part-time shifts. */
  partTimeShare: Share,
  /** At night people cover at least this share of what is needed; the bot and the queue keep the rest. */
  night: z.strictObject({ from: ClockTime, to: ClockTime, cover: Share }),
});
export type RosterPlan = z.infer<typeof RosterPlan>;

/** How many people work a shift. */
export const RosteredShift = z.strictObject({
  name: z.string(),
  from: ShiftKind.shape.from,
  time: ShiftKind.shape.time,
  date: z.string(),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  people: z.int(),
});
export type RosteredShift = z.infer<typeof RosteredShift>;

/** Who is there in an interval, and how many must be. */
export const Cover = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  /** What the forecast asks for; at night, `least` of it are enough. */
  needed: z.int(),
  least: z.int(),
  covered: z.int(),
});
export type Cover = z.infer<typeof Cover>;

/** A roster of least cost. */
export const Roster = z.strictObject({
  kind: z.literal('roster'),
  cost: z.number(),
  hours: z.number(),
  outsourceShare: z.number(),
  partTimeShare: z.number(),
  shifts: z.array(RosteredShift),
  cover: z.array(Cover),
  /** By kind of shift: people it takes when nobody works more than five days a week, and nobody two shifts a day. */
  people: z.record(z.string(), z.int()),
});
export type Roster = z.infer<typeof Roster>;

/** No roster keeps every limit. */
export const NoRoster = z.strictObject({
  kind: z.literal('no-roster'),
  /** What is in the way, one sentence each. */
  reasons: z.array(z.string()),
});
export type NoRoster = z.infer<typeof NoRoster>;
