import * as z from 'zod/mini';
import { IntentId } from './understanding.ts';

/** What one slot holds: a text, a truth, or a number in the unit the slot's name says. */
export const SlotValue = z.union([z.string(), z.number(), z.boolean()]);
export type SlotValue = z.infer<typeof SlotValue>;

/** Where the bot's part of a conversation stands after one of its messages: all that is needed to read the next reply. */
export const Dialogue = z.strictObject({
  /** The guided kit being walked, such as `GK-03`; absent outside one. */
  kit: z.optional(z.string()),
  /** What was asked (a slot) or told (an end) in the kit; `meaning`, `settled` or `answer` outside one. */
  step: z.string(),
  /** What the customer has told so far, by the name of the slot. */
  slots: z.record(z.string(), SlotValue),
  /** What was told already, oldest first: articles such as `low-reach@2`, and ends of kits such as `GK-03.tooLarge`. */
  tried: z.array(z.string()),
  /** The meanings offered, in the order of their numbers. */
  options: z.optional(z.array(IntentId)),
  /** Messages in a row that the bot could not make sense of. */
  failures: z.int().check(z.nonnegative()),
});
export type Dialogue = z.infer<typeof Dialogue>;
