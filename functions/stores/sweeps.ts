import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, toItem } from './dynamodb.ts';
import { sweepKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** The minute a shard's sweep goes on from; undefined before the first. */
export async function cursorOf(shard: number): Promise<string | undefined> {
  const row = await getItem(DESK_TABLE, sweepKey(shard));
  return row && String(row['minute']);
}

/** Remembers how far a shard has come. */
export async function advance(shard: number, minute: string): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: DESK_TABLE, Item: toItem({ ...sweepKey(shard), minute }) }),
  );
}
