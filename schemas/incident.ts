import * as z from 'zod/mini';

/** What is switched off while something is wrong, such as an attack or an outage. */
export const IncidentSettings = z.strictObject({
  /** Tickets wait and nobody is offered any: the bot serves alone. */
  botOnly: z.boolean(),
  /** The bot understands and hands every conversation over without answering. */
  queueOnly: z.boolean(),
  /** Customers send no attachments. */
  noAttachments: z.boolean(),
  /** Nobody hears that somebody is writing. */
  shedTyping: z.boolean(),
});
export type IncidentSettings = z.infer<typeof IncidentSettings>;
