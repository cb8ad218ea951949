import type { TicketEvent } from '../../schemas/events.ts';
import type { FactRow, TicketFacts } from '../../schemas/facts.ts';
import { labourOf } from '../domain/cost/labour.ts';
import { factsOf } from '../domain/insights/facts.ts';
import { findAgent } from './find-agent.ts';
import { labourRates } from './labour-rates.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ tickets: 'get'; agents: 'get'; insights: 'putFacts'; settings: 'latest' }> &
  Pick<Platform, 'now' | 'log'>;

/** Keeps what a ticket's history says in figures, each time something has happened that changes them. */
export const keepFacts = ({ tickets, agents, insights, settings, now, log }: Needs) => {
  const rateFor = labourRates({ settings, now });

  return async ({ ticketId }: TicketEvent): Promise<void> => {
    const facts = factsOf((await tickets.get(ticketId, 0)).events);
    if (!facts) return;
    const outcome = await insights.putFacts({ ...facts, ...(await takenBy(facts)) });
    log('info', 'facts of a ticket', { ticketId, number: facts.number, outcome });
  };

  /** Team, company and cost of who took it, as they are now: who changes teams leaves the past to the old one. */
  async function takenBy({
    agentId,
    createdAt,
    times: { handling },
  }: TicketFacts): Promise<Pick<FactRow, 'team' | 'vendor' | 'labour'>> {
    const agent = agentId === undefined ? undefined : await findAgent({ agents }, agentId);
    if (!agent) return {};
    const { team, vendor } = agent;
    const [handled] = handling ?? [];
    const rate = handled === undefined ? undefined : await rateFor(createdAt, agent);
    return {
      ...(team !== undefined && { team }),
      ...(vendor !== undefined && { vendor }),
      ...(rate && handled !== undefined && { labour: labourOf(handled, rate) }),
    };
  }
};
