import {
  type AddedUp,
  isLate,
  type MarkedTurn,
  spanOf,
  talliesWith,
  TURN_DAYS,
  unansweredOf,
} from '../domain/marked-turns.ts';
import type { Tallies } from '../domain/reply-rate.ts';
import { repliesPartition, replyTallyKey, turnKey } from '../stores/keys.ts';
import type { Replies } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { Partitions, SortedRows } from './rows.ts';

const DAY_MS = 86_400_000;
/** Rows that are too old go when turns are added up, so many at a time. */
const MOST_GONE = 1000;

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
  const turnsOf = (wanted: string, from: string, to: string) =>
    turns.from(from).filter(({ day, startedAt }) => day === wanted && startedAt < to);

  return {
    async count(step, now) {
      const { ticketId, turn, day, tally, team } = step;
      const { startedAt, agentId } = turn;
      const key = turnKey(startedAt, ticketId).sk;
      const mark = tally === 'begun' ? 'begun' : 'ended';
      const row = turns.get(key) ?? { ticketId, startedAt, day };
      if (row[mark] !== undefined) return 'known';
      const isCounted = isLate(startedAt, now);
      const who = { ...(agentId !== undefined && { agentId }), ...(team !== undefined && { team }) };
      turns.set(key, frozen({ ...row, ...who, [mark]: isCounted ? 'counted' : tally }));
      if (isCounted) add(step);
      return 'counted';
    },
    async addUp(day, end, now) {
      const span = spanOf(day);
      const { until = span.from, tallies = [] } = sums.get(day) ?? {};
      const to = end.toISOString() < span.to ? end.toISOString() : span.to;
      if (until < to) sums.set(day, { until: to, tallies: talliesWith(tallies, turnsOf(day, until, to)) });
      const goneBefore = new Date(now.getTime() - TURN_DAYS * DAY_MS).toISOString();
      for (const key of turns.behind(undefined, MOST_GONE).keys) if (key < goneBefore) turns.delete(key);
    },
    async readDay(day) {
      const { from, to } = spanOf(day);
      const { until = from, tallies = [] } = sums.get(day) ?? {};
      const open = turnsOf(day, until, to);
      return {
        tallies: [...late.all(repliesPartition(day)), ...talliesWith(tallies, open)],
        unanswered: unansweredOf(open),
      };
    },
  };
}
