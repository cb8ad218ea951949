import * as z from 'zod/mini';
import { Tier } from './agent.ts';

const Name = z.string().check(z.minLength(1), z.maxLength(60));

/** What an hour of some agents costs. */
export const LabourRate = z.strictObject({
  /** Whose rate it is: all of these must fit; without any it is everybody’s. */
  team: z.optional(Name),
  vendor: z.optional(Name),
  tier: z.optional(Tier),
  /** Cents of a US dollar for a paid hour of one agent. */
  centsPerHour: z.int().check(z.gte(0), z.lte(1_000_000)),
  /** Conversations that such an agent has at the same time, on average over paid hours. */
  chatsAtOnce: z.number().check(z.gte(0.05), z.lte(20)),
});
export type LabourRate = z.infer<typeof LabourRate>;

/** What people cost. The first rate that fits an agent is theirs; who fits none has none. */
export const LabourSettings = z.strictObject({ rates: z.array(LabourRate).check(z.maxLength(200)) });
export type LabourSettings = z.infer<typeof LabourSettings>;
