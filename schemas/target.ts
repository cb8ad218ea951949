import * as z from 'zod/mini';
import { AgentId, IsoTime } from './ids.ts';

/**
 * What is promised: a person takes the conversation, a person first writes, a person answers a turn, the matter is settled; and what
 * an agent promised by hand.
 */
export const Target = z.enum(['reached', 'first-reply', 'next-reply', 'resolution', 'promise']);
export type Target = z.infer<typeof Target>;

/** What policies promise; the rest is promised by people. */
export const PolicyTarget = z.enum(['reached', 'first-reply', 'next-reply', 'resolution']);
export type PolicyTarget = z.infer<typeof PolicyTarget>;

/** What a rung does: give it to somebody else, ask for more senior people, tell the lead, call in reserves, tell other systems. */
export const RungAction = z.enum(['reassign', 'raise-level', 'notify-lead', 'open-standby', 'webhook']);
export type RungAction = z.infer<typeof RungAction>;

/** A promise as it was made to one ticket: what is needed to say why it is due when it is. */
export const Clock = z.strictObject({
  policyId: z.string(),
  /** Version of the settings it was made by; 0 is what ships. */
  version: z.int(),
  calendarId: z.string(),
  seconds: z.number(),
  /** When its time began to count. */
  startedAt: IsoTime,
  /** Seconds it has left while it stands, because the ticket waits for its customer. */
  left: z.optional(z.number()),
  /** Whose promise it is, when an agent made it by hand. */
  agentId: z.optional(AgentId),
});
export type Clock = z.infer<typeof Clock>;
