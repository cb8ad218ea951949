import { describe, expect, it } from 'vitest';
import { leaveTicket, whyGone } from '../../functions/domain/leaving.ts';
import { anAgent, at, histories, isoAt, when } from '../support/builders.ts';

const leave = (where: keyof typeof histories, agentId = 'mei') =>
  leaveTicket(histories[where](), agentId, 'the shift is over', when(35));

describe('an agent', () => {
  it.each([
    { what: 'is there', agent: {}, why: undefined },
    { what: 'is on a break', agent: { availability: 'break' }, why: undefined },
    { what: 'has a shift to the next second', agent: { until: isoAt(11) }, why: undefined },
    { what: 'has come to the end of the shift', agent: { until: isoAt(10) }, why: 'the shift is over' },
    { what: 'has signed off', agent: { availability: 'offline' }, why: 'the agent has signed off' },
    { what: 'has vanished', agent: { leaseUntil: isoAt(10) }, why: 'the agent cannot be reached' },
  ] as const)('who $what', ({ agent, why }) => {
    expect(whyGone(anAgent(agent), at(10))).toBe(why);
  });
});

describe('a ticket whose agent is gone', () => {
  it('passes when it was only offered, and keeps its place', () => {
    const change = leave('offered');

    expect(change?.ticket).toMatchObject({ holder: { kind: 'queue', since: isoAt(0) }, passedBy: ['mei'] });
    expect(change?.freeSeat).toBe('mei');
    expect(change?.ticket.timers['offer-due']).toBeUndefined();
  });

  it('goes back to its queue with a promise that counts from the customer’s message', () => {
    const change = leave('accepted');

    expect(change?.ticket).toMatchObject({
      status: 'open',
      holder: { kind: 'queue', since: isoAt(0) },
      ownerId: 'mei',
      timers: { 'reached-due': isoAt(180) },
    });
    expect(change?.freeSeat).toBe('mei');
  });

  it('goes back although its customer waits for nothing', () => {
    expect(leave('answered')?.ticket.holder).toEqual({ kind: 'queue', since: isoAt(35) });
  });

  it.each(['withBot', 'inQueue', 'pending', 'resolved'] as const)('stays where it is (%s)', (where) => {
    expect(leave(where)).toBeUndefined();
  });

  it('stays with whoever else has it', () => {
    expect(leave('answered', 'bo')).toBeUndefined();
  });
});
