import { sendTimers } from './gateways/timer-queue.ts';
import { now } from './runtime/clock.ts';
import * as sweeps from './stores/sweeps.ts';
import { listDue } from './stores/tickets.ts';
import { sweep } from './use-cases/timers.ts';

/** Every minute: turns timers that have come near into exactly delayed messages. */
export const handler = sweep({ tickets: { listDue }, sweeps, sendTimers, now });
