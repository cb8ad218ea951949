import type { TicketEvent } from '../../schemas/events.ts';
import { NotFoundError } from '../domain/errors.ts';
import { ruleOf, tallyOf } from '../domain/reply-rate.ts';
import { retried } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ agents: 'get'; replies: 'count' }> & Pick<Platform, 'policy' | 'now' | 'log'>;

/** Counts each customer's turn once when it begins and once when it ends, for the team of who answered or should have. */
export const countReplies =
  ({ agents, replies, policy, now, log }: Needs) =>
  async ({ ticketId, number, turn, occurredAt }: TicketEvent): Promise<void> => {
    const { timeZone } = ruleOf(await policy());
    const found = turn && tallyOf(turn, occurredAt, timeZone);
    if (!found) return;
    const team = turn.step === 'begun' ? undefined : await teamOf(turn.agentId);
    const outcome = await retried(() => replies.count({ ticketId, turn, team, ...found }, now()));
    log('info', 'turn counted', { ticketId, number, ...found, outcome });

    async function teamOf(agentId: string | undefined): Promise<string | undefined> {
      if (agentId === undefined) return undefined;
      try {
        return (await agents.get(agentId)).team;
      } catch (error) {
        // Somebody without seats: a reviewer or an administrator.
        if (error instanceof NotFoundError) return undefined;
        throw error;
      }
    }
  };
