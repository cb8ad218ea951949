import type { Timer } from '../../schemas/timer.ts';
import { delayOf, minuteOf, minutesToSweep, NEAR_SECONDS, SHARDS } from '../domain/timer-plan.ts';
import { isArmed, onTimer } from '../domain/timers.ts';
import { decide, type Deciding } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

/** Fires a timer. One that comes early is sent again; one that no longer applies changes nothing. */
export const timerDue =
  (platform: Deciding & Pick<Platform, 'sendTimers' | 'policy' | 'now'>) => async (timer: Timer) => {
    const now = platform.now();
    if (delayOf(timer, now) > 0) return platform.sendTimers([timer], now);
    // Most timers were settled before they came: that much the ticket says without its history.
    const { ticket } = await platform.tickets.get(timer.ticketId);
    if (!isArmed(ticket, timer)) return;
    await decide(platform, timer.ticketId, async (history) =>
      onTimer(history, timer, { now: platform.now(), policy: await platform.policy() }),
    );
  };

type Sweeping = Uses<{ tickets: 'listDue'; sweeps: 'cursorOf' | 'advance' }> &
  Pick<Platform, 'sendTimers' | 'now'>;

/**
 * Turns far timers that have come near into exactly delayed messages, minute by minute from where the last sweep
 * stopped. The cursor moves only after everything was sent, so an outage is caught up in order.
 */
export const sweep = (platform: Sweeping) => async () => {
  for (let shard = 0; shard < SHARDS; shard += 1) await sweepShard(platform, shard);
};

async function sweepShard({ tickets, sweeps, sendTimers, now }: Sweeping, shard: number): Promise<void> {
  const start = now();
  const cursor =
    (await sweeps.cursorOf(shard)) ?? minuteOf(new Date(start.getTime() - NEAR_SECONDS * 1000).toISOString());
  for (const minute of minutesToSweep(cursor, start)) {
    await sendTimers(await tickets.listDue(minute, shard), now());
  }
  // The current minute is read again: rows due later in it may still have been on their way into the index.
  await sweeps.advance(shard, minuteOf(start.toISOString()));
}
