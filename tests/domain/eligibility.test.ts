import { describe, expect, it } from 'vitest';
import type { Agent } from '../../schemas/agent.ts';
import type { RouteStep } from '../../schemas/route.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { candidatesFor, requireGates } from '../../functions/domain/candidates.ts';
import { gateObstacles, isPreferred, type Obstacle, obstacles } from '../../functions/domain/eligibility.ts';
import { ForbiddenError } from '../../functions/domain/errors.ts';
import { ladder } from '../../functions/domain/escalation.ts';
import { anAgent, aRoute, aStep, at, aTicket, isoAt, TICKET_ID } from '../support/builders.ts';

const SENIOR = ladder.indexOf('raise-level') + 1;
const desk = { now: at(0), standbyOpen: false, lastCallSeconds: 300 };
const waiting = (step: Partial<RouteStep> = {}, overrides: Partial<Ticket> = {}) =>
  aTicket({
    status: 'open',
    holder: { kind: 'queue', since: isoAt(0) },
    route: aRoute({ steps: [aStep(step)] }),
    ...overrides,
  });
const all: RouteStep['skills'] = ['queue', 'topic', 'language', 'segment'];

interface Case {
  what: string;
  agent?: Partial<Agent>;
  step?: Partial<RouteStep>;
  ticket?: Partial<Ticket>;
  because: Obstacle[];
}

describe('what keeps an agent from a ticket', () => {
  it.each<Case>([
    { what: 'nothing', step: { skills: all }, because: [] },
    { what: 'a shift that ends in 300 s', agent: { until: isoAt(300) }, because: ['shift ends'] },
    { what: 'nothing when it ends a moment later', agent: { until: isoAt(300.001) }, because: [] },
    {
      what: 'a limit of the channel',
      agent: { limits: { app: 1 }, busy: { app: 1 }, seats: [TICKET_ID] },
      because: ['no free seat in the channel'],
    },
    {
      what: 'nothing when another channel is full',
      agent: { limits: { email: 1 }, busy: { email: 1 }, seats: [TICKET_ID] },
      because: [],
    },
    {
      what: 'a topic that is asked for',
      agent: { topics: ['buyer.refund'] },
      step: { skills: all },
      ticket: { intentId: 'payment.charge.duplicate' },
      because: ['lacks the topic'],
    },
    {
      what: 'nothing when the topic is no longer asked for',
      agent: { topics: ['buyer.refund'] },
      ticket: { intentId: 'payment.charge.duplicate' },
      because: [],
    },
    {
      what: 'nothing when the topic begins the intent',
      agent: { topics: ['buyer.refund'] },
      step: { skills: all },
      ticket: { intentId: 'buyer.refund.apply' },
      because: [],
    },
    {
      what: 'a topic whose name only looks like it',
      agent: { topics: ['buyer.ref'] },
      step: { skills: all },
      ticket: { intentId: 'buyer.refund.apply' },
      because: ['lacks the topic'],
    },
    {
      what: 'nothing about the topic while nobody knows it',
      agent: { topics: ['buyer.refund'] },
      step: { skills: all },
      because: [],
    },
    {
      what: 'a segment that is asked for',
      agent: { segments: ['ordinary'] },
      step: { skills: all },
      ticket: { segment: 'vip' },
      because: ['lacks the segment'],
    },
    { what: 'the queue', agent: { queues: ['finance'] }, because: ['lacks the queue'] },
    {
      what: 'nothing when the step is open to every queue and language',
      agent: { queues: ['finance'] },
      step: { skills: [] },
      ticket: { language: 'vi' },
      because: [],
    },
    {
      what: 'a tier below the step’s',
      agent: { tier: 'outsource' },
      step: { minimumTier: 'basic' },
      because: ['tier too low'],
    },
    { what: 'nothing at the step’s tier', step: { minimumTier: 'basic' }, because: [] },
    {
      what: 'nothing once the ladder has come to seniors',
      agent: { tier: 'outsource', topics: ['ads'], segments: ['vip'] },
      step: { minimumTier: 'lead', skills: all },
      ticket: { escalationLevel: SENIOR, language: 'vi', intentId: 'buyer.refund.apply' },
      because: [],
    },
    {
      what: 'an exam and a clearance, however high the ladder, and more than one at a time',
      agent: { exams: ['first-aid'], clearance: 1, availability: 'break' },
      ticket: {
        escalationLevel: ladder.length,
        route: aRoute({ exams: ['first-aid', 'platform-rules'], clearance: 2 }),
      },
      because: ['not available', 'exam not passed: platform-rules', 'clearance too low'],
    },
  ])('is $what', ({ agent, step, ticket, because }) => {
    expect(obstacles(anAgent(agent), waiting(step, ticket), desk)).toEqual(because);
  });

  it('is no gate where the queue demands nothing', () => {
    expect(gateObstacles(anAgent(), aTicket())).toEqual([]);
  });
});

describe('the preferred tier', () => {
  it.each([
    { tier: 'basic', preferred: false },
    { tier: 'expert', preferred: true },
    { tier: 'lead', preferred: true },
  ] as const)('of expert is for $tier: $preferred', ({ tier, preferred }) => {
    expect(isPreferred(anAgent({ tier }), waiting({ preferredTier: 'expert' }))).toBe(preferred);
  });

  it('is everybody where none is named', () => {
    expect(isPreferred(anAgent({ tier: 'outsource' }), waiting())).toBe(true);
  });
});

describe('the desk', () => {
  it('says who may have a ticket first, then who may not and why', () => {
    const away = anAgent({ agentId: 'bo', availability: 'break' });

    expect(candidatesFor(waiting(), [away, anAgent()], desk)).toEqual([
      { agentId: 'mei', name: 'Mei', tier: 'basic', free: 3, preferred: true, because: [] },
      { agentId: 'bo', name: 'Mei', tier: 'basic', free: 3, preferred: true, because: ['not available'] },
    ]);
  });

  it('refuses who takes a ticket by hand without the exam, and names it', () => {
    const ticket = waiting({}, { route: aRoute({ exams: ['platform-rules'] }) });

    expect(() => requireGates(anAgent(), ticket)).toThrow(
      new ForbiddenError('exam not passed: platform-rules'),
    );
    expect(() => requireGates(anAgent({ exams: ['platform-rules'] }), ticket)).not.toThrow();
  });
});
