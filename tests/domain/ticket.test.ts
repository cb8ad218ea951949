import { describe, expect, it } from 'vitest';
import { Role } from '../../schemas/agent.ts';
import { type Holder, type Ticket, TicketStatus } from '../../schemas/ticket.ts';
import { ForbiddenError, IllegalTransitionError } from '../../functions/domain/errors.ts';
import {
  type Action,
  agentOf,
  allows,
  leads,
  requireAllowed,
  requireHolder,
} from '../../functions/domain/ticket.ts';
import { aCaller, aLead, aTicket, isoAt } from '../support/builders.ts';

const holders: Record<Holder['kind'], Holder> = {
  bot: { kind: 'bot' },
  queue: { kind: 'queue', since: isoAt(0) },
  offer: { kind: 'offer', since: isoAt(0), agentId: 'mei' },
  agent: { kind: 'agent', agentId: 'mei' },
  nobody: { kind: 'nobody' },
};

/** Written out by hand, not derived from the table under test: `status/holder` of every legal step. */
const alive = ['new', 'open', 'pending'];
const everybody = Object.keys(holders);
const legal: Record<Action, { statuses: readonly string[]; holders: readonly string[] }> = {
  write: { statuses: [...alive, 'resolved'], holders: everybody },
  'ask for a person': { statuses: [...alive, 'resolved'], holders: everybody },
  offer: { statuses: ['open'], holders: ['queue'] },
  accept: { statuses: ['open'], holders: ['queue', 'offer'] },
  decline: { statuses: ['open'], holders: ['offer'] },
  reply: { statuses: ['open', 'pending'], holders: ['agent', 'offer'] },
  note: { statuses: [...alive, 'resolved', 'closed'], holders: everybody },
  classify: { statuses: alive, holders: everybody },
  transfer: { statuses: ['open', 'pending'], holders: ['agent', 'offer', 'queue'] },
  escalate: { statuses: ['open', 'pending'], holders: ['agent', 'offer', 'queue'] },
  'wait for the customer': { statuses: ['open'], holders: ['agent'] },
  resolve: { statuses: alive, holders: ['bot', 'queue', 'offer', 'agent'] },
  reopen: { statuses: ['resolved'], holders: ['nobody'] },
  'answer the survey': { statuses: ['resolved'], holders: ['nobody'] },
  close: { statuses: ['resolved'], holders: ['nobody'] },
};

interface Case {
  action: Action;
  ticket: Ticket;
  status: TicketStatus;
  kind: string;
  verdict: 'allowed' | 'refused';
}

const actions: Action[] = [
  'write',
  'ask for a person',
  'offer',
  'accept',
  'decline',
  'reply',
  'note',
  'classify',
  'transfer',
  'escalate',
  'wait for the customer',
  'resolve',
  'reopen',
  'answer the survey',
  'close',
];
const cases: Case[] = actions.flatMap((action) =>
  TicketStatus.options.flatMap((status) =>
    Object.values(holders).map((holder): Case => {
      const rule = legal[action];
      const allowed = rule.statuses.includes(status) && rule.holders.includes(holder.kind);
      const verdict = allowed ? 'allowed' : 'refused';
      return { action, status, kind: holder.kind, verdict, ticket: aTicket({ status, holder }) };
    }),
  ),
);

describe('the transition table', () => {
  it.each(cases)('$action of a ticket that is $status ($kind) is $verdict', ({ action, ticket, verdict }) => {
    const allowed = allows(action, ticket);

    expect(allowed).toBe(verdict === 'allowed');
  });

  it('lets a legal step happen', () => {
    const ticket = aTicket({ status: 'open', holder: holders.queue });

    expect(() => requireAllowed('accept', ticket)).not.toThrow();
  });

  it.each([
    {
      action: 'accept',
      ticket: aTicket({ status: 'resolved', holder: holders.nobody }),
      words:
        'cannot accept: the ticket is resolved (nobody); it must be open, in the hands of queue or offer',
    },
    {
      action: 'write',
      ticket: aTicket({ status: 'closed', holder: holders.nobody }),
      words: 'cannot write: the ticket is closed (nobody); it must be new or open or pending or resolved',
    },
  ] as const)('names the rule that forbids to $action', ({ action, ticket, words }) => {
    expect(() => requireAllowed(action, ticket)).toThrow(words);
  });

  it('refuses with an error that says what was tried', () => {
    const closed = aTicket({ status: 'closed', holder: holders.nobody });

    expect(() => requireAllowed('reply', closed)).toThrow(
      expect.objectContaining({ name: IllegalTransitionError.name, action: 'reply' }),
    );
  });
});

describe('the agent of a ticket', () => {
  it.each([
    { holder: holders.offer, agentId: 'mei' },
    { holder: holders.agent, agentId: 'mei' },
    { holder: holders.bot, agentId: undefined },
    { holder: holders.queue, agentId: undefined },
    { holder: holders.nobody, agentId: undefined },
  ])('is $agentId while it is in the hands of $holder.kind', ({ holder, agentId }) => {
    expect(agentOf(aTicket({ holder }))).toBe(agentId);
  });

  it.each(['offer', 'agent'] as const)('may act on it (%s)', (kind) => {
    const ticket = aTicket({ status: 'open', holder: holders[kind] });

    expect(() => requireHolder(ticket, aCaller())).not.toThrow();
  });

  it.each(everybody)('is not whoever else works at the desk (%s)', (kind) => {
    const holder = Object.values(holders).find((one) => one.kind === kind);
    const ticket = aTicket({ holder });

    expect(() => requireHolder(ticket, aCaller({ agentId: 'bo' }))).toThrow(
      new ForbiddenError('the ticket is not with you'),
    );
  });

  it('shares it with those who lead', () => {
    const ticket = aTicket({ status: 'open', holder: holders.agent });

    expect(() => requireHolder(ticket, aLead())).not.toThrow();
  });
});

describe('leading', () => {
  it.each(Role.options.map((role) => ({ role, does: ['lead', 'supervisor', 'admin'].includes(role) })))(
    'is what $role does: $does',
    ({ role, does }) => {
      expect(leads(aCaller({ roles: [role] }))).toBe(does);
    },
  );
});
