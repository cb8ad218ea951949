import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InsightsEnvironment } from '../../schemas/environment.ts';
import { LoadRow, LoadSample } from '../../schemas/load.ts';
import type { LoadsWanted } from '../domain/insights/load.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, queryAll, toItem } from './dynamodb.ts';
import { loadKey, loadPartition, sampleKey, samplePartition } from './keys.ts';

const { INSIGHTS_TABLE } = environment(InsightsEnvironment);
/** Figures stay as long as those of tickets; what they are made of goes after two days. */
const KEPT_SECONDS = 430 * 86_400;
const SAMPLES_KEPT_SECONDS = 2 * 86_400;

/** Keeps who was at work in a minute, unless that is known already. */
export async function putSample(sample: LoadSample): Promise<void> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: INSIGHTS_TABLE,
        Item: toItem({
          ...sampleKey(sample),
          removeAt: removeAt(sample.minute, SAMPLES_KEPT_SECONDS),
          sample,
        }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Who was at work in the minutes of a quarter of an hour. */
export async function listSamples(quarter: string): Promise<LoadSample[]> {
  return (await query(samplePartition(quarter))).map(({ sample }) => LoadSample.parse(sample));
}

/** The load of a day's hours or a month's days, in the order of their time. */
export async function listLoads(wanted: LoadsWanted): Promise<LoadRow[]> {
  return (await query(loadPartition(wanted))).map(({ row }) => LoadRow.parse(row));
}

/** Writes a load in the place of the one that stood there. */
export async function putLoad(row: LoadRow): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: INSIGHTS_TABLE,
      Item: toItem({ ...loadKey(row), removeAt: removeAt(row.start, KEPT_SECONDS), row }),
    }),
  );
}

function query(pk: string): Promise<Record<string, unknown>[]> {
  return queryAll({
    TableName: INSIGHTS_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': pk }),
    ConsistentRead: true,
  });
}

function removeAt(from: string, kept: number): number {
  return Math.floor(Date.parse(from) / 1000) + kept;
}
