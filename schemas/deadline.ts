import * as z from 'zod/mini';
import { EventNumber, IsoTime } from './ids.ts';
import { Clock, Target } from './target.ts';

/** Why a promise is due when it is: everything that went into the reckoning, as data and in a sentence. */
export const Deadline = z.extend(Clock, {
  target: Target,
  /** The event that made the promise as it is now. */
  number: EventNumber,
  /** While it stood because the ticket waited for its customer; the last pause may still go on. */
  pauses: z.array(z.strictObject({ from: IsoTime, to: z.optional(IsoTime) })),
  /** Absent while it stands. */
  dueAt: z.optional(IsoTime),
  warnAt: z.optional(IsoTime),
  /** Zone whose clock the sentences show. */
  timeZone: z.string(),
  sentence: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type Deadline = z.infer<typeof Deadline>;
