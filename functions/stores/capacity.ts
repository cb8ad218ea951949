import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { CapacityOverride, CapacityState } from '../../schemas/capacity.ts';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, ifAllowed, toItem } from './dynamodb.ts';
import { overrideKey, profileKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** The capacity in force; off-peak with the standby pool closed until something else was set. */
export async function get(): Promise<CapacityState> {
  const row = await getItem(DESK_TABLE, profileKey);
  return row
    ? CapacityState.parse(row)
    : { profile: 'off-peak', standbyOpen: false, changedAt: new Date(0).toISOString() };
}

/** Another profile is in force. */
export async function set(state: CapacityState): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: DESK_TABLE, Item: toItem({ ...profileKey, ...state }) }),
  );
}

/** Opens the standby pool, or calls it anew. */
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

/** Closes the standby pool, unless it was called or the profile switched since `changedAt`. */
export async function closeStandby(changedAt: string, now: Date): Promise<void> {
  await ifAllowed(
    dynamodb.send(
      new UpdateItemCommand({
        TableName: DESK_TABLE,
        Key: toItem(profileKey),
        UpdateExpression: 'SET standbyOpen = :open, changedAt = :now',
        ConditionExpression: 'changedAt = :then',
        ExpressionAttributeValues: toItem({ ':open': false, ':now': now.toISOString(), ':then': changedAt }),
      }),
    ),
  );
}

/** What was last set by hand, over or not. */
export async function getOverride(): Promise<CapacityOverride | undefined> {
  const row = await getItem(DESK_TABLE, overrideKey);
  if (!row) return undefined;
  const { profile, until, by, note } = row;
  return CapacityOverride.parse({ profile, until, by, note });
}

/** Sets a profile by hand; the last one to do so is heard. */
export async function putOverride(override: CapacityOverride): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: DESK_TABLE, Item: toItem({ ...overrideKey, ...override }) }),
  );
}
