import { QualityDimension, type QualityReview } from '../../schemas/quality-review.ts';
import { NotFoundError, VersionConflictError } from '../domain/errors.ts';
import { closedReview, type Looked, reviewSteps } from '../domain/insights/quality-review.ts';
import { addDays, firstsOfMonths } from '../domain/insights/range.ts';
import { dayOf } from '../domain/reply-rate.ts';
import { measured } from './metrics.ts';
import type { Platform, Uses } from './platform.ts';

const DAY_MS = 86_400_000;
/** The first turn of an hour looks. */
const LOOK_MINUTES = 5;
/** Tries of a write that others are ahead of. */
const ATTEMPTS = 4;

type Watches = Uses<{ insights: 'listRollUps'; decisions: 'listReviews' | 'saveReview' }> &
  Pick<Platform, 'now' | 'log'> & {
    timeZone: string;
    reviewAbove: number;
    announceReview: (review: QualityReview) => Promise<void>;
  };

/** Once an hour: opens a review where too many were unhappy or had to come again, tells of it until that has been accepted, and counts those that are open. */
export const watchQuality =
  ({ insights, decisions, timeZone, reviewAbove, announceReview, now, log }: Watches) =>
  async (): Promise<void> => {
    const time = now();
    if (time.getUTCMinutes() >= LOOK_MINUTES) return;
    const looked: Looked[] = [];
    for (const dimension of QualityDimension.options)
      looked.push(await lastDay(dimension), await lastWeek(dimension));
    const kept = await decisions.listReviews();
    const { open, change } = reviewSteps(looked, kept, { above: reviewAbove, now: time });
    for (const review of open) {
      await announceReview(review);
      log('warn', 'quality review opened', { ...review });
    }
    for (const review of [...open, ...change]) await save(review);
    const known = kept.filter(({ closedAt }) => closedAt === undefined).length;
    log('info', 'quality', measured({ QualityReviewsOpen: known + open.length }, time));

    async function lastDay(dimension: QualityDimension): Promise<Looked> {
      const since = new Date(time.getTime() - DAY_MS).toISOString();
      const rows = [];
      for (const day of new Set([since, time.toISOString()].map((at) => dayOf(timeZone, Date.parse(at)))))
        rows.push(...(await insights.listRollUps({ level: 'hour', timeZone, dimension, day })));
      return { window: 'day', dimension, rows: rows.filter(({ start }) => start > since) };
    }

    async function lastWeek(dimension: QualityDimension): Promise<Looked> {
      const to = dayOf(timeZone, time.getTime());
      const from = addDays(to, -6);
      const rows = [];
      for (const day of firstsOfMonths(from, to))
        rows.push(...(await insights.listRollUps({ level: 'day', timeZone, dimension, day })));
      return { window: 'week', dimension, rows: rows.filter(({ day }) => day >= from) };
    }

    async function save(review: QualityReview): Promise<void> {
      try {
        await decisions.saveReview(review);
      } catch (error) {
        // Somebody closed it meanwhile: the next look goes on from there.
        if (!(error instanceof VersionConflictError)) throw error;
      }
    }
  };

/** Somebody says what was found, and the review is closed. Sent again it is answered again. */
export const closeReview =
  ({ decisions, now }: Uses<{ decisions: 'listReviews' | 'saveReview' }> & Pick<Platform, 'now'>) =>
  async (reviewId: string, findings: string, agentId: string): Promise<QualityReview> => {
    for (let attempt = 1; ; attempt += 1) {
      const review = (await decisions.listReviews()).find((it) => it.reviewId === reviewId);
      if (!review) throw new NotFoundError('quality review');
      const closed = closedReview(review, { findings, agentId, now: now() });
      if (!closed) return review;
      try {
        await decisions.saveReview(closed);
        return closed;
      } catch (error) {
        // Somebody else wrote first, or this very request did.
        if (!(error instanceof VersionConflictError) || attempt === ATTEMPTS) throw error;
      }
    }
  };
