import * as z from 'zod/mini';
import { AgentId, IsoTime, QueueId, TicketId } from './ids.ts';
import { Channel, Segment } from './ticket-facts.ts';
import { IntentId } from './understanding.ts';

/** What an agent may treat alone, lowest first; each tier includes those before it. */
export const Tier = z.enum(['outsource', 'basic', 'expert', 'lead']);
export type Tier = z.infer<typeof Tier>;

/** Regular agents are always eligible; standby agents once the standby pool is open. */
export const Pool = z.enum(['regular', 'standby']);
export type Pool = z.infer<typeof Pool>;

/** What the agent says of their own readiness; being reachable is the lease, not this. */
export const Availability = z.enum(['available', 'break', 'offline']);
export type Availability = z.infer<typeof Availability>;

/** Sign-in groups, least powerful first. `trust-safety` reviews what the filter holds, `clearance` sees personal data. */
export const Role = z.enum(['agent', 'trust-safety', 'clearance', 'lead', 'supervisor', 'editor', 'admin']);
export type Role = z.infer<typeof Role>;

/** An exam by its name, such as `platform-rules`. */
export const ExamId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and -'));

/** How deep somebody's background was checked; 0 is not at all. */
export const Clearance = z.int().check(z.gte(0), z.lte(3));

/** Why an offer was let pass: the agent says it, or it happened. */
export const DeclineReason = z.enum(['busy', 'not-my-skill', 'know-the-customer', 'break', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;
export const PassReason = z.enum([...DeclineReason.options, 'expired', 'left']);
export type PassReason = z.infer<typeof PassReason>;

const Name = z.string().check(z.minLength(1), z.maxLength(60));
const Seats = z.int().check(z.gte(1), z.lte(20));

/** What a lead sets for an agent. */
export const AgentProfile = z.strictObject({
  name: Name,
  queues: z.array(QueueId).check(z.minLength(1), z.maxLength(20)),
  languages: z.array(z.string().check(z.regex(/^[a-z]{2}$/))).check(z.minLength(1), z.maxLength(10)),
  /** Beginnings of intents the agent knows, such as `buyer.refund`; absent: all. */
  topics: z.optional(z.array(IntentId).check(z.minLength(1), z.maxLength(40))),
  /** Customers the agent is trained for; absent: all. */
  segments: z.optional(z.array(Segment).check(z.minLength(1))),
  tier: Tier,
  pool: Pool,
  /** Seats: conversations treated at the same time. */
  capacity: Seats,
  /** Seats of one channel among them. */
  limits: z.optional(z.partialRecord(Channel, Seats)),
  team: z.optional(Name),
  /** The company that employs the agent, where it is not ours. */
  vendor: z.optional(Name),
  exams: z.optional(z.array(ExamId).check(z.maxLength(20))),
  clearance: z.optional(Clearance),
});
export type AgentProfile = z.infer<typeof AgentProfile>;

/** An agent with the seats taken just now. Online means `leaseUntil` lies in the future. */
export const Agent = z.extend(AgentProfile, {
  agentId: AgentId,
  availability: Availability,
  leaseUntil: IsoTime,
  /** End of the shift: some time before it nothing more is offered, and at it every conversation is handed on. */
  until: z.optional(IsoTime),
  /** Tickets that hold a seat, offered or accepted. */
  seats: z.array(TicketId),
  /** The same by channel, as numbers. */
  busy: z.optional(z.partialRecord(Channel, z.int())),
  /** Offers let pass so far, by reason. */
  passed: z.optional(z.partialRecord(PassReason, z.int())),
  /** Since when the agent has not been given anything; the longest idle goes first. */
  idleSince: IsoTime,
});
export type Agent = z.infer<typeof Agent>;
