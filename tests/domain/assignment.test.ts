import { describe, expect, it } from 'vitest';
import type { Agent } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { expectedWait, offerTicket, pickAgent, queueOrder } from '../../functions/domain/assignment.ts';
import { isEligible } from '../../functions/domain/eligibility.ts';
import { IllegalTransitionError } from '../../functions/domain/errors.ts';
import { ladder } from '../../functions/domain/escalation.ts';
import { aHistory, anAgent, at, aTicket, histories, isoAt, TICKET_ID, when } from '../support/builders.ts';

const SENIOR = ladder.indexOf('raise-level') + 1;
const STANDBY = ladder.indexOf('open-standby') + 1;
const waiting = (overrides: Partial<Ticket> = {}) =>
  aTicket({ status: 'open', holder: { kind: 'queue', since: isoAt(0) }, ...overrides });
/** Draws these numbers one after the other. */
const draws = (...numbers: number[]) => {
  const left = [...numbers];
  return () => left.shift() ?? 0;
};
const floor = (random = draws(0, 0), standbyOpen = false) => ({ now: at(0), standbyOpen, random });

interface Eligibility {
  what: string;
  agent?: Partial<Agent>;
  ticket?: Partial<Ticket>;
  standbyOpen?: boolean;
  eligible: boolean;
}

describe('an agent', () => {
  it.each<Eligibility>([
    { what: 'is available, skilled and has a free seat', eligible: true },
    { what: 'is on a break', agent: { availability: 'break' }, eligible: false },
    { what: 'is offline', agent: { availability: 'offline' }, eligible: false },
    { what: 'has a lease that ends now', agent: { leaseUntil: isoAt(0) }, eligible: false },
    { what: 'has a lease for another millisecond', agent: { leaseUntil: isoAt(0.001) }, eligible: true },
    { what: 'has every seat taken', agent: { capacity: 1, seats: [TICKET_ID] }, eligible: false },
    { what: 'has the last seat free', agent: { capacity: 2, seats: [TICKET_ID] }, eligible: true },
    { what: 'has let it pass once', ticket: { passedBy: [anAgent().agentId] }, eligible: true },
    {
      what: 'has let it pass twice since the last rung',
      ticket: { passedBy: [anAgent().agentId, 'bo', anAgent().agentId] },
      eligible: false,
    },
    { what: 'lacks the skill', ticket: { queueId: 'finance' }, eligible: false },
    {
      what: 'is senior but lacks the skill',
      agent: { tier: 'expert' },
      ticket: { queueId: 'finance', escalationLevel: SENIOR - 1 },
      eligible: false,
    },
    {
      what: 'is senior and the ladder has come to seniors of any skill',
      agent: { tier: 'expert' },
      ticket: { queueId: 'finance', escalationLevel: SENIOR },
      eligible: true,
    },
    {
      what: 'is basic, lacks the skill, and the ladder has come to seniors',
      ticket: { queueId: 'finance', escalationLevel: SENIOR },
      eligible: false,
    },
    { what: 'is below the tier asked for', ticket: { minimumTier: 'expert' }, eligible: false },
    {
      what: 'is of the tier asked for',
      agent: { tier: 'expert' },
      ticket: { minimumTier: 'expert' },
      eligible: true,
    },
    {
      what: 'is above the tier asked for',
      agent: { tier: 'lead' },
      ticket: { minimumTier: 'expert' },
      eligible: true,
    },
    {
      what: 'is below the tier asked for, however high the ladder',
      ticket: { minimumTier: 'expert', escalationLevel: STANDBY },
      eligible: false,
    },
    { what: 'speaks no English', ticket: { language: 'en' }, eligible: false },
    {
      what: 'speaks English',
      agent: { languages: ['zh', 'en'] },
      ticket: { language: 'en' },
      eligible: true,
    },
    { what: 'speaks no Vietnamese', ticket: { language: 'vi' }, eligible: false },
    {
      what: 'speaks Vietnamese',
      agent: { languages: ['zh', 'vi'] },
      ticket: { language: 'vi' },
      eligible: true,
    },
    { what: 'reads Chinese of either script', ticket: { language: 'zh-Hant' }, eligible: true },
    { what: 'reads what could not be told', ticket: { language: 'und' }, eligible: true },
    {
      what: 'speaks no English, but the ladder has come to anybody senior or skilled',
      ticket: { language: 'en', escalationLevel: SENIOR },
      eligible: true,
    },
    { what: 'stands by while the pool is closed', agent: { pool: 'standby' }, eligible: false },
    {
      what: 'stands by while the pool is open',
      agent: { pool: 'standby' },
      standbyOpen: true,
      eligible: true,
    },
    {
      what: 'stands by and the ladder has come to standby',
      agent: { pool: 'standby' },
      ticket: { escalationLevel: STANDBY },
      eligible: true,
    },
  ])('who $what: eligible $eligible', ({ agent, ticket, standbyOpen = false, eligible }) => {
    const verdict = isEligible(anAgent(agent), waiting(ticket), { now: at(0), standbyOpen });

    expect(verdict).toBe(eligible);
  });
});

describe('the choice of an agent', () => {
  const mei = anAgent({ agentId: 'mei', seats: [TICKET_ID] });
  const bo = anAgent({ agentId: 'bo' });
  const ada = anAgent({ agentId: 'ada', idleSince: isoAt(-600) });

  it('is nobody when nobody is eligible', () => {
    expect(pickAgent([anAgent({ availability: 'break' })], waiting(), floor())).toBeUndefined();
  });

  it('is the only one there is', () => {
    expect(pickAgent([mei], waiting(), floor())).toBe(mei);
  });

  it.each([
    { agents: [mei, bo], drawn: 'the less loaded second' },
    { agents: [bo, mei], drawn: 'the less loaded first' },
  ])('is $drawn of two', ({ agents }) => {
    expect(pickAgent(agents, waiting(), floor())).toBe(bo);
  });

  it('weighs seats by capacity', () => {
    const large = anAgent({ agentId: 'large', capacity: 10, seats: [TICKET_ID, 'KF-0123-4567-89AC'] });

    expect(pickAgent([mei, large], waiting(), floor())).toBe(large);
  });

  it('is the longest idle of two with the same load', () => {
    expect(pickAgent([bo, ada], waiting(), floor())).toBe(ada);
    expect(pickAgent([ada, bo], waiting(), floor())).toBe(ada);
  });

  it.each([
    { numbers: [0, 0], drawn: ['a', 'b'] },
    { numbers: [0, 0.99], drawn: ['a', 'd'] },
    { numbers: [0.99, 0], drawn: ['d', 'a'] },
    { numbers: [0.5, 0.5], drawn: ['c', 'a'] },
  ])('looks at two different agents only ($drawn)', ({ numbers, drawn }) => {
    const agents = ['a', 'b', 'c', 'd'].map((agentId) =>
      anAgent({ agentId, idleSince: isoAt(agentId === drawn[1] ? -600 : -60) }),
    );

    const picked = pickAgent(agents, waiting(), floor(draws(...numbers)));

    expect(picked?.agentId).toBe(drawn[1]);
  });

  it('is the owner before anybody less loaded', () => {
    expect(pickAgent([bo, ada, mei], waiting({ ownerId: 'mei' }), floor())).toBe(mei);
  });

  it('is somebody else when the owner has no seat', () => {
    const full = anAgent({ agentId: 'mei', capacity: 1, seats: [TICKET_ID] });

    expect(pickAgent([full, bo], waiting({ ownerId: 'mei' }), floor())).toBe(bo);
  });

  it('is nobody who let it pass, not even the owner, while others are left', () => {
    const ticket = waiting({ ownerId: 'bo', passedBy: ['bo', 'ada'] });

    expect(pickAgent([bo, ada, mei], ticket, floor())).toBe(mei);
  });

  it('is one who let it pass when nobody else is left', () => {
    expect(pickAgent([bo], waiting({ passedBy: ['bo'] }), floor())).toBe(bo);
  });
});

describe('an offer', () => {
  it('takes a seat and says why this agent', () => {
    const agent = anAgent({ seats: ['KF-0123-4567-89AC'] });

    const change = offerTicket(histories.inQueue(), agent, when(20));

    expect(change.takeSeat).toBe('mei');
    expect(change.events[0]).toMatchObject({ body: { agentId: 'mei', reason: '1 of 3 seats taken' } });
  });

  it('tells the owner that it was theirs', () => {
    const history = aHistory(waiting({ ownerId: 'mei' }));

    const change = offerTicket(history, anAgent(), when(20));

    expect(change.events[0]).toMatchObject({ body: { reason: 'had it before' } });
  });

  it.each([
    { priority: 'urgent', seconds: 5 },
    { priority: 'high', seconds: 10 },
    { priority: 'normal', seconds: 20 },
    { priority: 'low', seconds: 20 },
  ] as const)('of a $priority ticket waits $seconds s for the agent', ({ priority, seconds }) => {
    const change = offerTicket(aHistory(waiting({ priority })), anAgent(), when(20));

    expect(change.ticket.timers['offer-due']).toBe(isoAt(20 + seconds));
  });

  it('keeps the place in the queue for the case that it passes', () => {
    const change = offerTicket(histories.inQueue(), anAgent(), when(20));

    expect(change.ticket.holder).toEqual({ kind: 'offer', agentId: 'mei', since: isoAt(0) });
  });

  it.each(['withBot', 'offered', 'accepted', 'pending', 'resolved'] as const)(
    'is not made of a ticket that does not wait (%s)',
    (where) => {
      expect(() => offerTicket(histories[where](), anAgent(), when(20))).toThrow(IllegalTransitionError);
    },
  );
});

describe('the order of a queue', () => {
  const place = (overrides: Partial<Ticket>, since = 0) =>
    queueOrder(waiting({ ...overrides, holder: { kind: 'queue', since: isoAt(since) } })) ?? '';

  it('is for waiting tickets only', () => {
    expect(queueOrder(aTicket())).toBeUndefined();
  });

  it('is that of waiting among equals', () => {
    expect(place({}, 1) < place({}, 2)).toBe(true);
  });

  it('puts the urgent before the high before the normal before the low', () => {
    const places = (['urgent', 'high', 'normal', 'low'] as const).map((priority) => place({ priority }));

    expect(places).toEqual([isoAt(-3600), isoAt(-900), isoAt(0), isoAt(900)]);
  });

  it('puts forward what the ladder has raised', () => {
    expect(place({ escalationLevel: 2 })).toBe(isoAt(-1200));
  });

  it('starves nobody: a low ticket is passed for at most 6900 s, whatever comes', () => {
    const low = place({ priority: 'low' });
    const first = { priority: 'urgent', escalationLevel: ladder.length } as const;

    expect(place(first, 6899) < low).toBe(true);
    expect(place(first, 6901) > low).toBe(true);
  });
});

describe('the expected wait', () => {
  it.each([
    { position: 1, seats: 4, free: 1, seconds: 0 },
    { position: 3, seats: 4, free: 1, seconds: 180 },
    { position: 1, seats: 1, free: 0, seconds: 360 },
    { position: 1, seats: 7, free: 0, seconds: 52 },
    { position: 1, seats: 0, free: 0, seconds: undefined },
  ])(
    'of number $position with $free of $seats seats free is $seconds s',
    ({ position, seats, free, seconds }) => {
      expect(expectedWait(position, seats, free, 360)).toBe(seconds);
    },
  );
});
