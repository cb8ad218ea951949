import type { Agent } from '../../schemas/agent.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Uses } from './platform.ts';

/** An agent's row; nothing for somebody without seats: a reviewer, an administrator, or who has never come online. */
export async function findAgent(
  { agents }: Uses<{ agents: 'get' }>,
  agentId: string,
): Promise<Agent | undefined> {
  try {
    return await agents.get(agentId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
