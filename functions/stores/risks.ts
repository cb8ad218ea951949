import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import type { RiskCategory, RiskCount } from '../../schemas/risk.ts';
import type { Screened } from '../domain/risk/screening.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, toItem } from './dynamodb.ts';
import { heldKey, riskCountKey, screenedKey } from './keys.ts';

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

/** One more of each of these for every category. */
export async function count(
  categories: readonly RiskCategory[],
  counts: readonly RiskCount[],
): Promise<void> {
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
