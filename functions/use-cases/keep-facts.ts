import type { TicketEvent } from '../../schemas/events.ts';
import { NotFoundError } from '../domain/errors.ts';
import { factsOf } from '../domain/insights/facts.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ tickets: 'get'; agents: 'get'; insights: 'putFacts' }> & Pick<Platform, 'log'>;

/** Keeps what a ticket's history says in figures, each time something has happened that changes them. */
export const keepFacts =
  ({ tickets, agents, insights, log }: Needs) =>
  async ({ ticketId }: TicketEvent): Promise<void> => {
    const facts = factsOf((await tickets.get(ticketId, 0)).events);
    if (!facts) return;
    const outcome = await insights.putFacts({ ...facts, ...(await placeOf(facts.agentId)) });
    log('info', 'facts of a ticket', { ticketId, number: facts.number, outcome });

    /** Team and company of who took it, as they are now: who changes teams leaves the past to the old one. */
    async function placeOf(agentId: string | undefined): Promise<{ team?: string; vendor?: string }> {
      if (agentId === undefined) return {};
      try {
        const { team, vendor } = await agents.get(agentId);
        return { ...(team !== undefined && { team }), ...(vendor !== undefined && { vendor }) };
      } catch (error) {
        // Somebody without seats: a reviewer or an administrator.
        if (error instanceof NotFoundError) return {};
        throw error;
      }
    }
  };
