import type { TicketEvent } from '../../schemas/events.ts';
import { marksEndBefore } from '../domain/marked-turns.ts';
import { dayOf, ruleOf, spanOf, tallyOf } from '../domain/reply-rate.ts';
import { retried } from './decide.ts';
import { findAgent } from './find-agent.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ agents: 'get'; replies: 'count' }> & Pick<Platform, 'policy' | 'now' | 'log'>;

/** Counts each customer's turn once when it begins and once when it ends, for the team of who answered or should have. */
export const countReplies =
  ({ agents, replies, policy, now, log }: Needs) =>
  async ({ ticketId, number, turn, occurredAt }: TicketEvent): Promise<void> => {
    const { timeZone } = ruleOf(await policy());
    const found = turn && tallyOf(turn, occurredAt, timeZone);
    if (!found) return;
    const agentId = turn.step === 'begun' ? undefined : turn.agentId;
    const agent = agentId === undefined ? undefined : await findAgent({ agents }, agentId);
    const outcome = await retried(() =>
      replies.count({ ticketId, turn, team: agent?.team, ...found }, now()),
    );
    log('info', 'turn counted', { ticketId, number, ...found, outcome });
  };

const DAY_MS = 86_400_000;

/** Every minute: adds up the turns of today that are over, and of yesterday, should minutes have been missed. */
export const addUpReplies =
  ({ replies, policy, now }: Uses<{ replies: 'addUp' }> & Pick<Platform, 'policy' | 'now'>) =>
  async (): Promise<void> => {
    const { timeZone } = ruleOf(await policy());
    const time = now();
    const end = marksEndBefore(time).toISOString();
    for (const moment of [time.getTime() - DAY_MS, time.getTime()]) {
      const day = dayOf(timeZone, moment);
      const { from, to } = spanOf(day, timeZone);
      await replies.addUp(day, { from, to: end < to ? end : to }, time);
    }
  };
