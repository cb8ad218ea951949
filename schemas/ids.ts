import * as z from 'zod/mini';

/** A ticket's number, which is its id: readable over the phone, not guessable by strangers, with a check character. */
export const TicketId = z
  .string()
  .check(
    z.regex(
      /^KF-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
      'must be a ticket number such as KF-7Q4M-2X9K-V3TD',
    ),
    z.describe('Ticket number'),
  );
export type TicketId = z.infer<typeof TicketId>;

/** The client's own id of one write, made once and sent again on every retry: the second send answers like the first. */
export const CommandId = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, - or _'),
    z.describe('The client’s own id of this write; a retry sends the same one'),
  );
export type CommandId = z.infer<typeof CommandId>;

export const CustomerId = z.string().check(z.minLength(1), z.maxLength(128));
export type CustomerId = z.infer<typeof CustomerId>;

export const AgentId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_.@+:-]{1,128}$/, 'must be 1 to 128 letters, digits or _.@+:-'));
export type AgentId = z.infer<typeof AgentId>;

/** Where tickets wait for the same kind of agent: the queues of the taxonomy. */
export const QueueId = z.enum([
  'support',
  'after-sales',
  'trust-safety',
  'creator',
  'merchant',
  'ads',
  'finance',
]);
export type QueueId = z.infer<typeof QueueId>;

/** Position of an event in its ticket's history: 1, 2, 3 … without gaps. */
export const EventNumber = z.int().check(z.positive());
export type EventNumber = z.infer<typeof EventNumber>;

/** Which past of the platform this is: another one after a table was restored, and then every cursor starts anew. */
export const Epoch = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, - or _'));
export type Epoch = z.infer<typeof Epoch>;

/** UTC time with milliseconds, as `Date.prototype.toISOString` writes it. */
export const IsoTime = z.iso.datetime({ precision: 3 });
export type IsoTime = z.infer<typeof IsoTime>;
