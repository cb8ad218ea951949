import * as z from 'zod/mini';
import { CloudUse, Microdollars } from './cost.ts';
import { AgentId, EventNumber, IsoTime, QueueId, TicketId } from './ids.ts';
import { Target } from './target.ts';
import { Channel, Priority, Segment } from './ticket-facts.ts';
import { IntentId, Language } from './understanding.ts';

/** What is true or not of a ticket, and is counted; docs/insights.md defines each. */
export const FactFlag = z.enum([
  'ended',
  'asked',
  'reached',
  'abandoned',
  'human',
  'transferred',
  'reopened',
  'repeat',
  'covered',
  'contained',
  'bot-resolved',
  'deflected',
  'resolved-by-bot',
  'resolved-by-customer',
  'resolved-by-agent',
  'resolved-by-silence',
  'rated',
  'satisfied',
  'bad-review',
  'complaint',
  'complaint-closed',
  'complaint-repeat',
]);
export type FactFlag = z.infer<typeof FactFlag>;

/** How long something took. */
export const FactTime = z.enum([
  'reached',
  'abandoned',
  'first-machine-reply',
  'first-human-reply',
  'next-reply',
  'resolution',
  'handling',
]);
export type FactTime = z.infer<typeof FactTime>;

/** Who spoke. */
export const Speaker = z.enum(['customer', 'agent', 'bot', 'system']);
export type Speaker = z.infer<typeof Speaker>;

const Count = z.int().check(z.nonnegative());
const Milliseconds = Count;

/** The figures of one ticket: what its history up to `number` says, and nothing anybody wrote. */
export const TicketFacts = z.strictObject({
  ticketId: TicketId,
  /** The last event that was taken into account. */
  number: EventNumber,
  createdAt: IsoTime,
  channel: Channel,
  segment: Segment,
  /** As last corrected; absent as long as nobody knows. */
  intentId: z.optional(IntentId),
  language: Language,
  /** Where the ticket belongs; not where routing has moved it. */
  queueId: QueueId,
  priority: Priority,
  /** Who took it last. */
  agentId: z.optional(AgentId),
  flags: z.array(FactFlag),
  /** How promises ended: breached when any of the kind was. */
  kept: z.array(Target),
  breached: z.array(Target),
  /** In milliseconds; several next replies, one of everything else. */
  times: z.partialRecord(FactTime, z.array(Milliseconds)),
  /** The last rating, 1 to 5. */
  score: z.optional(z.int()),
  messages: z.partialRecord(Speaker, Count),
  used: z._default(z.partialRecord(CloudUse, Count), {}),
});
export type TicketFacts = z.infer<typeof TicketFacts>;

/** The facts as they are kept: with the team, the company and the cost of who took the ticket, as these were then. */
export const FactRow = z.extend(TicketFacts, {
  team: z.optional(z.string()),
  vendor: z.optional(z.string()),
  /** What the handling cost; absent where nobody had it, or nobody has said what that costs. */
  labour: z.optional(Microdollars),
});
export type FactRow = z.infer<typeof FactRow>;
