import type { BudgetState } from '../../schemas/budget.ts';
import type { QualityReview } from '../../schemas/quality-review.ts';
import { VersionConflictError } from '../domain/errors.ts';
import type { Decisions } from '../use-cases/platform-of-figures.ts';
import { frozen } from './frozen.ts';
import { SortedRows } from './rows.ts';

/** What figures ask people to decide. */
export function memoryDecisions(): Decisions {
  const budgets = new Map<string, BudgetState>();
  const reviews = new SortedRows<QualityReview>();

  return {
    async findBudget(month) {
      return budgets.get(month);
    },
    async putBudget(state) {
      budgets.set(state.month, frozen({ ...state }));
    },
    async listReviews() {
      return reviews.all();
    },
    async saveReview(review) {
      const before = reviews.get(review.reviewId)?.version ?? 0;
      if (before !== review.version - 1)
        throw new VersionConflictError(`version ${review.version} does not follow the one that is kept`);
      reviews.set(review.reviewId, frozen({ ...review }));
    },
  };
}
