import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { CursorError, readCursor, writeCursor } from './cursor.ts';

/** The one DynamoDB client of a function. */
export const dynamodb = new DynamoDBClient({ maxAttempts: 4 });

export type Item = Record<string, AttributeValue>;

/** Data as DynamoDB keeps it; what is undefined is left out. */
export function toItem(data: object): Item {
  return marshall(data, { removeUndefinedValues: true });
}

/** DynamoDB's item as data; sets come back as `Set`. */
export function fromItem(item: Item): Record<string, unknown> {
  return unmarshall(item);
}

/** One item, read consistently. */
export async function getItem(TableName: string, key: object): Promise<Record<string, unknown> | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }),
  );
  return item && fromItem(item);
}

/** Whether a write's condition held. */
export async function ifAllowed(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Every row of a query, or the first so many, however DynamoDB cuts them into pages. */
export async function queryAll(query: QueryCommandInput, most?: number): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let from: Item | undefined;
  do {
    const Limit = most && most - rows.length;
    const page = await dynamodb.send(new QueryCommand({ ...query, Limit, ExclusiveStartKey: from }));
    rows.push(...(page.Items ?? []).map(fromItem));
    from = page.LastEvaluatedKey;
  } while (from && rows.length !== most);
  return rows;
}

/** One page, with an opaque cursor for the next. */
export interface Page<T> {
  rows: T[];
  cursor?: string;
}

/** A page of a query. The cursor is the last key; one of another query fails DynamoDB's key checks. */
export async function queryPage(
  query: QueryCommandInput,
  limit: number,
  cursor?: string,
): Promise<Page<Record<string, unknown>>> {
  const from = cursor === undefined ? undefined : toItem(readCursor(cursor));
  const page = await readPage({ ...query, Limit: limit, ExclusiveStartKey: from });
  return {
    rows: (page.Items ?? []).map(fromItem),
    ...(page.LastEvaluatedKey && { cursor: writeCursor(fromItem(page.LastEvaluatedKey)) }),
  };
}

async function readPage(query: QueryCommandInput): Promise<QueryCommandOutput> {
  try {
    return await dynamodb.send(new QueryCommand(query));
  } catch (error) {
    const foreign = query.ExclusiveStartKey && error instanceof Error && error.name === 'ValidationException';
    if (foreign) throw new CursorError('cursor is not of this list', { cause: error });
    throw error;
  }
}
