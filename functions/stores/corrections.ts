import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Correction } from '../../schemas/correction.ts';
import { KnowledgeEnvironment } from '../../schemas/environment.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, type Page, queryPage, toItem } from './dynamodb.ts';
import { correctionKey, CORRECTIONS_PARTITION } from './keys.ts';

const { KNOWLEDGE_TABLE } = environment(KnowledgeEnvironment);

/** Writes a correction; the same event's again writes the same. */
export async function put(correction: Correction): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: KNOWLEDGE_TABLE,
      Item: toItem({ ...correctionKey(correction), correction }),
    }),
  );
}

/** A page of all corrections, oldest first. */
export async function listPage(limit: number, cursor?: string): Promise<Page<Correction>> {
  const page = await queryPage(
    {
      TableName: KNOWLEDGE_TABLE,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': CORRECTIONS_PARTITION }),
    },
    limit,
    cursor,
  );
  return { ...page, rows: page.rows.map((row) => Correction.parse(row['correction'])) };
}
