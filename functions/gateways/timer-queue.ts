import { TimersEnvironment } from '../../schemas/environment.ts';
import type { Timer } from '../../schemas/timer.ts';
import { delayOf } from '../domain/timer-plan.ts';
import { environment } from '../runtime/environment.ts';
import { send } from './sqs.ts';

const { TIMERS_QUEUE_URL } = environment(TimersEnvironment);

/** Sends each timer to ourselves so that it arrives when it is due (at most 15 minutes ahead). */
export function sendTimers(timers: readonly Timer[], now: Date): Promise<void> {
  return send(
    TIMERS_QUEUE_URL,
    timers.map((timer) => ({ body: timer, delaySeconds: delayOf(timer, now) })),
  );
}
