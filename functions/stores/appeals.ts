import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Appeal } from '../../schemas/appeal.ts';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, queryAll, toItem } from './dynamodb.ts';
import { appealKey, APPEALS_PARTITION } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

const KEPT_DAYS = 365;

/** Keeps an appeal; where there is one about the same message already, that one is the answer. */
export async function addAppeal(appeal: Appeal): Promise<Appeal> {
  try {
    await dynamodb.send(
      new PutItemCommand({ ...itemOf(appeal), ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return appeal;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await getAppeal(appeal.appealId)) ?? appeal;
  }
}

export async function getAppeal(appealId: string): Promise<Appeal | undefined> {
  const row = await getItem(DESK_TABLE, appealKey(appealId));
  return row && Appeal.parse(row['appeal']);
}

/** Every appeal of the last year. */
export async function listAppeals(): Promise<Appeal[]> {
  const rows = await queryAll({
    TableName: DESK_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': APPEALS_PARTITION }),
  });
  return rows.map((row) => Appeal.parse(row['appeal']));
}

/** Writes a verdict; @throws VersionConflictError when somebody else's came first. */
export async function decideAppeal(appeal: Appeal): Promise<void> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        ...itemOf(appeal),
        ConditionExpression: 'version = :previous',
        ExpressionAttributeValues: toItem({ ':previous': 1 }),
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}

function itemOf(appeal: Appeal) {
  const removeAt = Math.floor(Date.parse(appeal.appealedAt) / 1000) + KEPT_DAYS * 86_400;
  const version = appeal.verdict === undefined ? 1 : 2;
  return {
    TableName: DESK_TABLE,
    Item: toItem({ ...appealKey(appeal.appealId), version, appeal, removeAt }),
  };
}
