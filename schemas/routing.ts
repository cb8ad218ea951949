import * as z from 'zod/mini';
import { Clearance, ExamId } from './agent.ts';
import { QueueId } from './ids.ts';
import { RouteStep } from './route.ts';
import { Channel, Priority, Segment } from './ticket-facts.ts';
import { IntentId, Language, Sentiment } from './understanding.ts';

const Seconds = z.int().check(z.gte(0), z.lte(86_400));
const Points = z.int().check(z.gte(-86_400), z.lte(86_400));

/** The first rule whose conditions all hold decides; a condition that is absent holds always. */
export const RoutingRule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and -')),
  when: z.strictObject({
    /** Beginnings of intents: `buyer` holds for `buyer.refund.apply`. */
    intents: z.optional(z.array(IntentId).check(z.minLength(1))),
    segments: z.optional(z.array(Segment).check(z.minLength(1))),
    languages: z.optional(z.array(Language).check(z.minLength(1))),
    priorities: z.optional(z.array(Priority).check(z.minLength(1))),
    channels: z.optional(z.array(Channel).check(z.minLength(1))),
  }),
  /** Where it waits; absent: in the queue of its intent. */
  queue: z.optional(QueueId),
  steps: z.array(RouteStep).check(z.minLength(1), z.maxLength(10)),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** What makes a ticket come earlier, in points; a waiting ticket gains `ageing` points a second. */
export const PriorityWeights = z.strictObject({
  urgency: z.record(Priority, Points),
  sentiment: z.partialRecord(Sentiment, Points),
  segment: z.partialRecord(Segment, Points),
  /** Money at stake: the matter is one of these intents. */
  money: z.strictObject({ intents: z.array(IntentId), points: Points }),
  /** For each contact about the same matter after the first, at most so many of them. */
  repeat: z.strictObject({ points: Points, most: z.int().check(z.gte(0), z.lte(20)) }),
  /** For each rung of the escalation ladder. */
  level: Points,
  ageing: z.number().check(z.gte(0.01), z.lte(100)),
});
export type PriorityWeights = z.infer<typeof PriorityWeights>;

/** How tickets find their agents: rules, gates, weights, and what customers are told while they wait. */
export const RoutingSettings = z.strictObject({
  /** Exams there are; a queue may demand them. */
  exams: z.array(ExamId).check(z.maxLength(50)),
  /** What an agent must have passed to be given a queue's tickets. */
  gates: z.partialRecord(
    QueueId,
    z.strictObject({ exams: z.optional(z.array(ExamId)), clearance: z.optional(Clearance) }),
  ),
  rules: z.array(RoutingRule).check(z.minLength(1), z.maxLength(100)),
  priority: PriorityWeights,
  /** Nothing is offered to an agent whose shift ends within so many seconds. */
  lastCallSeconds: Seconds,
  /** How long one conversation takes an agent, for the expected wait. */
  handlingSeconds: z.int().check(z.gte(1), z.lte(86_400)),
});
export type RoutingSettings = z.infer<typeof RoutingSettings>;
