import { TicketEvent } from '../schemas/events.ts';
import { now } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { get as getAgent } from './stores/agents.ts';
import { putFacts } from './stores/insights.ts';
import { latest } from './stores/settings.ts';
import { get } from './stores/tickets.ts';
import { keepFacts } from './use-cases/keep-facts.ts';

/** Keeps what the histories of tickets say in figures. */
export const handler = consume(
  TicketEvent,
  keepFacts({
    tickets: { get },
    agents: { get: getAgent },
    insights: { putFacts },
    settings: { latest },
    now,
    log,
  }),
);
