import { type AddedUp, isLate, type MarkedTurn, talliesWith, unansweredOf } from '../domain/marked-turns.ts';
import type { Tallies } from '../domain/reply-rate.ts';
import { repliesPartition, replyTallyKey, turnKey } from '../stores/keys.ts';
import type { Replies } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { Partitions, SortedRows } from './rows.ts';

type Step = Parameters<Replies['count']>[0];

/** How customers' turns are answered. */
export function memoryReplies(): Replies {
  /** By when they began. */
  const turns = new SortedRows<MarkedTurn>();
  const late = new Partitions<Tallies>();
  const sums = new Map<string, AddedUp>();

  const add = ({ day, ticketId, tally, team }: Step): void => {
    const key = replyTallyKey(day, ticketId, team);
    const row = late.get(key) ?? (team === undefined ? {} : { team });
    late.set(key, { ...row, [tally]: (row[tally] ?? 0) + 1 });
  };
  const turnsIn = (from: string, to: string) => turns.from(from).filter(({ startedAt }) => startedAt < to);

  return {
    async count(step, now) {
      const { ticketId, turn, tally, team } = step;
      const { startedAt, agentId } = turn;
      const key = turnKey(startedAt, ticketId).sk;
      const mark = tally === 'begun' ? 'begun' : 'ended';
      const row = turns.get(key) ?? { ticketId, startedAt };
      if (row[mark] !== undefined) return 'known';
      const isCounted = isLate(startedAt, now);
      const who = { ...(agentId !== undefined && { agentId }), ...(team !== undefined && { team }) };
      turns.set(key, frozen({ ...row, ...who, [mark]: isCounted ? 'counted' : tally }));
      if (isCounted) add(step);
      return 'counted';
    },
    async addUp(day, { from, to }) {
      const { until = from, tallies = [] } = sums.get(day) ?? {};
      if (until < to) sums.set(day, { until: to, tallies: talliesWith(tallies, turnsIn(until, to)) });
    },
    async readDay(day, { from, to }) {
      const { until = from, tallies = [] } = sums.get(day) ?? {};
      const open = turnsIn(until, to);
      return {
        tallies: [...late.all(repliesPartition(day)), ...talliesWith(tallies, open)],
        unanswered: unansweredOf(open),
      };
    },
  };
}
