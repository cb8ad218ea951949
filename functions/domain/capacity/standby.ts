import type { CapacityProfileName, CapacityState } from '../../../schemas/capacity.ts';
import type { CapacityPlan } from '../../../schemas/capacity-plan.ts';

/** While it is open, the pool closes only when nobody waits longer than this share of what opens it. */
const CALM_SHARE = 0.25;
const MINUTE = 60_000;

/** What the plan says of the standby pool. */
export type StandbyPlan = Pick<CapacityPlan, 'standby'> &
  Record<CapacityProfileName, Pick<CapacityPlan['peak'], 'standbyOpen'>>;

/** Whether the pool is open when a profile comes into force: the profile wants it, or somebody waits too long. */
export function opensWith(
  { standby, ...profiles }: StandbyPlan,
  profile: CapacityProfileName,
  waitSeconds: number,
): boolean {
  return profiles[profile].standbyOpen || waitSeconds > standby.openAfterSeconds;
}

/**
 * What becomes of the standby pool: it opens when somebody waits too long, and is called anew as long as that goes on; it closes when
 * it has not been called for a while, nobody waits long any more, and the profile does not want it open anyway.
 */
export function standbyAfter(
  { standby, ...profiles }: StandbyPlan,
  { profile, standbyOpen, changedAt }: CapacityState,
  { waitSeconds, now }: { waitSeconds: number; now: Date },
): 'open' | 'close' | 'keep' {
  const { openAfterSeconds, closeAfterMinutes } = standby;
  if (waitSeconds > openAfterSeconds) return 'open';
  const calm = waitSeconds <= openAfterSeconds * CALM_SHARE;
  const calledFor = now.getTime() - Date.parse(changedAt);
  const over = standbyOpen && calm && calledFor >= closeAfterMinutes * MINUTE;
  return over && !profiles[profile].standbyOpen ? 'close' : 'keep';
}
