import * as z from 'zod/mini';
import { Priority } from './ticket-facts.ts';

const Seconds = z.int().check(z.gte(1), z.lte(2_592_000));
const perPriority = z.record(Priority, Seconds);

/** The promises, in whole seconds. A target is warned at `warnShare` of its length and breached at its end. */
export const SlaPolicy = z.strictObject({
  /** From the customer's need of a person until one has taken the conversation. */
  firstResponse: perPriority,
  /** From a customer's unanswered message until a person answers it. */
  nextResponse: perPriority,
  /** From opening until resolution; the clock stands while the ticket waits for the customer. */
  resolution: perPriority,
  warnShare: z.number().check(z.gte(0.1), z.lte(0.95)),
  /** From one rung of the escalation ladder to the next. */
  rung: perPriority,
  /** How long an offered ticket waits for the agent to accept it. */
  offer: perPriority,
  /** How long the bot may take before a person is asked instead. */
  bot: Seconds,
  /** A customer silent this long after an answer counts as helped. */
  silence: Seconds,
  /** From resolution to closing when no survey answer comes. */
  autoClose: Seconds,
});
export type SlaPolicy = z.infer<typeof SlaPolicy>;

/** What was promised: a person takes over, a person answers a turn, the matter is settled. */
export const Target = z.enum(['first-response', 'next-response', 'resolution']);
export type Target = z.infer<typeof Target>;
