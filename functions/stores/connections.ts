import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, ifAllowed, queryAll, toItem } from './dynamodb.ts';
import { participantPartition } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** API Gateway ends every connection after two hours; rows outlive it a little and are then removed. */
const LIFETIME_SECONDS = 2 * 3600 + 600;

/** A socket answers as if it were gone until its opening has been answered. */
const OPENING_SECONDS = 10;

/** Remembers an open socket of a participant (`customer:<id>` or `agent:<id>`). */
export async function add(participant: string, connectionId: string, now: Date): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: DESK_TABLE,
      Item: toItem({
        pk: participantPartition(participant),
        sk: connectionId,
        removeAt: Math.ceil(now.getTime() / 1000) + LIFETIME_SECONDS,
      }),
    }),
  );
}

/** Forgets a socket that is gone. */
export async function remove(participant: string, connectionId: string): Promise<void> {
  await dynamodb.send(
    new DeleteItemCommand({
      TableName: DESK_TABLE,
      Key: toItem({ pk: participantPartition(participant), sk: connectionId }),
    }),
  );
}

/**
 * Forgets a socket that a push did not find. One that opened in the last seconds is kept: it is not gone, it is not there yet.
 */
export async function forget(participant: string, connectionId: string, now: Date): Promise<void> {
  await ifAllowed(
    dynamodb.send(
      new DeleteItemCommand({
        TableName: DESK_TABLE,
        Key: toItem({ pk: participantPartition(participant), sk: connectionId }),
        ConditionExpression: 'removeAt < :opening',
        ExpressionAttributeValues: toItem({
          ':opening': Math.ceil(now.getTime() / 1000) + LIFETIME_SECONDS - OPENING_SECONDS,
        }),
      }),
    ),
  );
}

/** The open sockets of a participant; some may have gone without saying so. */
export async function list(participant: string): Promise<string[]> {
  const rows = await queryAll({
    TableName: DESK_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': participantPartition(participant) }),
    ProjectionExpression: 'sk',
  });
  return rows.map((row) => String(row['sk']));
}
