import { TicketEvent } from '../schemas/events.ts';
import { now } from './runtime/clock.ts';
import { consume } from './runtime/queue.ts';
import { openStandby as open } from './stores/capacity.ts';
import { openStandby } from './use-cases/hold-capacity.ts';

/** Calls the standby pool in when a ticket has climbed the whole ladder. */
export const handler = consume(TicketEvent, openStandby({ capacity: { openStandby: open }, now }));
