import * as z from 'zod/mini';
import { AgentId, IsoTime, QueueId, TicketId } from './ids.ts';

/** What an agent may treat alone; each tier includes those before it. */
export const Tier = z.enum(['basic', 'senior', 'lead']);
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

/** What a lead sets for an agent. */
export const AgentProfile = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  queues: z.array(QueueId).check(z.minLength(1), z.maxLength(20)),
  languages: z.array(z.string().check(z.regex(/^[a-z]{2}$/))).check(z.minLength(1), z.maxLength(10)),
  tier: Tier,
  pool: Pool,
  /** Seats: conversations treated at the same time. */
  capacity: z.int().check(z.gte(1), z.lte(20)),
});
export type AgentProfile = z.infer<typeof AgentProfile>;

/** An agent with the seats taken just now. Online means `leaseUntil` lies in the future. */
export const Agent = z.extend(AgentProfile, {
  agentId: AgentId,
  availability: Availability,
  leaseUntil: IsoTime,
  /** Tickets that hold a seat, offered or accepted. */
  seats: z.array(TicketId),
  /** Since when the agent has not been given anything; the longest idle goes first. */
  idleSince: IsoTime,
});
export type Agent = z.infer<typeof Agent>;
