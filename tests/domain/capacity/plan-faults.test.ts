import { describe, expect, it } from 'vitest';
import { planFaults } from '../../../functions/domain/capacity/plan-faults.ts';
import { SeatPlan } from '../../../schemas/seat-plan.ts';

const aPlan = (overrides: Partial<SeatPlan> = {}): SeatPlan => ({
  conversationsPerHour: 480,
  urgentShare: 0.05,
  handlingSeconds: 360,
  regularSeats: 20,
  standbySeats: 5,
  standbyOpen: false,
  conversationsPerSeat: 3,
  serviceLevel: 0.95,
  urgentSeconds: 15,
  normalSeconds: 180,
  peak: { pollers: 50, provisioned: 0 },
  offPeak: { pollers: 10, provisioned: 0 },
  budget: { notice: 100, warning: 110, critical: 125 },
  ...overrides,
});

describe('a capacity plan', () => {
  it('that keeps the promise at the forecast peak has no fault', () => {
    expect(planFaults(aPlan())).toEqual([]);
  });

  it('is not held against seats without a forecast', () => {
    expect(planFaults(aPlan({ conversationsPerHour: 0, regularSeats: 0 }))).toEqual([]);
  });

  it('says how much of the promise it would keep, and how many agents it takes', () => {
    const [fault, ...others] = planFaults(aPlan({ regularSeats: 17 }));

    expect(others).toEqual([]);
    expect(fault).toBe(
      'RegularSeats = 17 cannot keep the promise at the forecast peak. 480 conversations an hour (PeakConversationsPerHour) ' +
        'of 360 s (HandlingSeconds) are 48 at the same time; 17 agents with 3 each (ConversationsPerSeat) hold 51. ' +
        'A person would reach 92.4 % of urgent ones within 15 s and 87.2 % of all within 180 s; the promise is 95 % (ServiceLevel). ' +
        'At least 18 agents are needed: raise RegularSeats by 1, or let the standby pool take part with PeakStandbyOpen=true, ' +
        'or promise less (ServiceLevel, UrgentReachedSeconds, NormalReachedSeconds).',
    );
  });

  it.each([
    [{ notice: 100, warning: 90, critical: 125 }, 'BudgetWarning (90 %) is below BudgetNotice (100 %)'],
    [{ notice: 100, warning: 130, critical: 125 }, 'BudgetCritical (125 %) is below BudgetWarning (130 %)'],
  ])('tells of no lower level after a higher one: %j', (budget, fault) => {
    expect(planFaults(aPlan({ budget }))).toEqual([`${fault}: the lower level would never be told of.`]);
    expect(planFaults(aPlan({ budget: { notice: 100, warning: 100, critical: 100 } }))).toEqual([]);
  });

  it('says so when they would never catch up', () => {
    const [fault] = planFaults(aPlan({ regularSeats: 10, standbyOpen: true }));

    expect(fault).toContain('RegularSeats + StandbySeats = 15 cannot keep');
    expect(fault).toContain(
      'The queue would grow as long as the peak lasts. At least 18 agents are needed: raise RegularSeats by 3,',
    );
    expect(fault).not.toContain('PeakStandbyOpen=true');
  });

  it('needs as many agents as one that asks for them says, and no fewer', () => {
    for (const conversationsPerHour of [1, 60, 999, 100_000]) {
      const plan = aPlan({ conversationsPerHour, regularSeats: 0 });
      const needed = Number(/At least (\d+) agents/.exec(planFaults(plan)[0] ?? '')?.[1]);

      expect(planFaults({ ...plan, regularSeats: needed })).toEqual([]);
      expect(planFaults({ ...plan, regularSeats: needed - 1 })).toHaveLength(1);
    }
  });

  it('needs more when everything is urgent', () => {
    const many = (urgentShare: number) =>
      planFaults(aPlan({ regularSeats: 0, conversationsPerSeat: 1, urgentShare }))[0];

    // By Erlang C: 60 within 15 s, 53 within 180 s.
    expect(many(1)).toContain('At least 60 agents');
    expect(many(0.05)).toContain('At least 53 agents');
  });

  it('has no less in peak than off peak', () => {
    const faults = planFaults(
      aPlan({ peak: { pollers: 5, provisioned: 0 }, offPeak: { pollers: 10, provisioned: 2 } }),
    );

    expect(faults).toEqual([
      'PeakPollers (5) is below OffPeakPollers (10): peak would have less than off-peak.',
      'PeakProvisioned (0) is below OffPeakProvisioned (2): peak would have less than off-peak.',
    ]);
  });
});

describe('a plan as CloudFormation hands it on', () => {
  const text = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, text(inner)]))
      : String(value);

  it('is text, and means the same', () => {
    expect(SeatPlan.parse(text(aPlan()))).toEqual(aPlan());
  });

  it.each([
    ['regularSeats', '-1'],
    ['regularSeats', 'many'],
    ['serviceLevel', '1'],
    ['handlingSeconds', '0'],
    ['standbyOpen', 'perhaps'],
  ])('is refused with %s: %s', (field, value) => {
    const { error } = SeatPlan.safeParse({ ...aPlan(), standbyOpen: 'true', [field]: value });

    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});
