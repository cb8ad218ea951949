import type { TicketEvent } from '../../schemas/events.ts';
import { daysToAddUp, marksEndBefore, TURN_DAYS } from '../domain/marked-turns.ts';
import { ruleOf, tallyOf } from '../domain/reply-rate.ts';
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

/** Days that are looked through once an hour, should the sweep have been down: as long as turns have rows. */
const LOOK_BACK_DAYS = TURN_DAYS - 1;

/** Every minute: adds up the turns that are over. */
export const addUpReplies =
  ({ replies, now }: Uses<{ replies: 'addUp' }> & Pick<Platform, 'now'>) =>
  async (): Promise<void> => {
    const time = now();
    const back = time.getUTCMinutes() === 0 ? LOOK_BACK_DAYS : 0;
    for (const day of daysToAddUp(time, back)) await replies.addUp(day, marksEndBefore(time), time);
  };
