import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { KeptSettings, type SettingsKind } from '../../schemas/settings.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, type Page, queryPage, toItem } from './dynamodb.ts';
import { settingsKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** The newest versions of a kind, newest first. */
export async function latest(kind: SettingsKind, count: number): Promise<KeptSettings[]> {
  const { rows } = await listPage(kind, count);
  return rows;
}

/** A page of all versions, newest first. */
export async function listPage(
  kind: SettingsKind,
  limit: number,
  cursor?: string,
): Promise<Page<KeptSettings>> {
  const page = await queryPage(
    {
      TableName: DESK_TABLE,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': settingsKey(kind, 0).pk }),
      ScanIndexForward: false,
      // A save that is sent again must find the first one.
      ConsistentRead: true,
    },
    limit,
    cursor,
  );
  return { ...page, rows: page.rows.map(({ pk: _pk, sk: _sk, ...row }) => KeptSettings.parse(row)) };
}

/** Saves the next version; its key is the lock. @throws VersionConflictError when somebody else was faster. */
export async function add(kind: SettingsKind, row: KeptSettings): Promise<void> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: DESK_TABLE,
        Item: toItem({ ...settingsKey(kind, row.version), ...row }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}
