import * as z from 'zod/mini';
import { IsoTime } from './ids.ts';
import { IntentId } from './understanding.ts';

/** More tickets about a topic in a quarter of an hour than chance explains. */
export const Burst = z.strictObject({
  /** When the quarter began. */
  quarter: IsoTime,
  topic: IntentId,
  /** As many as were known when it was last looked at. */
  tickets: z.int().check(z.positive()),
  /** As many as such a quarter usually brings. */
  expected: z.number().check(z.positive()),
  /** How likely so many or more are when nothing is the matter. */
  probability: z.number().check(z.gte(0), z.lte(1)),
});
export type Burst = z.infer<typeof Burst>;
