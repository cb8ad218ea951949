import { describe, expect, it } from 'vitest';
import { costNote, costOf } from '../../../functions/domain/cost/figures.ts';
import { addFacts, emptyTally, figuresOf } from '../../../functions/domain/insights/tally.ts';
import type { FactRow } from '../../../schemas/facts.ts';
import { someFacts } from '../../support/facts.ts';

const figures = (...rows: Partial<FactRow>[]) => {
  const tally = emptyTally();
  for (const row of rows) addFacts(tally, someFacts(row));
  return figuresOf(tally);
};
const handled = { times: { handling: [360_000] } };

describe('the cost of tickets', () => {
  it('is cloud and labour, together and for each ticket', () => {
    const { cloud, labour, all, unpriced } = costOf(
      figures({ ...handled, labour: 1_500_000 }, { ...handled, labour: 500_000 }, {}, {}),
    );

    expect(labour).toEqual({ total: 2, perTicket: 0.5 });
    expect(all?.total).toBeCloseTo(2 + cloud.total, 12);
    expect(cloud.perTicket).toBeCloseTo(cloud.total / 4, 12);
    expect(unpriced).toBe(0);
  });

  it('of the bot alone has no labour to pay', () => {
    expect(costOf(figures({}))).toMatchObject({ labour: { total: 0, perTicket: 0 }, unpriced: 0 });
  });

  it('has no labour where nobody has said what people cost', () => {
    const cost = costOf(figures(handled, {}));

    expect(cost).not.toHaveProperty('labour');
    expect(cost).not.toHaveProperty('all');
    expect(cost.unpriced).toBe(1);
  });

  it('has no sum as long as a part has no price', () => {
    const cost = costOf(figures({ ...handled, labour: 1_000_000 }, handled));

    expect(cost).toMatchObject({ labour: { total: 1 }, unpriced: 1 });
    expect(cost).not.toHaveProperty('all');
  });

  it('of no tickets is none for each', () => {
    expect(costOf(figures())).toEqual({
      cloud: { total: 0 },
      labour: { total: 0 },
      all: { total: 0 },
      unpriced: 0,
    });
  });
});

describe('the note about a cost', () => {
  it('says what has no price', () => {
    expect(costNote(3)).toMatch(/^3 tickets .*settings\/labour/);
    expect(costNote(0)).toBeUndefined();
  });
});
