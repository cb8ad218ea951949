import fc from 'fast-check';
import type { Order } from '../../bench/append/order.ts';
import { type Copy, LAST_CALL, type Plan, type PlannedWrite } from '../../bench/append/plan.ts';

/** Lets fast-check decide who goes on, so that it can also look for a shorter order that fails. */
export class ScheduledOrder implements Order {
  private readonly scheduler: fc.Scheduler;

  constructor(scheduler: fc.Scheduler) {
    this.scheduler = scheduler;
  }

  play(start: () => void): Promise<void> {
    start();
    return this.scheduler.waitIdle();
  }

  begin(deed: () => Promise<void>): void {
    void deed();
  }

  async step(held = 0): Promise<void> {
    for (let turn = 0; turn <= held; turn += 1) await this.scheduler.schedule(Promise.resolve());
  }
}

const aCopy: fc.Arbitrary<Copy> = fc.record({
  held: fc.constant(0),
  environment: fc.constantFrom<0 | 1>(0, 1),
  crash: fc.option(
    fc.record({ call: fc.integer({ min: 1, max: LAST_CALL }), when: fc.constantFrom('before', 'after') }),
    { freq: 4, nil: undefined },
  ),
});

const aWrite: fc.Arbitrary<PlannedWrite> = fc.record({
  changes: fc.boolean(),
  reads: fc.integer({ min: 0, max: 3 }),
  sees: fc.boolean(),
  copies: fc.array(aCopy, { minLength: 1, maxLength: 2 }),
});

/** Two or three clients with one to three writes each, and sometimes a restore; chance alone says when what happens. */
export const aPlan: fc.Arbitrary<Plan> = fc.record({
  clients: fc.array(fc.array(aWrite, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
  restore: fc.option(fc.record({ held: fc.constant(0), takesBack: fc.integer({ min: 1, max: 3 }) }), {
    nil: undefined,
  }),
});

/** A write whose first copy was not answered before a restore, and whose second comes long after it. */
export const aRestoredPlan: fc.Arbitrary<Plan> = fc.record({
  clients: fc.tuple(
    fc.array(aWrite, { minLength: 3, maxLength: 3 }),
    fc.tuple(
      fc.record({
        changes: fc.boolean(),
        reads: fc.constant(3),
        sees: fc.boolean(),
        copies: fc.tuple(
          fc.record({
            held: fc.integer({ min: 0, max: 6 }),
            environment: fc.constant<0>(0),
            crash: fc.constant({ call: 3, when: 'before' as const }),
          }),
          fc.record({ held: fc.integer({ min: 15, max: 30 }), environment: fc.constant<1>(1) }),
        ),
      }),
    ),
  ),
  restore: fc.record({
    held: fc.integer({ min: 4, max: 15 }),
    takesBack: fc.integer({ min: 1, max: 3 }),
  }),
});
