import { describe, expect, it } from 'vitest';
import { budgetOf, firstDayOf, levelOf } from '../../../functions/domain/cost/budget.ts';
import { addFacts, emptyTally, figuresOf } from '../../../functions/domain/insights/tally.ts';
import { daysBetween } from '../../../functions/domain/insights/range.ts';
import type { BudgetLevel } from '../../../schemas/budget.ts';
import { isoAt } from '../../support/builders.ts';
import { someFacts } from '../../support/facts.ts';

const plan = { monthly: 310, notice: 100, warning: 110, critical: 125 };
const today = '2026-11-20';

/** A day with one ticket that people treated for so many dollars. */
const treatedFor = (dollars: number | undefined) => {
  const tally = emptyTally();
  const labour = dollars === undefined ? {} : { labour: dollars * 1e6 };
  addFacts(tally, someFacts({ times: { handling: [60_000] }, ...labour }));
  return figuresOf(tally);
};
const days = (dollars: number | undefined) =>
  new Map(daysBetween('2026-10-01', today).map((day) => [day, treatedFor(dollars)]));
const known = (dollars: number | undefined) => ({ today, days: days(dollars), companies: new Map() });

describe('the level of a budget', () => {
  it.each<[number, BudgetLevel, BudgetLevel]>([
    [99.9, 'none', 'none'],
    [100, 'none', 'notice'],
    [110, 'notice', 'warning'],
    [125, 'none', 'critical'],
    // It ends when it is clearly missed.
    [107.5, 'warning', 'warning'],
    [106.9, 'warning', 'notice'],
    [60, 'critical', 'none'],
  ])('%f %% after %s is %s', (percent, before, level) => {
    expect(levelOf(plan, percent, before)).toBe(level);
  });
});

describe('a budget', () => {
  it('is held against what the month will cost', () => {
    const { level, percent = 0, projected, spent, month, note } = budgetOf(plan, known(10), undefined);

    expect([level, month, note]).toEqual(['none', '2026-11', undefined]);
    expect(spent).toBeCloseTo(200, 1);
    expect(projected?.dollars).toBeCloseTo(300, 1);
    expect(percent).toBeCloseTo((100 * 300) / 310, 1);
  });

  it('keeps its level of this month, and forgets that of the last', () => {
    const told = { month: '2026-11', level: 'warning', since: isoAt(0), lookedAt: isoAt(0) } as const;

    // 108 % of it.
    const close = { ...plan, monthly: 300 / 1.08 };
    expect(budgetOf(close, known(10), told)).toMatchObject({ level: 'warning', since: isoAt(0) });
    const next = budgetOf(close, known(10), { ...told, month: '2026-10' });
    expect(next.level).toBe('notice');
    expect(next).not.toHaveProperty('since');
  });

  it('that is none has no level', () => {
    const none = budgetOf({ ...plan, monthly: 0 }, known(10), undefined);

    expect(none).toMatchObject({ level: 'none', note: 'no budget is set (stack parameter MonthlyBudget)' });
    expect(none).not.toHaveProperty('percent');
  });

  it('of a business that has only begun is held against what was spent', () => {
    const begun = new Map([[today, treatedFor(400)]]);

    const budget = budgetOf(plan, { today, days: begun, companies: new Map() }, undefined);

    expect(budget.level).toBe('critical');
    expect(budget).not.toHaveProperty('projected');
    expect(budget.note).toContain('not enough data yet');
  });

  it('says what labour it does not know', () => {
    expect(budgetOf(plan, known(undefined), undefined)).toMatchObject({
      unpriced: 20,
      note: expect.stringContaining('20 tickets') as string,
    });
  });

  it('has no numbers that are none', () => {
    const nothing = budgetOf(plan, { today, days: new Map(), companies: new Map() }, undefined);

    expect(JSON.stringify(nothing)).not.toMatch(/null|NaN/);
  });

  it('knows what companies do', () => {
    const half = new Map([[today, treatedFor(5)]]);
    const two = new Map([[today, treatedFor(15)]]);

    expect(budgetOf(plan, { today, days: two, companies: half }, undefined).outsourcing).toMatchObject({
      own: { tickets: 0 },
      companies: { tickets: 1, perTicket: 5 },
    });
  });
});

describe('the first day that has to be known', () => {
  it.each([
    ['2026-11-30', '2026-11-01'],
    ['2026-11-02', '2026-10-05'],
  ])('on %s is %s', (day, first) => {
    expect(firstDayOf(day)).toBe(first);
  });
});
