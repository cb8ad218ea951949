import type { FaultProfile } from '../../functions/memory/faults.ts';

export interface Profile {
  faults: FaultProfile;
  /** Share of timers' messages that arrive a second early, as on machines whose clocks disagree. */
  early?: number;
  /** Minutes in which the sweep does no work: for the first half it does not run, then nothing takes what it sends. */
  outageMinutes?: number;
}

/** Calls take up to this long, so that what happens at the same time really does. */
const latencyMs = 40;

export const profiles: Record<string, Profile> = {
  calm: { faults: { latencyMs } },
  duplicates: { faults: { latencyMs, duplicate: 0.3 }, early: 0.1 },
  delays: { faults: { latencyMs, delay: 0.5, delayMs: 900 } },
  crashes: { faults: { latencyMs, crash: 0.001, throttle: 0.001 } },
  outage: { faults: { latencyMs }, outageMinutes: 20 },
};
