import { peaksBetween } from '../domain/capacity/regime.ts';
import { opensWith, standbyAfter } from '../domain/capacity/standby.ts';
import { queueIds } from '../domain/understanding/taxonomy.ts';
import { fill } from './assigning.ts';
import { DUE, later, talkOf, type World } from './world.ts';

/** As in use-cases/hold-capacity.ts: who has waited longest is looked for among the first so many of each queue. */
const FIRST = 20;

/** Every minute: opens or closes the standby pool by the hour and by how long people wait, as `capacity` does. */
export function holdStandby(world: World): void {
  const { scenario, capacity, now, situation } = world;
  if (now < world.day.to) later(world, 60, DUE.minute, 0);
  const { peakWindows, openInPeak, openAfterSeconds, closeAfterMinutes } = scenario.standby;
  const peaks = peaksBetween(
    { timeZone: scenario.timeZone, windows: peakWindows, leadMinutes: 0 },
    now,
    now + 1,
  );
  const profile = peaks.length > 0 ? 'peak' : 'off-peak';
  const waitSeconds = longestWait(world);
  const plan = {
    standby: { openAfterSeconds, closeAfterMinutes },
    peak: { standbyOpen: openInPeak },
    'off-peak': { standbyOpen: false },
  };
  if (profile !== capacity.profile) {
    capacity.profile = profile;
    setOpen(world, opensWith(plan, profile, waitSeconds));
    return;
  }
  const step = standbyAfter(plan, capacity, { waitSeconds, now: situation.now });
  if (step === 'open') openStandby(world);
  if (step === 'close') setOpen(world, false);
}

/** The pool is called in, or called anew. */
export function openStandby(world: World): void {
  setOpen(world, true);
}

function setOpen(world: World, open: boolean): void {
  const { capacity, situation, tally, workers, day, now } = world;
  const passed = Math.max(0, Math.min(now, day.to) - Date.parse(capacity.changedAt)) / 1000;
  const opens = open && !capacity.standbyOpen;
  if (capacity.standbyOpen) tally.counts.standbySeconds += passed;
  if (opens) tally.counts.standbyOpenings += 1;
  capacity.standbyOpen = open;
  capacity.changedAt = situation.now.toISOString();
  if (opens) workers.forEach(({ agent }, at) => agent.pool === 'standby' && fill(world, at));
}

function longestWait(world: World): number {
  let since = world.now;
  for (const queueId of queueIds)
    for (const { ticketId } of world.waiting.first(queueId, FIRST)) {
      const holder = talkOf(world, ticketId)?.history.ticket.holder;
      if (holder?.kind === 'queue') since = Math.min(since, Date.parse(holder.since));
    }
  return (world.now - since) / 1000;
}
