import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { RiskCategory, RiskCount } from '../../schemas/risk.ts';
import type { Screened } from '../domain/risk/screening.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, queryAll, toItem } from './dynamodb.ts';
import { countedKey, HELD_PARTITION, heldKey, RISK_PARTITION, riskCountKey, screenedKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

const DAY = 86_400;
/** Appeals are possible for so long. */
const KEPT_DAYS = 180;

const countOf: Record<Screened['verdict'], RiskCount> = { send: 'flagged', hold: 'held', refuse: 'blocked' };

/** Remembers what the filter did about a text; the same write is counted once, however often it comes. */
export async function note(screened: Screened, now: Date): Promise<void> {
  const { writer, commandId, verdict, categories, ticketId, dueAt } = screened;
  const seconds = Math.floor(now.getTime() / 1000);
  if (ticketId !== undefined && dueAt !== undefined) {
    await put({ ...heldKey(dueAt, ticketId), ticketId, removeAt: seconds + 2 * DAY });
  }
  const isNew = await putOnce({
    ...screenedKey(writer, commandId),
    screened: { ...screened, screenedAt: now.toISOString() },
    removeAt: seconds + KEPT_DAYS * DAY,
  });
  if (isNew) await count(categories, ['assessed', countOf[verdict]]);
}

/** Counts what people decided; the same decision once, however often it comes. */
export async function countOnce(
  decision: string,
  categories: readonly RiskCategory[],
  counts: readonly RiskCount[],
  now: Date,
): Promise<void> {
  const removeAt = Math.floor(now.getTime() / 1000) + KEPT_DAYS * DAY;
  if (await putOnce({ ...countedKey(decision), removeAt })) await count(categories, counts);
}

/** All counts by category. */
export async function counts(): Promise<Map<RiskCategory, Partial<Record<RiskCount, number>>>> {
  const rows = await queryAll({
    TableName: DESK_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': RISK_PARTITION }),
  });
  return new Map(
    rows.map(({ pk: _pk, sk, ...row }) => [
      RiskCategory.parse(sk),
      z.partialRecord(RiskCount, z.int()).parse(row),
    ]),
  );
}

/** What the filter did about a write. */
export async function findScreened(writer: string, commandId: string): Promise<Screened | undefined> {
  const row = await getItem(DESK_TABLE, screenedKey(writer, commandId));
  return row && KeptScreened.parse(row['screened']);
}

/** Tickets with messages that were held and are due after this time, the first due first; they may be decided by now. */
export async function listHeld(after: Date): Promise<string[]> {
  const rows = await queryAll({
    TableName: DESK_TABLE,
    KeyConditionExpression: 'pk = :pk AND sk >= :from',
    ExpressionAttributeValues: toItem({ ':pk': HELD_PARTITION, ':from': after.toISOString() }),
  });
  return [...new Set(rows.map((row) => String(row['ticketId'])))];
}

const KeptScreened = z.object({
  writer: z.string(),
  commandId: z.string(),
  ticketId: z.optional(z.string()),
  verdict: z.enum(['send', 'hold', 'refuse']),
  categories: z.array(RiskCategory),
  digest: z.string(),
  dueAt: z.optional(z.string()),
});

/** One more of each of these for every category. */
async function count(categories: readonly RiskCategory[], counts: readonly RiskCount[]): Promise<void> {
  await Promise.all(
    categories.map((category) =>
      dynamodb.send(
        new UpdateItemCommand({
          TableName: DESK_TABLE,
          Key: toItem(riskCountKey(category)),
          UpdateExpression: `ADD ${counts.map((it) => `${it} :one`).join(', ')}`,
          ExpressionAttributeValues: toItem({ ':one': 1 }),
        }),
      ),
    ),
  );
}

async function put(item: object): Promise<void> {
  await dynamodb.send(new PutItemCommand({ TableName: DESK_TABLE, Item: toItem(item) }));
}

/** False when there is such a row already. */
async function putOnce(item: object): Promise<boolean> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: DESK_TABLE,
        Item: toItem(item),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
