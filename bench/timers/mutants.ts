import { VersionConflictError } from '../../functions/domain/errors.ts';
import { minuteOf, NEAR_SECONDS } from '../../functions/domain/timer-plan.ts';
import { relay, type Written } from '../../functions/use-cases/relay.ts';
import { sweep, timerDue } from '../../functions/use-cases/timers.ts';
import type { Timer } from '../../schemas/timer.ts';

/** The code that keeps time. */
export interface Rules {
  relay: typeof relay;
  sweep: typeof sweep;
  timerDue: typeof timerDue;
}

/** As it is deployed. */
export const realRules: Rules = { relay, sweep, timerDue };

/** One fault each, and the profile under which it must show. */
export const mutants: Record<string, { profile: string; rules: Partial<Rules> }> = {
  'no fence: who loses the race writes all the same': {
    profile: 'duplicates',
    rules: {
      timerDue: (platform) => {
        const { get, save } = platform.tickets;
        return timerDue({
          ...platform,
          tickets: {
            get,
            save: (change) =>
              save(change).catch(async (error: unknown) => {
                if (!(error instanceof VersionConflictError)) throw error;
                const { number } = await get(change.ticket.ticketId);
                const [first, ...rest] = change.events;
                const next = (event: typeof first, index: number) => ({
                  ...event,
                  number: number + 1 + index,
                });
                const events = [
                  next(first, 0),
                  ...rest.map((event, index) => next(event, index + 1)),
                ] as const;
                return save({ ...change, events: [...events] });
              }),
          },
        });
      },
    },
  },
  'no settle check: every message fires': {
    profile: 'calm',
    rules: {
      timerDue: (platform) => (timer) =>
        timerDue({
          ...platform,
          tickets: {
            save: platform.tickets.save,
            get: async (ticketId, after) => {
              const history = await platform.tickets.get(ticketId, after);
              const timers = { ...history.ticket.timers, [timer.kind]: timer.dueAt };
              return { ...history, ticket: { ...history.ticket, timers } };
            },
          },
        })(timer),
    },
  },
  'cursor advanced before sending': {
    profile: 'outage',
    rules: {
      sweep: (platform) => {
        const { cursorOf, advance } = platform.sweeps;
        return sweep({
          ...platform,
          sweeps: {
            advance,
            cursorOf: async (shard) => {
              const cursor = await cursorOf(shard);
              await advance(shard, minuteOf(platform.now().toISOString()));
              return cursor;
            },
          },
        });
      },
    },
  },
  'near limit off by one: exactly 900 s is nobody’s': {
    profile: 'calm',
    rules: {
      relay: sendingOnly((timer, rows, now) => {
        const saved = rows.findLast((row) => row.kind === 'ticket');
        const from = saved ? Date.parse(saved.after.updatedAt) : now.getTime();
        return Date.parse(timer.dueAt) - from < NEAR_SECONDS * 1000;
      }),
    },
  },
  'the due time that waited for its warning is nobody’s': {
    profile: 'calm',
    rules: {
      relay: sendingOnly(({ kind }, rows) => {
        const warned = rows.some(
          (row) => row.kind === 'ticket' && row.before?.timers['first-reply-warning'] !== undefined,
        );
        return !warned || kind !== 'first-reply-due';
      }),
    },
  },
  'the clock is not looked at: what comes early fires early': {
    profile: 'duplicates',
    rules: {
      timerDue: (platform) => (timer) =>
        timerDue({
          ...platform,
          now: () => new Date(Math.max(platform.now().getTime(), Date.parse(timer.dueAt))),
        })(timer),
    },
  },
};

/** A relay that sends some of the timers it should. */
function sendingOnly(isSent: (timer: Timer, rows: readonly Written[], now: Date) => boolean): typeof relay {
  return (platform) => (rows) =>
    relay({
      ...platform,
      sendTimers: (timers, now) =>
        platform.sendTimers(
          timers.filter((timer) => isSent(timer, rows, now)),
          now,
        ),
    })(rows);
}
