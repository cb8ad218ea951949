import type { Agent, Availability } from '../../schemas/agent.ts';
import { leaveTicket, whyGone } from '../domain/leaving.ts';
import { type Assigning, fillSeats } from './assign.ts';
import { decide, type Deciding } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

/** How long an agent counts as reachable after the last sign of life. */
const LEASE_SECONDS = 75;

type Leaving = Deciding & Pick<Platform, 'policy' | 'now'>;

/** The agent says how ready they are: free seats are filled, and at the end of the shift every conversation is handed on. */
export const signOfLife =
  (platform: Assigning & Uses<{ agents: 'setPresence' }>) =>
  async (agentId: string, availability: Availability, until?: string | null): Promise<Agent> => {
    const now = platform.now();
    const { agents } = platform;
    const leaseUntil = new Date(now.getTime() + LEASE_SECONDS * 1000);
    let agent = await agents.setPresence(agentId, availability, leaseUntil, until);
    const over = agent.until !== undefined && agent.until <= now.toISOString();
    if (over && availability !== 'offline') agent = await agents.setPresence(agentId, 'offline', leaseUntil);
    const why = whyGone(agent, now);
    if (why !== undefined) await handOn(platform, agent, why);
    else if (availability === 'break') await handOn(platform, agent, 'on a break', 'offers only');
    else await fillSeats(platform)(agentId);
    return agent;
  };

/**
 * Hands on what agents have who are gone: the lease ran out, the shift is over, or they said so and something came in between. The
 * sweep runs it every minute, so that nothing stays for longer than the lease and a minute with somebody who vanished. Says how everybody
 * was before.
 */
export const handOnAbsent = (platform: Leaving & Uses<{ agents: 'list' }>) => async (): Promise<Agent[]> => {
  const agents = await platform.agents.list();
  for (const agent of agents) {
    const why = agent.seats.length > 0 ? whyGone(agent, platform.now()) : undefined;
    if (why !== undefined) await handOn(platform, agent, why);
  }
  return agents;
};

async function handOn(platform: Leaving, agent: Agent, why: string, what?: 'offers only'): Promise<void> {
  for (const ticketId of agent.seats) {
    await decide(platform, ticketId, async (history) =>
      what && history.ticket.holder.kind !== 'offer'
        ? undefined
        : leaveTicket(history, agent.agentId, why, { now: platform.now(), policy: await platform.policy() }),
    );
  }
}
