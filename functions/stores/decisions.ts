import { BudgetState } from '../../schemas/budget.ts';
import { QualityReview } from '../../schemas/quality-review.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { afterVersion, putRow, removeAt, rowsOf, unlessThere } from './insights-table.ts';
import { budgetKey, REVIEWS_PARTITION, reviewKey } from './keys.ts';

/** The level of a month (`2026-11`) that was last told of. */
export async function findBudget(month: string): Promise<BudgetState | undefined> {
  const [row] = await rowsOf(budgetKey(month).pk);
  return row && BudgetState.parse(row['state']);
}

/** Keeps what was told of a month. */
export async function putBudget(state: BudgetState): Promise<void> {
  await putRow({ ...budgetKey(state.month), removeAt: removeAt(state.lookedAt), state });
}

/** Every quality review, in no order. */
export async function listReviews(): Promise<QualityReview[]> {
  return (await rowsOf(REVIEWS_PARTITION)).map(({ review }) => QualityReview.parse(review));
}

/** Keeps the next version of a review; the first one opens it. @throws VersionConflictError when another one was before it */
export async function saveReview(review: QualityReview): Promise<void> {
  const { reviewId, version, openedAt } = review;
  const saved = await putRow(
    { ...reviewKey(reviewId), version, removeAt: removeAt(openedAt), review },
    version === 1 ? unlessThere : afterVersion(version),
  );
  if (!saved) throw new VersionConflictError(`version ${version} does not follow the one that is kept`);
}
