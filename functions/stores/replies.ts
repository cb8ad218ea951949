import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { DeskEnvironment } from '../../schemas/environment.ts';
import type { Turn } from '../../schemas/events.ts';
import { VersionConflictError } from '../domain/errors.ts';
import type { Tallies, Tally, Unanswered } from '../domain/reply-rate.ts';
import { environment } from '../runtime/environment.ts';
import { queryAll, toItem } from './dynamodb.ts';
import { repliesPartition, replyTallyKey, turnKey, turnPartitions } from './keys.ts';
import { failedCondition, transact } from './transact.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

const DAY = 86_400;
/** A step that is told again after this is counted again; work queues and their dead letters keep messages 14 days at most. */
const TURN_DAYS = 15;
const TALLY_DAYS = 400;

/**
 * Counts a step of a turn, with the turn's row and in one transaction: once, however often it is told, and in whatever order. A turn
 * begins once and ends once. @throws VersionConflictError when others were counting all the time
 */
export async function count(
  step: { ticketId: string; turn: Turn; day: string; tally: Tally; team?: string | undefined },
  now: Date,
): Promise<'counted' | 'known'> {
  const { ticketId, turn, day, tally, team } = step;
  const seconds = Math.floor(now.getTime() / 1000);
  const mark = tally === 'begun' ? 'begun' : 'ended';
  const marked: TransactWriteItem = {
    Update: {
      TableName: DESK_TABLE,
      Key: toItem(turnKey(turn.startedAt, ticketId)),
      UpdateExpression: `SET #mark = :tally, ticketId = :ticketId, startedAt = :startedAt, removeAt = :removeAt${turn.agentId === undefined ? '' : ', agentId = :agentId'}`,
      ConditionExpression: 'attribute_not_exists(#mark)',
      ExpressionAttributeNames: { '#mark': mark },
      ExpressionAttributeValues: toItem({
        ':tally': tally,
        ':ticketId': ticketId,
        ':startedAt': turn.startedAt,
        ':removeAt': seconds + TURN_DAYS * DAY,
        ':agentId': turn.agentId,
      }),
    },
  };
  const added: TransactWriteItem = {
    Update: {
      TableName: DESK_TABLE,
      Key: toItem(replyTallyKey(day, ticketId, team)),
      UpdateExpression: `ADD #tally :one SET removeAt = :removeAt${team === undefined ? '' : ', team = :team'}`,
      ExpressionAttributeNames: { '#tally': tally },
      ExpressionAttributeValues: toItem({
        ':one': 1,
        ':removeAt': seconds + TALLY_DAYS * DAY,
        ':team': team,
      }),
    },
  };
  const reasons = await transact([marked, added]);
  if (!reasons) return 'counted';
  if (failedCondition(reasons[0])) return 'known';
  throw new VersionConflictError();
}

/** The counts of a day, in rows that can be added up. */
export async function listTallies(day: string): Promise<Tallies[]> {
  const rows = await query('pk = :pk', { ':pk': repliesPartition(day) });
  return rows.map((row) => KeptTallies.parse(row));
}

/** Turns that began at this time or later and have not ended. */
export async function listUnanswered(from: Date): Promise<Unanswered[]> {
  const shards = await Promise.all(
    turnPartitions.map((pk) => query('pk = :pk AND sk >= :from', { ':pk': pk, ':from': from.toISOString() })),
  );
  return shards
    .flat()
    .filter(({ begun, ended }) => begun !== undefined && ended === undefined)
    .map((row) => KeptTurn.parse(row));
}

const KeptTallies = z.object({
  team: z.optional(z.string()),
  begun: z.optional(z.int()),
  kept: z.optional(z.int()),
  missed: z.optional(z.int()),
});

const KeptTurn = z.object({
  ticketId: z.string(),
  agentId: z.optional(z.string()),
  startedAt: z.string(),
});

function query(KeyConditionExpression: string, values: object): Promise<Record<string, unknown>[]> {
  return queryAll({
    TableName: DESK_TABLE,
    KeyConditionExpression,
    ExpressionAttributeValues: toItem(values),
  });
}
