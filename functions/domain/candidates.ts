import type { Agent } from '../../schemas/agent.ts';
import type { Candidate } from '../../schemas/desk-api.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { type Desk, gateObstacles, isPreferred, obstaclesTo } from './eligibility.ts';
import { ForbiddenError } from './errors.ts';

/** Who may be offered a ticket now, and what keeps the others from it: those who may first, the least loaded first. */
export function candidatesFor(ticket: Ticket, agents: readonly Agent[], desk: Desk): Candidate[] {
  const obstaclesOf = obstaclesTo(ticket, desk);
  return agents
    .map((agent) => {
      const { agentId, name, tier, team, seats, capacity } = agent;
      const because = obstaclesOf(agent);
      const preferred = isPreferred(agent, ticket);
      return { agentId, name, tier, team, free: Math.max(0, capacity - seats.length), preferred, because };
    })
    .sort((a, b) => a.because.length - b.because.length || b.free - a.free);
}

/** Who takes a ticket by hand must have passed what its queue demands. @throws ForbiddenError that says what is missing */
export function requireGates(agent: Agent, ticket: Ticket): void {
  const missing = gateObstacles(agent, ticket);
  if (missing.length > 0) throw new ForbiddenError(missing.join('; '));
}
