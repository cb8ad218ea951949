import {
  DeleteItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { InsightsEnvironment } from '../../schemas/environment.ts';
import { FACTS_KEPT_DAYS } from '../domain/insights/range.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, ifAllowed, queryAll, toItem } from './dynamodb.ts';

export const { INSIGHTS_TABLE } = environment(InsightsEnvironment);

/** What must hold for a write. */
export type Condition = Pick<
  PutItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** That the row is not there yet. */
export const unlessThere: Condition = { ConditionExpression: 'attribute_not_exists(pk)' };

/** That the row is there in the version before this one. */
export const afterVersion = (version: number): Condition => ({
  ConditionExpression: 'version = :previous',
  ExpressionAttributeValues: toItem({ ':previous': version - 1 }),
});

/** A query for the rows of a partition. */
export function inPartition(pk: string): QueryCommandInput {
  return {
    TableName: INSIGHTS_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': pk }),
    ConsistentRead: true,
  };
}

/** Every row of a partition, in order. */
export function rowsOf(pk: string): Promise<Record<string, unknown>[]> {
  return queryAll(inPartition(pk));
}

/** Writes a row, if the condition holds; tells whether it did. */
export function putRow(row: object, condition?: Condition): Promise<boolean> {
  return ifAllowed(
    dynamodb.send(new PutItemCommand({ TableName: INSIGHTS_TABLE, Item: toItem(row), ...condition })),
  );
}

/** Takes a row away, if the condition holds; tells whether it did. */
export function removeRow(key: object, condition?: Condition): Promise<boolean> {
  return ifAllowed(
    dynamodb.send(new DeleteItemCommand({ TableName: INSIGHTS_TABLE, Key: toItem(key), ...condition })),
  );
}

/** When a row of this time goes: in seconds, as DynamoDB wants it. */
export function removeAt(from: string, days = FACTS_KEPT_DAYS): number {
  return Math.floor(Date.parse(from) / 1000) + days * 86_400;
}
