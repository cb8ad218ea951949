import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { BudgetState } from '../../schemas/budget.ts';
import { InsightsEnvironment } from '../../schemas/environment.ts';
import { QualityReview } from '../../schemas/quality-review.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, queryAll, toItem } from './dynamodb.ts';
import { budgetKey, REVIEWS_PARTITION, reviewKey } from './keys.ts';

const { INSIGHTS_TABLE } = environment(InsightsEnvironment);
/** As long as the figures behind it. */
const KEPT_SECONDS = 430 * 86_400;

/** The level of a month (`2026-11`) that was last told of. */
export async function findBudget(month: string): Promise<BudgetState | undefined> {
  const [row] = await query(budgetKey(month).pk);
  return row && BudgetState.parse(row['state']);
}

/** Keeps what was told of a month. */
export async function putBudget(state: BudgetState): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: INSIGHTS_TABLE,
      Item: toItem({ ...budgetKey(state.month), removeAt: removeAt(state.lookedAt), state }),
    }),
  );
}

/** Every quality review, in no order. */
export async function listReviews(): Promise<QualityReview[]> {
  return (await query(REVIEWS_PARTITION)).map(({ review }) => QualityReview.parse(review));
}

/** Keeps the next version of a review; the first one opens it. @throws VersionConflictError when another one was before it */
export async function saveReview(review: QualityReview): Promise<void> {
  const { version, openedAt } = review;
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: INSIGHTS_TABLE,
        Item: toItem({ ...reviewKey(review.reviewId), version, removeAt: removeAt(openedAt), review }),
        ...(version === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :previous',
              ExpressionAttributeValues: toItem({ ':previous': version - 1 }),
            }),
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new VersionConflictError(`version ${version} does not follow the one that is kept`);
    throw error;
  }
}

function query(pk: string): Promise<Record<string, unknown>[]> {
  return queryAll({
    TableName: INSIGHTS_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': pk }),
    ConsistentRead: true,
  });
}

function removeAt(from: string): number {
  return Math.floor(Date.parse(from) / 1000) + KEPT_SECONDS;
}
