import { describe, expect, it } from 'vitest';
import {
  closedReview,
  exceeds,
  type Looked,
  reviewSteps,
} from '../../../functions/domain/insights/quality-review.ts';
import { emptyTally, figuresOf } from '../../../functions/domain/insights/tally.ts';
import { seededRandom } from '../../../functions/memory/random.ts';
import type { FactFlag } from '../../../schemas/facts.ts';
import type { QualityReview } from '../../../schemas/quality-review.ts';
import { at, isoAt } from '../../support/builders.ts';
import { aReview } from '../../support/facts.ts';

const look = (
  value: string,
  flags: Partial<Record<FactFlag, number>>,
  window: Looked['window'] = 'day',
): Looked => ({
  window,
  dimension: 'team',
  rows: [
    {
      level: 'hour',
      timeZone: 'Asia/Shanghai',
      day: '2026-11-21',
      start: isoAt(0),
      dimension: 'team',
      value,
      figures: { ...figuresOf(emptyTally()), tickets: 100, flags },
    },
  ],
});
const loud = look('夜班', { rated: 100, 'bad-review': 40 });
const calm = look('夜班', { rated: 100, 'bad-review': 15 });
const between = look('夜班', { rated: 100, 'bad-review': 20 });
const steps = (looked: Looked[], kept: QualityReview[] = []) =>
  reviewSteps(looked, kept, { above: 0.15, now: at(100) });
const none = { open: [], change: [] };

describe('a quality review', () => {
  it('is opened where ratings are worse than chance explains', () => {
    expect(steps([loud])).toEqual({
      open: [
        {
          reviewId: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
          version: 1,
          measure: 'bad-review',
          dimension: 'team',
          value: '夜班',
          window: 'day',
          cases: 40,
          of: 100,
          above: 0.15,
          openedAt: isoAt(100),
        },
      ],
      change: [],
    });
  });

  it('is opened where complaints come again, by what the week says if the day does not', () => {
    const quiet = look('夜班', { complaint: 4, 'complaint-repeat': 2 });
    const week = look('夜班', { complaint: 80, 'complaint-repeat': 30 }, 'week');

    expect(steps([quiet, week]).open).toMatchObject([
      { measure: 'repeat-complaint', window: 'week', of: 80 },
    ]);
  });

  it('adds up all hours of the window', () => {
    const parts = look('夜班', { rated: 10, 'bad-review': 4 });

    expect(
      steps([{ ...parts, rows: Array.from({ length: 10 }, () => parts.rows[0] ?? []).flat() }]).open,
    ).toMatchObject([{ cases: 40, of: 100 }]);
  });

  it('has the same id when two look at the same hour', () => {
    expect(steps([loud]).open).toEqual(steps([loud]).open);
  });

  it.each([
    ['the share may be chance', between],
    ['there are too few', look('夜班', { rated: 19, 'bad-review': 19 })],
    ['nobody has rated', look('夜班', {})],
  ])('is not opened when %s', (_, looked) => {
    expect(steps([looked])).toEqual(none);
  });

  it('is opened once: not while one is open, nor after it until it was calm', () => {
    expect(steps([loud], [aReview()])).toEqual(none);
    expect(steps([loud], [aReview({ calmAt: isoAt(50) })]).open).toEqual([]);
    expect(steps([loud], [aReview({ closedAt: isoAt(50) })])).toEqual(none);
    expect(steps([loud], [aReview({ closedAt: isoAt(60), calmAt: isoAt(50) })]).open).toHaveLength(1);
    expect(steps([loud], [aReview({ value: '白班' })]).open).toHaveLength(1);
  });

  it('becomes calm when no window is above the threshold any more, not before', () => {
    expect(steps([between], [aReview()])).toEqual(none);
    expect(steps([calm, look('夜班', { rated: 100, 'bad-review': 16 }, 'week')], [aReview()])).toEqual(none);
    expect(steps([calm], [aReview()]).change).toEqual([aReview({ version: 2, calmAt: isoAt(100) })]);
    // Nobody rates at all.
    expect(steps([], [aReview()]).change).toMatchObject([{ calmAt: isoAt(100) }]);
  });

  it('that was calm is loud again while it is open, so that closing it opens no other', () => {
    const { change } = steps([loud], [aReview({ version: 2, calmAt: isoAt(50) })]);

    expect(change).toEqual([aReview({ version: 3 })]);
  });
});

describe('closing a quality review', () => {
  const closing = { findings: '缺少培训', agentId: 'lin', now: at(200) };

  it('keeps what was found', () => {
    expect(closedReview(aReview(), closing)).toEqual(
      aReview({ version: 2, closedAt: isoAt(200), closedBy: 'lin', findings: '缺少培训' }),
    );
  });

  it('again changes nothing, and with other words is refused', () => {
    const closed = closedReview(aReview(), closing) ?? aReview();

    expect(closedReview(closed, { ...closing, now: at(300) })).toBeUndefined();
    expect(() => closedReview(closed, { ...closing, findings: '没有问题' })).toThrow('other findings');
    expect(() => closedReview(closed, { ...closing, agentId: 'ada' })).toThrow('other findings');
  });
});

describe('a share above its threshold', () => {
  /** Months of hourly looks at 24 hours of ratings, of which so many are bad: the share of them in which a review would be opened. */
  const openedIn = (bad: number, perHour: number, months: number): number => {
    const random = seededRandom(3);
    let opened = 0;
    for (let month = 0; month < months; month += 1) {
      const hours = Array.from({ length: 24 * 30 }, () => {
        const of = Math.floor(2 * perHour * random() + 0.5);
        return { of, cases: Array.from({ length: of }, random).filter((chance) => chance < bad).length };
      });
      const looks = hours.map((_, at) =>
        hours
          .slice(Math.max(0, at - 23), at + 1)
          .reduce((all, { of, cases }) => ({ of: all.of + of, cases: all.cases + cases }), {
            of: 0,
            cases: 0,
          }),
      );
      if (looks.some((seen) => exceeds(seen, 0.15))) opened += 1;
    }
    return opened / months;
  };

  it('is hardly ever seen by chance', () => {
    expect(openedIn(0.05, 1, 60)).toBe(0);
    expect(openedIn(0.1, 1, 60)).toBeLessThan(0.1);
    expect(openedIn(0.1, 8, 60)).toBeLessThan(0.05);
  });

  it('is found where it is twice as high', () => {
    expect(openedIn(0.3, 1, 30)).toBe(1);
  });
});
