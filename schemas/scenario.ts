import * as z from 'zod/mini';
import { AgentProfile } from './agent.ts';
import { PeakWindows } from './peak-windows.ts';
import { RoutingSettings } from './routing.ts';
import { SlaSettings } from './sla.ts';
import { Channel, Segment } from './ticket-facts.ts';
import { IntentId, Language } from './understanding.ts';

const Share = z.number().check(z.gte(0, 'must be 0 or more'), z.lte(1, 'must be at most 1'));
const Weight = z.number().check(z.gte(0, 'must be 0 or more'), z.lte(1_000_000));
/** A mean or a fixed time, at most a day. */
const Seconds = z.number().check(z.gte(0, 'must be 0 or more'), z.lte(86_400, 'must be at most 86400'));
const Money = z.number().check(z.gte(0, 'must be 0 or more'), z.lte(1_000_000));
const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 20:00'));
const Name = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,29}$/, 'must be lower-case letters, digits and -'));

const Whole = z.int('must be whole seconds').check(z.gte(1, 'must be 1 or more'), z.lte(2_592_000));

/** What is promised to tickets of one priority, in whole seconds. */
const Promised = z.strictObject({
  reached: Whole,
  firstReply: Whole,
  nextReply: Whole,
  resolution: Whole,
  rung: Whole,
  offer: Whole,
});

/** Many customers at once, as when a broadcast goes wrong: they come evenly over the minutes. */
const Burst = z.strictObject({
  at: TimeOfDay,
  minutes: z.number().check(z.gt(0, 'must be more than 0'), z.lte(240)),
  tickets: z.int().check(z.gte(1), z.lte(1_000_000)),
});

/** What a ticket can be about: how often, how long it takes a person, and how often the bot knows the answer. */
const Matter = z.strictObject({
  intentId: IntentId,
  weight: Weight,
  /** Mean seconds of work in one conversation for an agent who has no other. */
  handlingSeconds: z.number().check(z.gt(0, 'must be more than 0'), z.lte(14_400, 'must be at most 14400')),
  /** Share of these tickets that an article of the bot would settle. */
  botKnows: Share,
});
export type Matter = z.infer<typeof Matter>;

/** Agents of one kind who work at the same hours. */
const Group = z.strictObject({
  ...AgentProfile.shape,
  agents: z.int('must be a whole number').check(z.gte(0, 'must be 0 or more'), z.lte(5000)),
  /** Local hours; to the end of the day, or past midnight, when `to` is not later than `from`. Both the same: all day. */
  from: TimeOfDay,
  to: TimeOfDay,
  /** Minutes of each break, evenly spread over the shift and over the agents. */
  breaks: z.array(z.number().check(z.gt(0), z.lte(120))).check(z.maxLength(6)),
  costPerHour: Money,
});
export type Group = z.infer<typeof Group>;

/** A day to be played: who writes when and about what, who is at work, and what is promised. */
export const Scenario = z.strictObject({
  seed: z.int().check(z.gte(0), z.lte(2_147_483_647)),
  /** The first local day, such as 2026-11-21. */
  date: z.iso.date('must be a day such as 2026-11-21'),
  timeZone: z.string(),
  arrivals: z.strictObject({
    /** Mean number of a day before promotion and bursts. */
    perDay: z.number().check(z.gt(0, 'must be more than 0'), z.lte(2_000_000, 'must be at most 2000000')),
    /** Weights of the hours from 0 to 23. */
    hours: z.array(Weight).check(z.length(24, 'must be 24 weights, one for each hour')),
    /** How many times as many come: 10 on the day of a great promotion. */
    promotion: z.number().check(z.gt(0, 'must be more than 0'), z.lte(100, 'must be at most 100')),
    bursts: z.array(Burst).check(z.maxLength(50)),
  }),
  mix: z.strictObject({
    matters: z.array(Matter).check(z.minLength(1), z.maxLength(200)),
    segments: z.partialRecord(Segment, Weight),
    channels: z.partialRecord(Channel, Weight),
    languages: z.partialRecord(Language, Weight),
  }),
  bot: z.strictObject({
    /** It answers from this confidence on; 1 hands everything over. */
    threshold: Share,
    /** From a message to the bot's turn. */
    seconds: Seconds,
  }),
  customers: z.strictObject({
    /** Mean of an exponential patience while waiting for a person; null: nobody gives up. */
    patienceSeconds: z.nullable(Seconds.check(z.gt(0, 'must be more than 0'))),
    /** Mean time until a customer writes again, exponential. */
    thinkSeconds: Seconds,
    /** Messages of an agent in one conversation. */
    turns: z.int().check(z.gte(1), z.lte(20)),
    /** Share of customers who answer the survey, and share of those who are not content. */
    surveyShare: Share,
    discontentShare: Share,
  }),
  agents: z.strictObject({
    roster: z.record(Name, Group),
    /** Mean seconds, exponential, until an offer is accepted; 0: at once. */
    acceptSeconds: Seconds,
    /** Share of offers that are declined. */
    declineShare: Share,
    /** Each further conversation makes all of an agent's work slower by this share. */
    slowdown: z.number().check(z.gte(0), z.lte(2)),
    /** Coefficient of variation of the handling time: lognormal; 1 with `exponential`. */
    variation: z.number().check(z.gte(0), z.lte(5)),
    exponential: z.boolean(),
  }),
  standby: z.strictObject({
    /** When it is peak, as in the stack parameter, such as `20:00-23:00`; the pool is open then where `openInPeak` says so. */
    peakWindows: PeakWindows,
    openInPeak: z.boolean(),
    openAfterSeconds: z.int().check(z.gte(1), z.lte(86_400)),
    closeAfterMinutes: z.int().check(z.gte(1), z.lte(1440)),
  }),
  /** How long a freed seat is left to older tickets before one that was routed just now may have it; see docs/decisions.md, 24. */
  firstHandsSeconds: Seconds,
  /** Promises in the words of the stack parameters; `policies` in full take their place where they are given. */
  sla: z.strictObject({
    urgent: Promised,
    high: Promised,
    normal: Promised,
    low: Promised,
    /** Seconds the bot may take, a customer is silent before counting as helped, and until a ticket closes by itself. */
    bot: Whole,
    silence: Whole,
    autoClose: Whole,
    warnShare: SlaSettings.shape.warnShare,
  }),
  policies: z.optional(SlaSettings),
  routing: RoutingSettings,
  prices: z.strictObject({
    /** Dollars for a million write units with the reads, runs, queues and events that follow a write. */
    perMillionWriteUnits: Money,
  }),
});
export type Scenario = z.infer<typeof Scenario>;
/** The same before its texts are read. */
export type ScenarioInput = z.input<typeof Scenario>;
