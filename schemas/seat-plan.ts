import * as z from 'zod/mini';
import { BudgetPlan } from './budget.ts';
import { HandlingSeconds } from './staffing.ts';

/** CloudFormation hands every value on as text. */
const number = <T extends z.ZodMiniType<number, number>>(shape: T) => z.pipe(z.coerce.number(), shape);
const count = number(z.int().check(z.gte(0), z.lte(1_000_000)));
const share = number(z.number().check(z.gte(0), z.lte(1)));

const { notice, warning, critical } = BudgetPlan.shape;

/** A level of technical capacity, as far as a plan can contradict itself. */
const Level = z.strictObject({ pollers: count, provisioned: count });

/** What an operator plans for the busiest hour and for the month's budget, and what was promised. */
export const SeatPlan = z.strictObject({
  /** Conversations an hour that need a person in the busiest hour by forecast; 0: there is none yet, and seats are not checked. */
  conversationsPerHour: count,
  /** Share of them that is urgent. */
  urgentShare: share,
  /** How long an agent is busy with one of them, in seconds. */
  handlingSeconds: number(HandlingSeconds),
  /** Agents at work in peak. */
  regularSeats: count,
  standbySeats: count,
  /** Whether the standby pool takes part from the start. */
  standbyOpen: z.stringbool(),
  /** Conversations that one agent holds at the same time. */
  conversationsPerSeat: number(z.int().check(z.gte(1), z.lte(20))),
  /** Share that is to be reached by a person within its seconds. */
  serviceLevel: number(z.number().check(z.gt(0), z.lt(1))),
  urgentSeconds: number(z.int().check(z.gte(1))),
  normalSeconds: number(z.int().check(z.gte(1))),
  peak: Level,
  offPeak: Level,
  /** Per cent of the month's budget at which each level is told. */
  budget: z.strictObject({ notice: number(notice), warning: number(warning), critical: number(critical) }),
});
export type SeatPlan = z.infer<typeof SeatPlan>;
