import * as z from 'zod/mini';
import { QueueCapacity } from './capacity.ts';
import { json } from './environment.ts';
import { PeakWindows } from './peak-windows.ts';

const name = z.string().check(z.minLength(1));

/** One level of capacity: what `capacity` sets when its time begins. */
export const CapacityProfile = z.extend(QueueCapacity, {
  /** Warm environments of each hot function; 0 turns them off. */
  provisioned: z.int().check(z.gte(0), z.lte(1000)),
  /** Whether the standby pool takes part from the start. */
  standbyOpen: z.boolean(),
});
export type CapacityProfile = z.infer<typeof CapacityProfile>;

/** When it is peak, and everything that follows from it. */
export const CapacityPlan = z.strictObject({
  timeZone: name,
  windows: PeakWindows,
  /** Minutes before a window at which capacity goes up. */
  leadMinutes: z.int().check(z.gte(0), z.lte(240)),
  peak: CapacityProfile,
  'off-peak': CapacityProfile,
  standby: z.strictObject({
    /** Somebody has waited longer than this: the standby pool opens. */
    openAfterSeconds: z.int().check(z.gte(1)),
    /** It closes when that has not happened for so long. */
    closeAfterMinutes: z.int().check(z.gte(1)),
  }),
  eventSourceMappings: z.array(name),
  hotFunctions: z.array(z.strictObject({ functionName: name, alias: name })),
});
export type CapacityPlan = z.infer<typeof CapacityPlan>;

export const CapacityEnvironment = z.object({ CAPACITY_PLAN: json(CapacityPlan) });
export type CapacityEnvironment = z.input<typeof CapacityEnvironment>;
