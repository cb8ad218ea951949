import type { CapacityProfileName, CapacitySwitched, QueueCapacity } from '../../schemas/capacity.ts';
import type { CapacityPlan } from '../../schemas/capacity-plan.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { regimeAt } from '../domain/capacity/regime.ts';
import { opensWith, standbyAfter } from '../domain/capacity/standby.ts';
import { queueIds } from '../domain/understanding/taxonomy.ts';
import { measured } from './metrics.ts';
import type { Platform, Uses } from './platform.ts';

/** What can be switched, and read back. */
export interface Switches {
  readQueue: (eventSourceMapping: string) => Promise<Partial<QueueCapacity>>;
  setQueue: (eventSourceMapping: string, capacity: QueueCapacity) => Promise<void>;
  readProvisioned: (functionName: string, alias: string) => Promise<number>;
  setProvisioned: (functionName: string, alias: string, environments: number) => Promise<void>;
}

type Needs = Uses<{
  capacity: 'get' | 'getOverride' | 'set' | 'openStandby' | 'closeStandby';
  tickets: 'listWaiting';
}> &
  Pick<Platform, 'now' | 'log'> &
  Switches & { plan: CapacityPlan; announce: (switched: CapacitySwitched) => Promise<void> };

/** Somebody else may have changed a poller limit or warm environments: they are looked at every so many minutes. */
const DRIFT_MINUTES = 5;
/** Who has waited longest is looked for among the first so many of each queue. */
const FIRST = 20;

/**
 * Every minute: puts the profile in force that belongs to the moment, mends what has drifted from it, and opens or closes the standby
 * pool by how long people wait. Doing it twice is the same as once; what fails is tried again a minute later.
 */
export const holdCapacity = (platform: Needs) => async (): Promise<void> => {
  const { capacity, plan, now, log } = platform;
  const time = now();
  const [state, override, waitSeconds] = await Promise.all([
    capacity.get(),
    capacity.getOverride(),
    longestWait(platform, time),
  ]);
  const regime = regimeAt(plan, override, time);
  const { profile } = regime;
  const switches = profile !== state.profile;
  let drifted = 0;
  if (switches || time.getUTCMinutes() % DRIFT_MINUTES === 0) drifted = await mend(platform, profile);
  let { standbyOpen } = state;
  if (switches) {
    standbyOpen = opensWith(plan, profile, waitSeconds);
    await platform.announce({ ...regime, at: time.toISOString() });
    await capacity.set({ profile, standbyOpen, changedAt: time.toISOString() });
  } else {
    const step = standbyAfter(plan, state, { waitSeconds, now: time });
    if (step === 'open') await capacity.openStandby(time);
    if (step === 'close') await capacity.closeStandby(state.changedAt, time);
    if (step !== 'keep') standbyOpen = step === 'open';
  }
  log('info', switches ? 'capacity switched' : 'capacity held', {
    ...regime,
    ...measured(
      {
        PeakProfile: profile === 'peak' ? 1 : 0,
        StandbyOpen: standbyOpen ? 1 : 0,
        LongestWaitSeconds: waitSeconds,
        CapacityDrift: switches ? 0 : drifted,
      },
      time,
    ),
  });
};

/** Nobody is called in for what happened longer ago: it comes from a history that was brought back, or from dead letters. */
const CALLED_FOR_MS = 3_600_000;

/** The last rung of the ladder calls the standby pool in. */
export const openStandby =
  ({ capacity, now }: Uses<{ capacity: 'openStandby' }> & Pick<Platform, 'now'>) =>
  async (event: TicketEvent) => {
    if (event.type !== 'TicketEscalated' || event.body.rung !== 'open-standby') return;
    const time = now();
    if (time.getTime() - Date.parse(event.occurredAt) < CALLED_FOR_MS) await capacity.openStandby(time);
  };

/** Sets what is not as the profile wants it, and says how many things that were. */
async function mend(platform: Needs, profile: CapacityProfileName): Promise<number> {
  const { plan } = platform;
  const { pollers, batchSize, provisioned } = plan[profile];
  let drifted = 0;
  for (const mapping of plan.eventSourceMappings) {
    const is = await platform.readQueue(mapping);
    if (is.pollers === pollers && is.batchSize === batchSize) continue;
    await platform.setQueue(mapping, { pollers, batchSize });
    drifted += 1;
  }
  for (const { functionName, alias } of plan.hotFunctions) {
    if ((await platform.readProvisioned(functionName, alias)) === provisioned) continue;
    await platform.setProvisioned(functionName, alias, provisioned);
    drifted += 1;
  }
  return drifted;
}

/** Seconds that the one has waited who has waited longest for a person. */
async function longestWait({ tickets }: Needs, now: Date): Promise<number> {
  const pages = await Promise.all(queueIds.map((queueId) => tickets.listWaiting(queueId, FIRST)));
  const waits = pages.flatMap(({ rows }) =>
    rows.map(({ holder }) => (holder.kind === 'queue' ? now.getTime() - Date.parse(holder.since) : 0)),
  );
  return Math.max(0, ...waits) / 1000;
}
