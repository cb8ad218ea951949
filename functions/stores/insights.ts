import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { Burst } from '../../schemas/burst.ts';
import { InsightsEnvironment } from '../../schemas/environment.ts';
import { FactRow } from '../../schemas/facts.ts';
import { RollUp } from '../../schemas/roll-up.ts';
import { FACTS_KEPT_DAYS } from '../domain/insights/range.ts';
import { type FactsPlace, quarterOf, type RollUpsWanted, type Touched } from '../domain/insights/roll-up.ts';
import { SHARDS, shardOf } from '../domain/timer-plan.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, queryAll, queryPage, toItem } from './dynamodb.ts';
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

const { INSIGHTS_TABLE } = environment(InsightsEnvironment);

const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
const KEPT_SECONDS = FACTS_KEPT_DAYS * 86_400;

/** Keeps facts that tell of more of the history than those kept, and marks their quarter: also when it comes again. */
export async function putFacts(facts: FactRow): Promise<'kept' | 'known'> {
  const quarter = quarterOf(facts.createdAt);
  const kept = await ifAllowed(
    dynamodb.send(
      new PutItemCommand({
        TableName: INSIGHTS_TABLE,
        Item: toItem({
          ...factKey(quarter, facts.ticketId),
          number: facts.number,
          removeAt: removeAt(facts.createdAt),
          facts,
        }),
        ConditionExpression: 'attribute_not_exists(pk) OR #number < :number',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: toItem({ ':number': facts.number }),
      }),
    ),
  );
  // Whoever crashed between the two comes again: marking twice costs a roll-up, not marking costs the truth.
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: INSIGHTS_TABLE,
      Key: toItem(touchedKey(quarter, shardOf(facts.ticketId))),
      UpdateExpression: 'ADD #times :one',
      ExpressionAttributeNames: { '#times': 'times' },
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    }),
  );
  return kept ? 'kept' : 'known';
}

/** The facts of all tickets that were opened in a quarter. */
export async function listFacts(quarter: string): Promise<FactRow[]> {
  const rows = await Promise.all(shards.map((shard) => query(factPartition(quarter, shard))));
  return rows.flat().map(({ facts }) => FactRow.parse(facts));
}

/** At most so many facts of tickets that were opened in a quarter, of one shard and behind a ticket, in the order of their ids. */
export async function listFactsAfter(
  { quarter, shard, ticketId = '' }: FactsPlace,
  limit: number,
): Promise<FactRow[]> {
  const page = await queryPage(
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
  return page.rows.map(({ facts }) => FactRow.parse(facts));
}

/** Quarters whose facts have changed since they were rolled up, the oldest first. */
export async function listTouched(): Promise<Touched[]> {
  const rows = await Promise.all(
    shards.map(async (shard) =>
      (await query(touchedPartition(shard))).map((row) => {
        const { sk, times } = Mark.parse(row);
        return { quarter: sk, shard, times };
      }),
    ),
  );
  return rows.flat().sort((a, b) => (a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : 0));
}

/** Takes the mark away, unless facts have changed since it was read. */
export async function settle({ quarter, shard, times }: Touched): Promise<void> {
  await ifAllowed(
    dynamodb.send(
      new DeleteItemCommand({
        TableName: INSIGHTS_TABLE,
        Key: toItem(touchedKey(quarter, shard)),
        ConditionExpression: '#times = :times',
        ExpressionAttributeNames: { '#times': 'times' },
        ExpressionAttributeValues: toItem({ ':times': times }),
      }),
    ),
  );
}

/** The figures of a day's hours or a month's days, in the order of their time. */
export async function listRollUps(wanted: RollUpsWanted): Promise<RollUp[]> {
  const rows = await query(rollUpPartition(wanted));
  return rows.map(({ rollUp }) => RollUp.parse(rollUp));
}

/** Writes figures in the place of those that stood there. */
export async function putRollUp(row: RollUp): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: INSIGHTS_TABLE,
      Item: toItem({ ...rollUpKey(row), removeAt: removeAt(row.start), rollUp: row }),
    }),
  );
}

/** Takes figures away that no ticket stands behind any more. */
export async function removeRollUp(row: RollUp): Promise<void> {
  await dynamodb.send(new DeleteItemCommand({ TableName: INSIGHTS_TABLE, Key: toItem(rollUpKey(row)) }));
}

/** Keeps a burst as it is known now. */
export async function putBurst(burst: Burst): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: INSIGHTS_TABLE,
      Item: toItem({ ...burstKey(burst), removeAt: removeAt(burst.quarter), burst }),
    }),
  );
}

/** The bursts of a month of UTC (`2026-11`), the oldest first. */
export async function listBursts(month: string): Promise<Burst[]> {
  return (await query(burstPartition(month))).map(({ burst }) => Burst.parse(burst));
}

/** Whether this caller may roll up, alone, until then. */
export function takeTurn(now: Date, until: Date): Promise<boolean> {
  return ifAllowed(
    dynamodb.send(
      new PutItemCommand({
        TableName: INSIGHTS_TABLE,
        Item: toItem({ ...rollingKey, until: until.toISOString() }),
        ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: toItem({ ':now': now.toISOString() }),
      }),
    ),
  );
}

/** Lets the next one roll up; nothing when somebody else is at it already. */
export async function endTurn(until: Date): Promise<void> {
  await ifAllowed(
    dynamodb.send(
      new DeleteItemCommand({
        TableName: INSIGHTS_TABLE,
        Key: toItem(rollingKey),
        ConditionExpression: '#until = :until',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: toItem({ ':until': until.toISOString() }),
      }),
    ),
  );
}

const Mark = z.object({ sk: z.string(), times: z.int() });

function query(pk: string): Promise<Record<string, unknown>[]> {
  return queryAll({
    TableName: INSIGHTS_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': pk }),
    ConsistentRead: true,
  });
}

/** Whether the write's condition held. */
async function ifAllowed(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function removeAt(from: string): number {
  return Math.floor(Date.parse(from) / 1000) + KEPT_SECONDS;
}
