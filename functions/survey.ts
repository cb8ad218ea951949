import { TicketEvent } from '../schemas/events.ts';
import { now } from './runtime/clock.ts';
import { policy } from './runtime/policy.ts';
import { consume } from './runtime/queue.ts';
import { get, save } from './stores/tickets.ts';
import { surveyAfter } from './use-cases/survey.ts';

/** Offers one survey per resolution, or says why there is none. */
export const handler = consume(TicketEvent, surveyAfter({ tickets: { get, save }, policy, now }));
