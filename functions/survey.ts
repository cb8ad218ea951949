import { TicketEvent } from '../schemas/events.ts';
import { now } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { consume } from './runtime/queue.ts';
import { latest } from './stores/settings.ts';
import { get, save } from './stores/tickets.ts';
import { hotPolicy } from './use-cases/hot-settings.ts';
import { surveyAfter } from './use-cases/survey.ts';

/** Offers one survey per resolution, or says why there is none. */
export const handler = consume(
  TicketEvent,
  surveyAfter({
    tickets: { get, save },
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    now,
  }),
);
