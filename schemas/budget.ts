import * as z from 'zod/mini';
import { Dollars } from './cost.ts';
import { json } from './environment.ts';
import { IsoTime } from './ids.ts';
import { Day } from './reply-rate.ts';

const Percent = z.number().check(z.gte(1), z.lte(1000));
const Count = z.int().check(z.nonnegative());
const Share = z.number().check(z.gte(0), z.lte(1));

/** What a month may cost, and from which per cent of it on people are told. */
export const BudgetPlan = z.strictObject({
  /** US dollars; 0 is none. */
  monthly: Dollars,
  notice: Percent,
  warning: Percent,
  critical: Percent,
});
export type BudgetPlan = z.infer<typeof BudgetPlan>;

export const BudgetEnvironment = z.object({ BUDGET: json(BudgetPlan) });
export type BudgetEnvironment = z.input<typeof BudgetEnvironment>;

export const BudgetLevel = z.enum(['none', 'notice', 'warning', 'critical']);
export type BudgetLevel = z.infer<typeof BudgetLevel>;

const Month = z.string().check(z.regex(/^\d{4}-\d{2}$/));

/** How far a month has come, as it was last told. */
export const BudgetState = z.strictObject({
  month: Month,
  level: BudgetLevel,
  /** When the level changed. */
  since: IsoTime,
  lookedAt: IsoTime,
});
export type BudgetState = z.infer<typeof BudgetState>;

/** What the month is thought to cost altogether; the range holds it in four months of five, and is absent while too little is known. */
export const Projection = z.strictObject({
  dollars: Dollars,
  low: z.optional(Dollars),
  high: z.optional(Dollars),
});
export type Projection = z.infer<typeof Projection>;

/** Tickets that people treated in the last four weeks, and what one of them costs. */
export const Treated = z.strictObject({ tickets: Count, perTicket: z.optional(Dollars) });
export type Treated = z.infer<typeof Treated>;

/** What companies do, and what they would have to do. */
export const Outsourcing = z.strictObject({
  own: Treated,
  companies: Treated,
  /** Share of the tickets that people treat which companies treat; absent when nobody has treated any. */
  share: z.optional(Share),
  /** The least share with which the month would keep to its budget. */
  proposed: z.optional(Share),
  /** What the month would then cost; with the best share when none is enough. */
  wouldCost: z.optional(Dollars),
  /** Why nothing is proposed. */
  note: z.optional(z.string()),
});
export type Outsourcing = z.infer<typeof Outsourcing>;

/** The month so far, and where it is going. */
export const Budget = z.strictObject({
  month: Month,
  /** The day on the clock of the business; it counts as far as it has come. */
  today: Day,
  plan: BudgetPlan,
  level: BudgetLevel,
  /** Since when; absent as long as nothing was told this month. */
  since: z.optional(IsoTime),
  spent: Dollars,
  projected: z.optional(Projection),
  /** Of the budget: what is projected, or spent as long as nothing is. */
  percent: z.optional(z.number().check(z.nonnegative())),
  /** Tickets whose labour nobody has given a price: what is spent is more. */
  unpriced: Count,
  outsourcing: Outsourcing,
  /** What is missing. */
  note: z.optional(z.string()),
});
export type Budget = z.infer<typeof Budget>;

/** The level of a month is another than before. */
export const BudgetLevelChanged = z.strictObject({
  ...Budget.shape,
  before: BudgetLevel,
  at: IsoTime,
});
export type BudgetLevelChanged = z.infer<typeof BudgetLevelChanged>;
