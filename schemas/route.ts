import * as z from 'zod/mini';
import { Clearance, ExamId, Tier } from './agent.ts';
import { IsoTime } from './ids.ts';

/** What an agent can be asked to know for a ticket. */
export const Skill = z.enum(['queue', 'topic', 'language', 'segment']);
export type Skill = z.infer<typeof Skill>;

const Seconds = z.int().check(z.gte(0), z.lte(86_400));
/** Who may be offered a ticket from so many seconds of waiting on, until the next step. */
export const RouteStep = z.strictObject({
  afterSeconds: Seconds,
  minimumTier: z.optional(Tier),
  /** Agents of this tier or above first, the others when none of them has room. */
  preferredTier: z.optional(Tier),
  /** What the agent must know. */
  skills: z.array(Skill),
});
export type RouteStep = z.infer<typeof RouteStep>;

/** One reason why a ticket stands where it stands in its queue. */
export const PriorityPart = z.strictObject({
  part: z.enum(['urgency', 'sentiment', 'segment', 'money', 'repeat', 'level']),
  points: z.number(),
  reason: z.string(),
});
export type PriorityPart = z.infer<typeof PriorityPart>;

/** What routing decided about a waiting ticket. */
export const Route = z.strictObject({
  ruleId: z.string(),
  /** Version of the settings; 0 is what ships. */
  version: z.int().check(z.nonnegative()),
  steps: z.array(RouteStep),
  /** The step in force, from 0. */
  step: z.int().check(z.nonnegative()),
  /** Since when the steps count. */
  startedAt: IsoTime,
  exams: z.optional(z.array(ExamId)),
  clearance: z.optional(Clearance),
  /** How long one conversation takes an agent, for the expected wait. */
  handlingSeconds: z.int().check(z.positive()),
  /** Points before waiting counts; with `ageing` points a second it makes the priority number. */
  points: z.number(),
  ageing: z.number(),
  parts: z.array(PriorityPart),
});
export type Route = z.infer<typeof Route>;
