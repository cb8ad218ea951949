import { describe, expect, it } from 'vitest';
import { labourFaults, labourOf, rateOf } from '../../../functions/domain/cost/labour.ts';

const acme = { vendor: 'Acme', centsPerHour: 900, chatsAtOnce: 2.5 };
const experts = { tier: 'expert', centsPerHour: 4000, chatsAtOnce: 1.5 } as const;
const all = { centsPerHour: 2000, chatsAtOnce: 2 };

describe('the rate of an agent', () => {
  it.each([
    ['of a company', { vendor: 'Acme', tier: 'expert' } as const, acme],
    ['of a tier', { tier: 'expert', team: '夜班' } as const, experts],
    ['of nobody else', {}, all],
  ])('%s is the first that fits', (_, agent, rate) => {
    expect(rateOf({ rates: [acme, experts, all] }, agent)).toBe(rate);
  });

  it('is none where none fits', () => {
    expect(rateOf({ rates: [acme] }, { vendor: 'Other' })).toBeUndefined();
  });
});

describe('the labour of a ticket', () => {
  it('is its share of paid time, in millionths of a dollar', () => {
    // Six minutes of an hour of $20 that two conversations share.
    expect(labourOf(360_000, all)).toBe(1_000_000);
  });
});

describe('labour rates', () => {
  it('that can be used have no faults', () => {
    expect(labourFaults({ rates: [acme, experts, all] })).toEqual([]);
  });

  it('that nobody can have are refused by name', () => {
    expect(labourFaults({ rates: [all, acme, acme] })).toEqual([
      { field: 'rates.1', rule: 'is never used: rates.0 fits everybody whom it fits' },
      { field: 'rates.2', rule: 'is never used: rates.0 fits everybody whom it fits' },
    ]);
  });
});
