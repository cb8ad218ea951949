import { describe, expect, it } from 'vitest';
import { cloudDollars, driversOf } from '../../../functions/domain/cost/cloud.ts';
import { cloudUseOf } from '../../../functions/domain/cost/uses.ts';
import { histories } from '../../support/builders.ts';

describe('what a ticket uses of the cloud', () => {
  it('is how often it was taken, and for how long clients were open', () => {
    const { events } = histories.resolved();

    // The customer wrote at 0 and was answered at 30; two minutes after that the client is gone. The agent had it for 36 seconds, in a client with two others.
    expect(cloudUseOf(events, 36_000)).toEqual({ accepted: 1, 'client-seconds': 30 + 120 + 12 });
  });

  it('counts what timers wrote', () => {
    const { events } = histories.inQueue();
    const [first] = events;
    if (!first) throw new Error('a history has events');
    const warned = {
      ...first,
      type: 'TargetWarned',
      body: { target: 'reached', dueAt: first.occurredAt },
    } as const;

    expect(cloudUseOf([...events, warned, warned], undefined)).toMatchObject({ timers: 2 });
  });

  it('costs for each thing that happened', () => {
    const opened = { tickets: 1, messages: {}, used: {} };
    const said = { ...opened, messages: { customer: 2, agent: 1, bot: 1, system: 1 } };

    expect(driversOf(said)).toMatchObject({ opened: 1, customer: 2, agent: 1, machine: 2, timers: 0 });
    expect(cloudDollars(said)).toBeGreaterThan(cloudDollars(opened));
    expect(cloudDollars({ tickets: 2, messages: {}, used: {} })).toBeCloseTo(2 * cloudDollars(opened), 12);
  });
});
