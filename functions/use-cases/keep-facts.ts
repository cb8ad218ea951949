import type { TicketEvent } from '../../schemas/events.ts';
import { factsOf } from '../domain/insights/facts.ts';
import { findAgent } from './find-agent.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ tickets: 'get'; agents: 'get'; insights: 'putFacts' }> & Pick<Platform, 'log'>;

/** Keeps what a ticket's history says in figures, each time something has happened that changes them. */
export const keepFacts =
  ({ tickets, agents, insights, log }: Needs) =>
  async ({ ticketId }: TicketEvent): Promise<void> => {
    const facts = factsOf((await tickets.get(ticketId, 0)).events);
    if (!facts) return;
    // As they are now: who changes teams leaves the past to the old one.
    const agent = facts.agentId === undefined ? undefined : await findAgent({ agents }, facts.agentId);
    const outcome = await insights.putFacts({
      ...facts,
      ...(agent?.team !== undefined && { team: agent.team }),
      ...(agent?.vendor !== undefined && { vendor: agent.vendor }),
    });
    log('info', 'facts of a ticket', { ticketId, number: facts.number, outcome });
  };
