import { describe, expect, it } from 'vitest';
import { outsourcingOf } from '../../../functions/domain/cost/outsourcing.ts';

const plan = { monthly: 1000, notice: 100, warning: 110, critical: 125 };
/** Our own cost twice as much as companies, who treat three of ten; half of the month is to come. */
const month = {
  plan,
  spent: 550,
  projected: 1100,
  own: { tickets: 700, dollars: 1400 },
  companies: { tickets: 300, dollars: 300 },
  cloud: 0,
};

describe('the share of companies', () => {
  it('is known from what was treated, with what a ticket costs', () => {
    const { share, own, companies } = outsourcingOf(month);

    expect(share).toBe(0.3);
    expect([own.perTicket, companies.perTicket]).toEqual([2, 1]);
  });

  it('is proposed as the least with which what is still to come keeps the month to its budget', () => {
    const { proposed = 0, wouldCost = 0 } = outsourcingOf({ ...month, spent: 100, projected: 1050 });

    expect(proposed).toBe(0.39);
    expect(wouldCost).toBeCloseTo(100 + (950 * (2 - 0.39)) / 1.7, 9);
    expect(wouldCost).toBeLessThanOrEqual(1000);
    expect(100 + (950 * (2 - 0.38)) / 1.7).toBeGreaterThan(1000);
  });

  it('leaves the cloud as it is', () => {
    const cloudy = outsourcingOf({ ...month, spent: 0, projected: 1050, cloud: 1700 });

    // Half of it is cloud: labour has to fall from 525 to 475.
    expect(cloudy.proposed).toBe(0.47);
  });

  it('is not proposed within the budget, without one, or before anything is projected', () => {
    expect(outsourcingOf({ ...month, projected: 1000 })).not.toHaveProperty('proposed');
    expect(outsourcingOf({ ...month, plan: { ...plan, monthly: 0 } })).not.toHaveProperty('note');
    expect(outsourcingOf({ ...month, projected: undefined }).note).toBe('nothing is projected yet');
  });

  it('that is not enough says what is missing', () => {
    const { proposed, wouldCost = 0, note } = outsourcingOf({ ...month, spent: 1090 });

    expect(proposed).toBeUndefined();
    expect(wouldCost).toBeGreaterThan(1000);
    expect(note).toBe(
      `no share from 30 to 60 % keeps to the budget: $${(wouldCost - 1000).toFixed(2)} would still be missing`,
    );
  });

  it.each([
    ['companies', { companies: { tickets: 0, dollars: 0 } }],
    ['our own people', { own: { tickets: 0, dollars: 0 } }],
  ])('is not proposed while nobody knows what %s cost', (who, known) => {
    expect(outsourcingOf({ ...month, ...known }).note).toContain(who);
  });

  it('is not proposed when people cost nothing', () => {
    const free = { own: { tickets: 5, dollars: 0 }, companies: { tickets: 5, dollars: 0 }, cloud: 7 };

    expect(outsourcingOf({ ...month, ...free })).toMatchObject({ wouldCost: 1100, share: 0.5 });
    expect(outsourcingOf({ ...month, ...free })).not.toHaveProperty('proposed');
  });

  it('is unknown when nobody has treated anything', () => {
    const nobody = { tickets: 0, dollars: 0 };

    expect(outsourcingOf({ ...month, own: nobody, companies: nobody })).not.toHaveProperty('share');
  });
});
