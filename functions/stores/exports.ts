import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InsightsEnvironment } from '../../schemas/environment.ts';
import { ExportFile, KeptExport } from '../../schemas/export.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { FACTS_KEPT_DAYS } from '../domain/insights/range.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, type Page, queryAll, queryPage, toItem } from './dynamodb.ts';
import { exportFileKey, exportFilesPartition, exportKey, EXPORTS_PARTITION } from './keys.ts';

const { INSIGHTS_TABLE } = environment(InsightsEnvironment);

/** Keeps a new export; the one that is there already when its id is known. */
export async function create(kept: KeptExport): Promise<KeptExport> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: INSIGHTS_TABLE,
        Item: itemOf(kept),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return kept;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await find(kept.exportId)) ?? kept;
  }
}

export async function find(exportId: string): Promise<KeptExport | undefined> {
  const row = await getItem(INSIGHTS_TABLE, exportKey(exportId));
  return row && KeptExport.parse(row['export']);
}

/** Every export, in the order of their ids. */
export async function list(): Promise<KeptExport[]> {
  const rows = await queryAll(inPartition(EXPORTS_PARTITION));
  return rows.map((row) => KeptExport.parse(row['export']));
}

/** Puts an export in the place of the version before. @throws VersionConflictError when that is another one by now */
export async function save(kept: KeptExport): Promise<void> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: INSIGHTS_TABLE,
        Item: itemOf(kept),
        ConditionExpression: 'version = :previous',
        ExpressionAttributeValues: toItem({ ':previous': kept.version - 1 }),
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}

/** Keeps what a file holds; the same file is the same row. */
export async function putPart(kept: KeptExport, { name, rows, bytes, sha256 }: ExportFile): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: INSIGHTS_TABLE,
      Item: toItem({
        ...exportFileKey(kept.exportId, name),
        removeAt: removeAt(kept),
        file: { name, rows, bytes, sha256 },
      }),
    }),
  );
}

/** A page of an export's files, in their order. */
export async function listParts(exportId: string, limit: number, cursor?: string): Promise<Page<ExportFile>> {
  const page = await queryPage(inPartition(exportFilesPartition(exportId)), limit, cursor);
  return { ...page, rows: page.rows.map(({ file }) => ExportFile.parse(file)) };
}

function itemOf(kept: KeptExport) {
  return toItem({
    ...exportKey(kept.exportId),
    version: kept.version,
    removeAt: removeAt(kept),
    export: kept,
  });
}

function removeAt({ requestedAt }: KeptExport): number {
  return Math.floor(Date.parse(requestedAt) / 1000) + FACTS_KEPT_DAYS * 86_400;
}

function inPartition(pk: string) {
  return {
    TableName: INSIGHTS_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': pk }),
    ConsistentRead: true,
  };
}
