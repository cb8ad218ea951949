import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import type { Cursor } from '../domain/participants.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, fromItem, queryAll, toItem } from './dynamodb.ts';
import { seenKey, seenPartition } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** A cursor moves at most this often, and is kept for ninety days after it last did. */
const PAUSE_MS = 1000;
const KEPT_SECONDS = 90 * 86_400;

/** How far everybody has read. */
export async function list(ticketId: string): Promise<Cursor[]> {
  const rows = await queryAll({
    TableName: DESK_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': seenPartition(ticketId) }),
  });
  return rows.map((row) => ({ address: String(row['sk']), number: Number(row['seen']) }));
}

/** Moves a cursor forward, never back: `kept` when it was there already, `too-soon` when it has moved within the last second. */
export async function advance(
  ticketId: string,
  { address, number }: Cursor,
  now: Date,
): Promise<'moved' | 'kept' | 'too-soon'> {
  try {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: DESK_TABLE,
        Key: toItem(seenKey(ticketId, address)),
        UpdateExpression: 'SET seen = :number, movedAt = :now, removeAt = :remove',
        ConditionExpression: 'attribute_not_exists(pk) OR (seen < :number AND movedAt <= :earliest)',
        ExpressionAttributeValues: toItem({
          ':number': number,
          ':now': now.getTime(),
          ':earliest': now.getTime() - PAUSE_MS,
          ':remove': Math.ceil(now.getTime() / 1000) + KEPT_SECONDS,
        }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'moved';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item && Number(fromItem(error.Item)['seen']) >= number ? 'kept' : 'too-soon';
  }
}
