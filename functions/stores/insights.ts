import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { Burst } from '../../schemas/burst.ts';
import { FactRow } from '../../schemas/facts.ts';
import { RollUp } from '../../schemas/roll-up.ts';
import { type FactsPlace, quarterOf, type RollUpsWanted, type Touched } from '../domain/insights/roll-up.ts';
import { SHARDS, shardOf } from '../domain/timer-plan.ts';
import { dynamodb, queryAll, toItem } from './dynamodb.ts';
import { INSIGHTS_TABLE, putRow, removeAt, removeRow, rowsOf } from './insights-table.ts';
import {
  burstKey,
  burstPartition,
  factKey,
  factPartition,
  rollingKey,
  rollUpKey,
  rollUpPartition,
  touchedKey,
  touchedPartition,
} from './keys.ts';

const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

/** Keeps facts that tell of more of the history than those kept, and marks their quarter: also when it comes again. */
export async function putFacts(facts: FactRow): Promise<'kept' | 'known'> {
  const quarter = quarterOf(facts.createdAt);
  const { ticketId, number, createdAt } = facts;
  const kept = await putRow(
    { ...factKey(quarter, ticketId), number, removeAt: removeAt(createdAt), facts },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR #number < :number',
      ExpressionAttributeNames: { '#number': 'number' },
      ExpressionAttributeValues: toItem({ ':number': number }),
    },
  );
  // Whoever crashed between the two comes again: marking twice costs a roll-up, not marking costs the truth.
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: INSIGHTS_TABLE,
      Key: toItem(touchedKey(quarter, shardOf(ticketId))),
      UpdateExpression: 'ADD #times :one',
      ExpressionAttributeNames: { '#times': 'times' },
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    }),
  );
  return kept ? 'kept' : 'known';
}

/** The facts of all tickets that were opened in a quarter. */
export async function listFacts(quarter: string): Promise<FactRow[]> {
  const rows = await Promise.all(shards.map((shard) => rowsOf(factPartition(quarter, shard))));
  return rows.flat().map(({ facts }) => FactRow.parse(facts));
}

/** At most so many facts of tickets that were opened in a quarter, of one shard and behind a ticket, in the order of their ids. */
export async function listFactsAfter(
  { quarter, shard, ticketId = '' }: FactsPlace,
  limit: number,
): Promise<FactRow[]> {
  const rows = await queryAll(
    {
      TableName: INSIGHTS_TABLE,
      KeyConditionExpression: 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: toItem({
        ':pk': factPartition(quarter, shard),
        // No id sorts before a space.
        ':after': ticketId === '' ? ' ' : ticketId,
      }),
      ConsistentRead: true,
    },
    limit,
  );
  return rows.map(({ facts }) => FactRow.parse(facts));
}

/** Quarters whose facts have changed since they were rolled up, the oldest first. */
export async function listTouched(): Promise<Touched[]> {
  const rows = await Promise.all(
    shards.map(async (shard) =>
      (await rowsOf(touchedPartition(shard))).map((row) => {
        const { sk, times } = Mark.parse(row);
        return { quarter: sk, shard, times };
      }),
    ),
  );
  return rows.flat().sort((a, b) => (a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : 0));
}

/** Takes the mark away, unless facts have changed since it was read. */
export async function settle({ quarter, shard, times }: Touched): Promise<void> {
  await removeRow(touchedKey(quarter, shard), {
    ConditionExpression: '#times = :times',
    ExpressionAttributeNames: { '#times': 'times' },
    ExpressionAttributeValues: toItem({ ':times': times }),
  });
}

/** The figures of a day's hours or a month's days, in the order of their time. */
export async function listRollUps(wanted: RollUpsWanted): Promise<RollUp[]> {
  const rows = await rowsOf(rollUpPartition(wanted));
  return rows.map(({ rollUp }) => RollUp.parse(rollUp));
}

/** Writes figures in the place of those that stood there. */
export async function putRollUp(row: RollUp): Promise<void> {
  await putRow({ ...rollUpKey(row), removeAt: removeAt(row.start), rollUp: row });
}

/** Takes figures away that no ticket stands behind any more. */
export async function removeRollUp(row: RollUp): Promise<void> {
  await removeRow(rollUpKey(row));
}

/** Keeps a burst as it is known now. */
export async function putBurst(burst: Burst): Promise<void> {
  await putRow({ ...burstKey(burst), removeAt: removeAt(burst.quarter), burst });
}

/** The bursts of a month of UTC (`2026-11`), the oldest first. */
export async function listBursts(month: string): Promise<Burst[]> {
  return (await rowsOf(burstPartition(month))).map(({ burst }) => Burst.parse(burst));
}

/** Whether this caller may roll up, alone, until then. */
export function takeTurn(now: Date, until: Date): Promise<boolean> {
  return putRow(
    { ...rollingKey, until: until.toISOString() },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: toItem({ ':now': now.toISOString() }),
    },
  );
}

/** Lets the next one roll up; nothing when somebody else is at it already. */
export async function endTurn(until: Date): Promise<void> {
  await removeRow(rollingKey, {
    ConditionExpression: '#until = :until',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: toItem({ ':until': until.toISOString() }),
  });
}

const Mark = z.object({ sk: z.string(), times: z.int() });
