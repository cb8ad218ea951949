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
import { SortedRows } from './rows.ts';

/** What is known of tickets in figures. */
export function memoryInsights(): Insights {
  const facts = new Map<string, SortedRows<FactRow>>();
  const touched = new SortedRows<Touched>();
  const rollUps = new Map<string, SortedRows<RollUp>>();
  const bursts = new Map<string, SortedRows<Burst>>();
  let turnUntil: string | undefined;

  const nameOf = ({ quarter, shard }: Omit<Touched, 'times'>) => `${quarter} ${shard}`;

  return {
    async putFacts(row) {
      const quarter = quarterOf(row.createdAt);
      const { pk, sk } = factKey(quarter, row.ticketId);
      const rows = facts.get(pk) ?? new SortedRows<FactRow>();
      const known = (rows.get(sk)?.number ?? 0) >= row.number;
      if (!known) rows.set(sk, frozen({ ...row }));
      facts.set(pk, rows);
      const mark = { quarter, shard: shardOf(row.ticketId) };
      const times = (touched.get(nameOf(mark))?.times ?? 0) + 1;
      touched.set(nameOf(mark), frozen({ ...mark, times }));
      return known ? 'known' : 'kept';
    },
    async listFacts(quarter) {
      return Array.from({ length: SHARDS }, (_, shard) => facts.get(factPartition(quarter, shard))).flatMap(
        (rows) => rows?.all() ?? [],
      );
    },
    async listFactsAfter({ quarter, shard, ticketId }, limit) {
      return facts.get(factPartition(quarter, shard))?.behind(ticketId, limit).rows ?? [];
    },
    async listTouched() {
      return touched.all();
    },
    async settle(mark) {
      if (touched.get(nameOf(mark))?.times === mark.times) touched.delete(nameOf(mark));
    },
    async listRollUps(wanted) {
      return rollUps.get(rollUpPartition(wanted))?.all() ?? [];
    },
    async putRollUp(row) {
      const { pk, sk } = rollUpKey(row);
      const rows = rollUps.get(pk) ?? new SortedRows<RollUp>();
      rows.set(sk, frozen({ ...row }));
      rollUps.set(pk, rows);
    },
    async removeRollUp(row) {
      const { pk, sk } = rollUpKey(row);
      rollUps.get(pk)?.delete(sk);
    },
    async putBurst(burst) {
      const { pk, sk } = burstKey(burst);
      const rows = bursts.get(pk) ?? new SortedRows<Burst>();
      rows.set(sk, frozen({ ...burst }));
      bursts.set(pk, rows);
    },
    async listBursts(month) {
      return bursts.get(burstPartition(month))?.all() ?? [];
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
