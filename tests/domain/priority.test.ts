import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriorityWeights } from '../../schemas/routing.ts';
import { Priority, Segment } from '../../schemas/ticket-facts.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { Sentiment } from '../../schemas/understanding.ts';
import { queueOrder } from '../../functions/domain/assignment.ts';
import { ladder } from '../../functions/domain/escalation.ts';
import { partsOf, priorityNumber, starvationBound } from '../../functions/domain/priority.ts';
import { routeTicket } from '../../functions/domain/routing.ts';
import { defaultRouting } from '../../functions/domain/routing-defaults.ts';
import { aHistory, aRoute, at, aTicket, isoAt } from '../support/builders.ts';

const { priority: weights } = defaultRouting;
const waiting = (overrides: Partial<Ticket> = {}) =>
  aTicket({ status: 'open', holder: { kind: 'queue', since: isoAt(0) }, ...overrides });

describe('the priority number', () => {
  it.each<{ what: string; ticket: Partial<Ticket>; parts: [string, number, string][] }>([
    { what: 'of an ordinary ticket', ticket: {}, parts: [['urgency', 0, 'normal']] },
    {
      what: 'counts urgency and mood',
      ticket: { priority: 'urgent', mood: { sentiment: 'angry', trend: 'rising', warned: true } },
      parts: [
        ['urgency', 3600, 'urgent'],
        ['sentiment', 300, 'the customer is angry'],
      ],
    },
    {
      what: 'counts money at stake and who the customer is',
      ticket: { segment: 'vip', intentId: 'payment.charge.duplicate' },
      parts: [
        ['urgency', 0, 'normal'],
        ['segment', 600, 'vip'],
        ['money', 300, 'money at stake: payment'],
      ],
    },
    {
      what: 'counts three repeats and no more, and each rung',
      ticket: { contacts: 9, escalationLevel: 2 },
      parts: [
        ['urgency', 0, 'normal'],
        ['repeat', 600, 'contact number 9 about it'],
        ['level', 1200, 'escalated to level 2'],
      ],
    },
  ])('$what', ({ ticket, parts }) => {
    expect(
      partsOf(waiting(ticket), weights).map(({ part, points, reason }) => [part, points, reason]),
    ).toEqual(parts);
  });

  it('grows with waiting', () => {
    const ticket = waiting({ route: aRoute({ points: 300, ageing: 2 }) });

    expect([priorityNumber(ticket, at(0)), priorityNumber(ticket, at(45))]).toEqual([300, 390]);
  });

  it.each([
    { what: 'is not routed yet', ticket: waiting() },
    { what: 'is with the bot', ticket: aTicket({ route: aRoute() }) },
  ])('is none for a ticket that $what', ({ ticket }) => {
    expect(priorityNumber(ticket, at(45))).toBeUndefined();
  });
});

const points = fc.integer({ min: -5000, max: 5000 });
const someWeights: fc.Arbitrary<PriorityWeights> = fc.record({
  urgency: fc.record({ urgent: points, high: points, normal: points, low: points }),
  sentiment: fc.record({ angry: points, negative: points }, { requiredKeys: [] }),
  segment: fc.record({ vip: points, creator: points }, { requiredKeys: [] }),
  money: fc.record({ intents: fc.constant(['payment']), points }),
  repeat: fc.record({ points, most: fc.integer({ min: 0, max: 5 }) }),
  level: points,
  ageing: fc.double({ min: 0.1, max: 10, noNaN: true }),
});
const facts = fc.record({
  priority: fc.constantFrom(...Priority.options),
  segment: fc.constantFrom(...Segment.options),
  sentiment: fc.constantFrom(...Sentiment.options),
  contacts: fc.integer({ min: 1, max: 9 }),
  escalationLevel: fc.integer({ min: 0, max: ladder.length }),
  money: fc.boolean(),
});
type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never;

/** The ticket routed with these weights, waiting since a second. */
function routed({ sentiment, money, ...rest }: Facts, since: number, priority: PriorityWeights): Ticket {
  const ticket = {
    ...rest,
    status: 'open',
    holder: { kind: 'queue', since: isoAt(since) },
    mood: { sentiment, trend: 'steady', warned: false },
    ...(money && { intentId: 'payment.charge.duplicate' }),
  } as const;
  const routing = { settings: { ...defaultRouting, priority }, version: 1 };
  const change = routeTicket(aHistory(ticket), routing, at(since));
  return change?.ticket ?? expect.fail('a waiting ticket is routed');
}

describe('a waiting ticket', () => {
  it('is never overtaken by one that came more than the bound later, whatever both are', () => {
    fc.assert(
      fc.property(facts, facts, someWeights, fc.nat(100_000), (old, young, weights, more) => {
        const later = Math.ceil(starvationBound(weights)) + 1 + more;

        const first = queueOrder(routed(old, 0, weights));
        const second = queueOrder(routed(young, later, weights));

        return (first ?? '') < (second ?? '');
      }),
      { numRuns: 3000 },
    );
  });

  it('is overtaken by the most pressing one that came a second earlier than the bound', () => {
    const bound = starvationBound(weights);
    const least = { priority: 'low', segment: 'ordinary', sentiment: 'neutral', contacts: 1 } as const;
    const most = { priority: 'urgent', segment: 'vip', sentiment: 'angry', contacts: 4 } as const;

    const old = queueOrder(routed({ ...least, escalationLevel: 0, money: false }, 0, weights)) ?? '';
    const young = (since: number) =>
      queueOrder(routed({ ...most, escalationLevel: ladder.length, money: true }, since, weights)) ?? '';

    expect(bound).toBe(8700);
    expect([young(bound - 1) < old, young(bound + 1) < old]).toEqual([true, false]);
  });

  it('starts to be served after the bound and those who were before it then, however many come later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ facts, since: fc.integer({ min: -20_000, max: 40_000 }) }), { maxLength: 60 }),
        facts,
        (others, mine) => {
          const me = routed(mine, 0, weights);
          const bound = starvationBound(weights);
          const before = others.filter(({ facts, since }) => {
            const order = queueOrder(routed(facts, since, weights)) ?? '';
            return order < (queueOrder(me) ?? '');
          });

          return before.every(({ since }) => since <= bound);
        },
      ),
      { numRuns: 200 },
    );
  });
});
