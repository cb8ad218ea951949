import type { Burst } from '../../schemas/burst.ts';
import type { FactRow } from '../../schemas/facts.ts';
import type { RollUp } from '../../schemas/roll-up.ts';
import { quarterOf, type Touched } from '../domain/insights/roll-up.ts';
import { SHARDS, shardOf } from '../domain/timer-plan.ts';
import {
  burstKey,
  burstPartition,
  factKey,
  factPartition,
  rollUpKey,
  rollUpPartition,
} from '../stores/keys.ts';
import type { Insights } from '../use-cases/platform-of-figures.ts';
import { frozen } from './frozen.ts';
import { Partitions, SortedRows } from './rows.ts';

/** What is known of tickets in figures. */
export function memoryInsights(): Insights {
  const facts = new Partitions<FactRow>();
  const touched = new SortedRows<Touched>();
  const rollUps = new Partitions<RollUp>();
  const bursts = new Partitions<Burst>();
  let turnUntil: string | undefined;

  const nameOf = ({ quarter, shard }: Omit<Touched, 'times'>) => `${quarter} ${shard}`;

  return {
    async putFacts(row) {
      const quarter = quarterOf(row.createdAt);
      const key = factKey(quarter, row.ticketId);
      const known = (facts.get(key)?.number ?? 0) >= row.number;
      if (!known) facts.set(key, row);
      const mark = { quarter, shard: shardOf(row.ticketId) };
      const times = (touched.get(nameOf(mark))?.times ?? 0) + 1;
      touched.set(nameOf(mark), frozen({ ...mark, times }));
      return known ? 'known' : 'kept';
    },
    async listFacts(quarter) {
      return Array.from({ length: SHARDS }, (_, shard) => facts.all(factPartition(quarter, shard))).flat();
    },
    async listFactsAfter({ quarter, shard, ticketId }, limit) {
      return facts.of(factPartition(quarter, shard))?.behind(ticketId, limit).rows ?? [];
    },
    async listTouched() {
      return touched.all();
    },
    async settle(mark) {
      if (touched.get(nameOf(mark))?.times === mark.times) touched.delete(nameOf(mark));
    },
    async listRollUps(wanted) {
      return rollUps.all(rollUpPartition(wanted));
    },
    async putRollUp(row) {
      rollUps.set(rollUpKey(row), row);
    },
    async removeRollUp(row) {
      rollUps.delete(rollUpKey(row));
    },
    async putBurst(burst) {
      bursts.set(burstKey(burst), burst);
    },
    async listBursts(month) {
      return bursts.all(burstPartition(month));
    },
    async takeTurn(now, until) {
      if (turnUntil !== undefined && turnUntil > now.toISOString()) return false;
      turnUntil = until.toISOString();
      return true;
    },
    async endTurn(until) {
      if (turnUntil === until.toISOString()) turnUntil = undefined;
    },
  };
}
