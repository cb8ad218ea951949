import type { Tallies } from '../domain/reply-rate.ts';
import { repliesPartition, replyTallyKey, turnKey } from '../stores/keys.ts';
import type { Replies } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { Partitions, SortedRows } from './rows.ts';

type Step = Parameters<Replies['count']>[0];
interface Kept {
  ticketId: string;
  agentId?: string;
  startedAt: string;
  begun?: true;
  ended?: true;
}

/** How customers' turns are answered. */
export function memoryReplies(): Replies {
  const turns = new SortedRows<Kept>();
  const days = new Partitions<Tallies>();

  const add = ({ day, ticketId, tally, team }: Step): void => {
    const key = replyTallyKey(day, ticketId, team);
    const row = days.get(key) ?? (team === undefined ? {} : { team });
    days.set(key, { ...row, [tally]: (row[tally] ?? 0) + 1 });
  };

  return {
    async count(step) {
      const { ticketId, turn, tally } = step;
      const { startedAt, agentId } = turn;
      const { pk, sk } = turnKey(startedAt, ticketId);
      const mark = tally === 'begun' ? 'begun' : 'ended';
      const row = turns.get(`${pk} ${sk}`) ?? { ticketId, startedAt };
      if (row[mark]) return 'known';
      turns.set(`${pk} ${sk}`, frozen({ ...row, ...(agentId !== undefined && { agentId }), [mark]: true }));
      add(step);
      return 'counted';
    },
    async listTallies(day) {
      return days.all(repliesPartition(day));
    },
    async listUnanswered(from) {
      return turns
        .all()
        .filter(({ startedAt, begun, ended }) => begun && !ended && startedAt >= from.toISOString())
        .map(({ begun: _begun, ended: _ended, ...turn }) => turn);
    },
  };
}
