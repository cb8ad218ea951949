import * as z from 'zod/mini';
import { AgentId, IsoTime } from './ids.ts';

/** The two levels of capacity. */
export const CapacityProfileName = z.enum(['peak', 'off-peak']);
export type CapacityProfileName = z.infer<typeof CapacityProfileName>;

/** A level that somebody has set by hand, whatever the windows say, until its end. */
export const CapacityOverride = z.strictObject({
  profile: CapacityProfileName,
  until: IsoTime,
  by: AgentId,
  note: z.optional(z.string().check(z.maxLength(300))),
});
export type CapacityOverride = z.infer<typeof CapacityOverride>;

/** What an override is asked to be. */
export const OverrideRequest = z.omit(CapacityOverride, { by: true });
export type OverrideRequest = z.infer<typeof OverrideRequest>;

/** The capacity in force. */
export const CapacityState = z.object({
  profile: CapacityProfileName,
  standbyOpen: z.boolean(),
  /** When the profile was switched, or the standby pool last called in. */
  changedAt: IsoTime,
});
export type CapacityState = z.infer<typeof CapacityState>;

/** The capacity in force, and what somebody has set by hand as long as it lasts. */
export const CapacityView = z.strictObject({
  ...CapacityState.shape,
  override: z.optional(CapacityOverride),
});
export type CapacityView = z.infer<typeof CapacityView>;

/** Another profile has come into force, as the event bus tells it: source `kefu.capacity`. */
export const CapacitySwitched = z.strictObject({
  profile: CapacityProfileName,
  reason: z.enum(['window', 'override']),
  /** When it ends by what is known now; absent when it does not. */
  until: z.optional(IsoTime),
  at: IsoTime,
});
export type CapacitySwitched = z.infer<typeof CapacitySwitched>;

/** How much of a work queue is treated at the same time. */
export const QueueCapacity = z.strictObject({
  /** Most batches at the same time (2–1000). */
  pollers: z.int().check(z.gte(2), z.lte(1000)),
  /** Messages a batch has at most (1–10). */
  batchSize: z.int().check(z.gte(1), z.lte(10)),
});
export type QueueCapacity = z.infer<typeof QueueCapacity>;
