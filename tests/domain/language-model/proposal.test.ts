import { describe, expect, it } from 'vitest';
import { candidatesOf, withChoice } from '../../../functions/domain/language-model/proposal.ts';
import { anUnderstanding } from '../../support/builders.ts';

const guess = (id: string, confidence: number) => ({ id, confidence, reasons: ['退款'] });
const torn = anUnderstanding({
  intents: [
    guess('buyer.refund', 0.7),
    guess('buyer.refund.apply', 0.35),
    guess('buyer.refund.not-arrived', 0.3),
    guess('buyer.refund.refused', 0.05),
  ],
});

describe('the meanings to choose from', () => {
  it('are the cases the platform thinks of itself', () => {
    expect(candidatesOf(torn)).toEqual([
      'buyer.refund.apply',
      'buyer.refund.not-arrived',
      'buyer.refund.refused',
    ]);
  });

  it.each([
    ['it is sure', { abstained: false }],
    ['the matter is urgent', { urgency: { urgent: true, reasons: ['被盗'] } }],
    ['a person is asked for', { wantsHuman: true }],
    ['there is only one', { intents: [guess('buyer.refund', 0.5), guess('buyer.refund.apply', 0.4)] }],
    ['there is none', { intents: [] }],
    ['one of two is nothing at all', { intents: [guess('none', 0.4), guess('buyer.refund.apply', 0.4)] }],
  ])('are none when %s', (_why, overrides) => {
    expect(candidatesOf({ ...torn, ...overrides })).toEqual([]);
  });
});

describe('a choice', () => {
  it('leads, as sure as the platform was that it is one of them', () => {
    const { intents, abstained } = withChoice(torn, 'buyer.refund.not-arrived');

    expect(abstained).toBe(false);
    expect(intents[0]?.id).toBe('buyer.refund.not-arrived');
    expect(intents[0]?.confidence).toBeCloseTo(0.7);
    expect(intents[0]?.reasons).toEqual(['退款', 'chosen by the language model']);
    expect(intents).toHaveLength(4);
  });

  it.each(['buyer.refund', 'account.security.stolen', 'none', ''])(
    'outside of them changes nothing: %s',
    (id) => {
      expect(withChoice(torn, id)).toEqual(torn);
    },
  );

  it.each([
    ['normal', 'buyer.refund.refused', 'high'],
    ['normal', 'payment.charge.unauthorised', 'high'],
    ['high', 'buyer.refund.apply', 'high'],
    ['normal', 'technical.app.notification', 'normal'],
    ['urgent', 'buyer.refund.apply', 'urgent'],
  ] as const)('turns %s with %s into %s', (priority, id, expected) => {
    const between = anUnderstanding({
      priority,
      intents: [guess(id, 0.3), guess('ads.delivery.effect', 0.3)],
    });

    const chosen = withChoice(between, id);

    expect(chosen.priority).toBe(expected);
    expect(chosen.urgency).toEqual({ urgent: false, reasons: [] });
  });
});
