import * as z from 'zod/mini';
import { Calendar, DayKind } from './calendar.ts';
import { QueueId } from './ids.ts';
import { PolicyTarget, RungAction } from './target.ts';
import { Channel, Priority, Segment } from './ticket-facts.ts';
import { Language } from './understanding.ts';

const Seconds = z.int().check(z.gte(1), z.lte(2_592_000));
const perPriority = z.record(Priority, Seconds);
const Name = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -'));

/** Which tickets a policy is for: all that is named must hold, any of a list is enough. */
export const Condition = z.strictObject({
  priorities: z.optional(z.array(Priority).check(z.minLength(1))),
  channels: z.optional(z.array(Channel).check(z.minLength(1))),
  segments: z.optional(z.array(Segment).check(z.minLength(1))),
  languages: z.optional(z.array(Language).check(z.minLength(1))),
  queues: z.optional(z.array(QueueId).check(z.minLength(1))),
  /** Beginnings of intents: `buyer.refund` holds for every case below it. */
  intents: z.optional(z.array(z.string().check(z.regex(/^[a-z]+(?:[.-][a-z]+)*$/))).check(z.minLength(1))),
  /** The kind of day on the policy's calendar when the time begins to run. */
  dayKinds: z.optional(z.array(DayKind).check(z.minLength(1))),
});
export type Condition = z.infer<typeof Condition>;

/** One promise: for these tickets, these targets in seconds that count by this calendar. */
export const SlaPolicy = z.strictObject({
  policyId: Name,
  when: z.optional(Condition),
  calendarId: Calendar.shape.calendarId,
  targets: z.partialRecord(PolicyTarget, Seconds),
});
export type SlaPolicy = z.infer<typeof SlaPolicy>;

/** One rung, so many seconds after the one below; the first, after the breach. */
export const Rung = z.strictObject({
  afterSeconds: z.int().check(z.gte(0), z.lte(86_400)),
  action: RungAction,
});
export type Rung = z.infer<typeof Rung>;

/** Every promise of this installation, in whole seconds: for each target the first policy that is for the ticket and names it. */
export const SlaSettings = z.strictObject({
  calendars: z.array(Calendar).check(z.minLength(1), z.maxLength(20)),
  policies: z.array(SlaPolicy).check(z.minLength(1), z.maxLength(100)),
  /** The share of a target after which people are warned. */
  warnShare: z.number().check(z.gte(0.1), z.lte(0.95)),
  /** What happens after a breach, rung by rung, for as long as the customer waits for a person. */
  ladders: z.record(Priority, z.array(Rung).check(z.minLength(1), z.maxLength(12))),
  /** How long an offered ticket waits for the agent to accept it. */
  offer: perPriority,
  /** How long the bot may take before a person is asked instead. */
  bot: Seconds,
  /** A customer silent this long after an answer counts as helped. */
  silence: Seconds,
  /** From resolution to closing when no survey answer comes. */
  autoClose: Seconds,
  /** The share of turns that people are to answer within three minutes; 0.9 when absent. */
  replyTarget: z.optional(z.number().check(z.gte(0), z.lte(1))),
});
export type SlaSettings = z.infer<typeof SlaSettings>;

/** What the stack parameters say: one table of seconds for each target, from which the settings that ship are made. */
export const ShippedSeconds = z.strictObject({
  reached: perPriority,
  firstReply: perPriority,
  nextReply: perPriority,
  resolution: perPriority,
  warnShare: SlaSettings.shape.warnShare,
  /** From one rung of the escalation ladder to the next. */
  rung: perPriority,
  offer: perPriority,
  bot: Seconds,
  silence: Seconds,
  autoClose: Seconds,
});
export type ShippedSeconds = z.infer<typeof ShippedSeconds>;
