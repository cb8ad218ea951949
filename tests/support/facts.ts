import { FactRow } from '../../schemas/facts.ts';
import { QualityReview } from '../../schemas/quality-review.ts';
import { isoAt } from './builders.ts';

/** The facts of a ticket that the bot has and nothing happened to; ids count from 0. */
export function someFacts(overrides: Partial<FactRow> = {}): FactRow {
  return FactRow.parse({
    ticketId: 'KF-0123-4567-89AB',
    number: 3,
    createdAt: isoAt(0),
    channel: 'app',
    segment: 'ordinary',
    language: 'zh',
    queueId: 'support',
    priority: 'normal',
    flags: [],
    kept: [],
    breached: [],
    times: {},
    messages: { customer: 1 },
    used: {},
    ...overrides,
  });
}

/** The id of the nth ticket. */
export function ticketIdOf(at: number): string {
  return `KF-0000-0000-${String(at).padStart(4, '0')}`;
}

/** A quality review of a team's ratings, as it was opened. */
export function aReview(overrides: Partial<QualityReview> = {}): QualityReview {
  return QualityReview.parse({
    reviewId: '0123456789abcdef',
    version: 1,
    measure: 'bad-review',
    dimension: 'team',
    value: '夜班',
    window: 'day',
    openedAt: isoAt(0),
    cases: 12,
    of: 30,
    above: 0.15,
    ...overrides,
  });
}
