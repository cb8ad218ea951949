import { describe, expect, it, vi } from 'vitest';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { memoryDecisions } from '../../functions/memory/decisions.ts';
import { memoryInsights } from '../../functions/memory/insights.ts';
import { closeReview, watchQuality } from '../../functions/use-cases/quality-reviews.ts';
import { at } from '../support/builders.ts';
import { aReview } from '../support/facts.ts';

const nothing = {
  insights: memoryInsights(),
  timeZone: 'Asia/Shanghai',
  reviewAbove: 0.15,
  announceReview: async () => undefined,
  now: () => at(100),
  log: () => undefined,
};

/** A look that finds an open review calm, while a save ends like this. */
async function lookWhile(saving: Error): Promise<void> {
  const decisions = memoryDecisions();
  await decisions.saveReview(aReview());
  const saveReview = vi.fn().mockRejectedValue(saving);
  await watchQuality({ ...nothing, decisions: { ...decisions, saveReview } })();
}

describe('a look at quality', () => {
  it('lets whoever closes a review at the same time go first', async () => {
    await expect(lookWhile(new VersionConflictError('closed meanwhile'))).resolves.toBeUndefined();
  });

  it('fails when a review cannot be kept, to be done again', async () => {
    await expect(lookWhile(new Error('throttled'))).rejects.toThrow('throttled');
  });
});

describe('the measure of open reviews', () => {
  it('leaves out those that are closed', async () => {
    const decisions = memoryDecisions();
    await decisions.saveReview(aReview());
    const other = aReview({ reviewId: 'fedcba9876543210' });
    await decisions.saveReview(other);
    await closeReview({ decisions, now: () => at(50) })(other.reviewId, '缺少培训', 'lin');
    const log = vi.fn();

    await watchQuality({ ...nothing, decisions, log })();

    expect(log).toHaveBeenLastCalledWith(
      'info',
      'quality',
      expect.objectContaining({ QualityReviewsOpen: 1 }),
    );
  });
});

describe('closing a review', () => {
  it('gives up when others are always ahead', async () => {
    const decisions = memoryDecisions();
    await decisions.saveReview(aReview());
    const saveReview = vi.fn().mockRejectedValue(new VersionConflictError('others are ahead'));
    const close = closeReview({ decisions: { ...decisions, saveReview }, now: () => at(100) });

    await expect(close('0123456789abcdef', '缺少培训', 'lin')).rejects.toThrow('others are ahead');
    expect(saveReview).toHaveBeenCalledTimes(4);
  });
});
