import { Timer } from '../schemas/timer.ts';
import { sendTimers } from './gateways/timer-queue.ts';
import { now } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { consume } from './runtime/queue.ts';
import { latest } from './stores/settings.ts';
import { get, save } from './stores/tickets.ts';
import { hotPolicy } from './use-cases/hot-settings.ts';
import { timerDue } from './use-cases/timers.ts';

/** Fires timers: warnings, breaches, the rungs of the ladder, and everything else a ticket waits for. */
export const handler = consume(
  Timer,
  timerDue({
    tickets: { get, save },
    sendTimers,
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    now,
  }),
);
