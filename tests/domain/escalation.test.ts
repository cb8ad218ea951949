import { describe, expect, it } from 'vitest';
import { changeOf, type History } from '../../functions/domain/change.ts';
import { replyToCustomer } from '../../functions/domain/desk.ts';
import { climbDrafts, type Escalation, escalationDrafts, ladder } from '../../functions/domain/escalation.ts';
import type { Rung } from '../../schemas/sla.ts';
import { aHistory, anAgent, aPolicy, at, aTicket, histories, by, isoAt, when } from '../support/builders.ts';

const queue = { kind: 'queue', since: isoAt(0) } as const;
const climb = (history: History, escalation: Partial<Escalation> = {}, seconds = 200) =>
  changeOf(
    history,
    escalationDrafts(history, { reason: 'nobody has answered', ...escalation }, when(seconds)),
    at(seconds),
  );

describe('the ladder', () => {
  it.each([
    { from: 0, level: 1, rung: 'reassign' },
    { from: 1, level: 2, rung: 'raise-level' },
    { from: 2, level: 3, rung: 'notify-lead' },
    { from: 3, level: 4, rung: 'open-standby' },
    { from: 4, level: 4, rung: 'open-standby' },
  ])('leads from rung $from to $rung', ({ from, level, rung }) => {
    const history = aHistory({ status: 'open', holder: queue, escalationLevel: from, rungs: from });

    const change = climb(history);

    expect(change.ticket.escalationLevel).toBe(level);
    expect(change.events[0]).toMatchObject({ type: 'TicketEscalated', body: { level, rung } });
  });

  it.each([
    { priority: 'urgent', seconds: 5 },
    { priority: 'high', seconds: 20 },
    { priority: 'normal', seconds: 60 },
    { priority: 'low', seconds: 300 },
  ] as const)('goes on after $seconds s for a $priority ticket', ({ priority, seconds }) => {
    const change = climb(aHistory({ status: 'open', holder: queue, priority }));

    expect(change.ticket.timers['escalation-due']).toBe(isoAt(200 + seconds));
  });

  it('ends at the top', () => {
    const history = aHistory({ status: 'open', holder: queue, rungs: ladder.length - 1 });

    const change = climb(history);

    expect(change.ticket.timers).toEqual({});
  });

  it('does not go on when an agent has the ticket and the customer waits for nothing', () => {
    const change = climb(histories.answered());

    expect(change.ticket).toMatchObject({ escalationLevel: 1, holder: { kind: 'agent' } });
    expect(change.ticket.timers['escalation-due']).toBeUndefined();
  });
});

describe('a rung', () => {
  it('passes on an offer that nobody took, and frees the seat', () => {
    const change = climb(histories.offered());

    expect(change.ticket).toMatchObject({ holder: queue, passedBy: ['mei'] });
    expect(change.ticket.timers['offer-due']).toBeUndefined();
    expect(change.freeSeat).toBe('mei');
  });

  it('takes the ticket from an agent who has not answered, and frees the seat', () => {
    const change = climb(histories.accepted(), {}, 205);

    expect(change.ticket).toMatchObject({ status: 'open', holder: queue, passedBy: ['mei'] });
    expect(change.freeSeat).toBe('mei');
  });

  it('does not promise a second time what was just breached', () => {
    const change = climb(histories.accepted(), {}, 205);

    expect(change.ticket.timers['reached-due']).toBeUndefined();
    expect(change.ticket.timers['escalation-due']).toBe(isoAt(265));
  });

  it('keeps the tier a low rating has asked for', () => {
    const { ticket } = histories.accepted();

    const change = climb(aHistory({ ...ticket, minimumTier: 'expert' }), {}, 205);

    expect(change.ticket.minimumTier).toBe('expert');
  });

  it('leaves a waiting ticket in its queue', () => {
    const change = climb(histories.inQueue());

    expect(change.ticket.holder).toEqual(queue);
    expect(change.events).toHaveLength(1);
  });
});

describe('help asked for by hand', () => {
  const mei = { kind: 'agent', id: anAgent().agentId } as const;

  it('is told in the name of who asks, and moves nothing', () => {
    const change = climb(histories.accepted(), { byHand: true, actor: mei });

    expect(change.events).toMatchObject([{ type: 'TicketEscalated', actor: mei }]);
    expect(change.ticket.holder).toEqual({ kind: 'agent', agentId: 'mei' });
  });

  it('does not stop a ladder that runs', () => {
    const timers = { 'escalation-due': isoAt(260) };
    const history = aHistory({
      ...aTicket({ status: 'open', holder: queue }),
      escalationLevel: 1,
      rungs: 1,
      timers,
    });

    const change = climb(history, { byHand: true });

    expect(change.ticket).toMatchObject({ escalationLevel: 2, timers });
  });

  it('ends a ladder that runs when it reaches the top', () => {
    const timers = { 'escalation-due': isoAt(260) };
    const history = aHistory({
      ...aTicket({ status: 'open', holder: queue }),
      escalationLevel: 3,
      rungs: 3,
      timers,
    });

    const change = climb(history, { byHand: true });

    expect(change.ticket).toMatchObject({ escalationLevel: 4, timers: {} });
  });
});

describe('a ladder of one’s own', () => {
  const own = (...normal: Rung[]) => {
    const policy = aPolicy();
    return { ...policy, ladders: { ...policy.ladders, normal } };
  };
  const breach = { type: 'TargetBreached', actor: { kind: 'system', id: 'kefu' } } as const;
  const missed = (history: History, ...normal: Rung[]) =>
    changeOf(
      history,
      climbDrafts(
        history,
        { ...breach, body: { target: 'reached', dueAt: isoAt(200) } },
        'reached target missed',
        { now: at(200), policy: own(...normal) },
      ),
      at(200),
    );

  it('begins after its own seconds', () => {
    const change = missed(histories.inQueue(), { afterSeconds: 30, action: 'notify-lead' });

    expect(change.events.map(({ type }) => type)).toEqual(['TargetBreached']);
    expect(change.ticket.timers['escalation-due']).toBe(isoAt(230));
  });

  it.each(['notify-lead', 'webhook'] as const)('leaves the offer alone when it only tells: %s', (action) => {
    const change = missed(histories.offered(), { afterSeconds: 0, action });

    expect(change.ticket.holder).toMatchObject({ kind: 'offer', agentId: 'mei' });
    expect(change.events[1]).toMatchObject({ type: 'TicketEscalated', body: { rung: action, step: 1 } });
  });

  it('does not say to the lead what only other systems are told', () => {
    const change = missed(histories.inQueue(), { afterSeconds: 0, action: 'webhook' });

    expect(change.ticket).toMatchObject({ escalationLevel: 0, rungs: 1 });
  });

  it('climbs at its own pace when another target is missed meanwhile', () => {
    const timers = { 'escalation-due': isoAt(260) };
    const history = aHistory({ status: 'open', holder: queue, rungs: 1, timers });

    const change = missed(history, { afterSeconds: 0, action: 'reassign' });

    expect(change.events).toHaveLength(1);
    expect(change.ticket.timers).toEqual(timers);
  });

  it('does nothing twice once it has ended', () => {
    const history = aHistory({ status: 'open', holder: queue, rungs: 1 });

    expect(missed(history, { afterSeconds: 0, action: 'open-standby' }).events).toHaveLength(1);
  });

  it('takes the ticket from an agent who owes an answer, even at its end', () => {
    const change = missed(histories.accepted(), { afterSeconds: 0, action: 'reassign' });

    expect(change.ticket.holder.kind).toBe('queue');
  });

  it('stops when the agent answers before it begins', () => {
    const { ticket } = histories.accepted();
    const history = aHistory({ ...ticket, timers: { ...ticket.timers, 'escalation-due': isoAt(260) } });

    const change = replyToCustomer(history, { ...by(), text: '在' }, when(250));

    expect(change.ticket.timers['escalation-due']).toBeUndefined();
    expect(change.events[0]).toMatchObject({ body: { targets: { 'next-reply': 'breached' } } });
  });
});
