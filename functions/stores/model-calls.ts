import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, ifAllowed, toItem } from './dynamodb.ts';
import { modelCallsKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** How long the count of an hour is kept for those who look at the bill, in seconds. */
const KEPT = 7 * 86_400;

/** Takes one call out of the hour's budget, in one conditioned write; false when none is left. */
export async function takeCall(limit: number, now: Date): Promise<boolean> {
  const hour = now.toISOString().slice(0, 13);
  return ifAllowed(
    dynamodb.send(
      new UpdateItemCommand({
        TableName: DESK_TABLE,
        Key: toItem(modelCallsKey(hour)),
        UpdateExpression: 'SET calls = if_not_exists(calls, :none) + :one, removeAt = :removeAt',
        ConditionExpression: 'attribute_not_exists(calls) OR calls < :limit',
        ExpressionAttributeValues: toItem({
          ':none': 0,
          ':one': 1,
          ':limit': limit,
          ':removeAt': Math.floor(now.getTime() / 1000) + KEPT,
        }),
      }),
    ),
  );
}
