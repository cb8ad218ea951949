import type { CapacityPlan } from '../../schemas/environment.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { CapacitySwitch } from '../../schemas/work.ts';
import type { Platform, Uses } from './platform.ts';

interface Switches {
  plan: CapacityPlan;
  setPollers: (eventSourceMapping: string, pollers: number) => Promise<void>;
  setProvisioned: (functionName: string, alias: string, environments: number) => Promise<void>;
}

/** Sets everything to the profile whose window begins. Doing it twice is the same as once. */
export const switchCapacity =
  ({
    capacity,
    now,
    plan,
    setPollers,
    setProvisioned,
  }: Uses<{ capacity: 'set' }> & Pick<Platform, 'now'> & Switches) =>
  async ({ profile }: CapacitySwitch) => {
    const { pollers, provisioned, standbyOpen } = plan[profile];
    for (const mapping of plan.eventSourceMappings) await setPollers(mapping, pollers);
    for (const { functionName, alias } of plan.hotFunctions)
      await setProvisioned(functionName, alias, provisioned);
    await capacity.set({ profile, standbyOpen, changedAt: now().toISOString() });
  };

/** The last rung of the ladder calls the standby pool in. */
export const openStandby =
  ({ capacity, now }: Uses<{ capacity: 'openStandby' }> & Pick<Platform, 'now'>) =>
  async (event: TicketEvent) => {
    if (event.type === 'TicketEscalated' && event.body.rung === 'open-standby')
      await capacity.openStandby(now());
  };
