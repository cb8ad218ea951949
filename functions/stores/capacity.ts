import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { IsoTime } from '../../schemas/ids.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, toItem } from './dynamodb.ts';
import { profileKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** The capacity in force. */
export const CapacityState = z.object({
  profile: z.enum(['peak', 'off-peak']),
  standbyOpen: z.boolean(),
  changedAt: IsoTime,
});
export type CapacityState = z.infer<typeof CapacityState>;

/** The capacity in force; off-peak with the standby pool closed until something else was set. */
export async function get(): Promise<CapacityState> {
  const row = await getItem(DESK_TABLE, profileKey);
  return row
    ? CapacityState.parse(row)
    : { profile: 'off-peak', standbyOpen: false, changedAt: new Date(0).toISOString() };
}

/** A window began. */
export async function set(state: CapacityState): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: DESK_TABLE, Item: toItem({ ...profileKey, ...state }) }),
  );
}

/** Opens the standby pool until the next window begins. */
export async function openStandby(now: Date): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: DESK_TABLE,
      Key: toItem(profileKey),
      UpdateExpression:
        'SET standbyOpen = :open, changedAt = :now, #profile = if_not_exists(#profile, :offPeak)',
      ExpressionAttributeNames: { '#profile': 'profile' },
      ExpressionAttributeValues: toItem({ ':open': true, ':now': now.toISOString(), ':offPeak': 'off-peak' }),
    }),
  );
}
