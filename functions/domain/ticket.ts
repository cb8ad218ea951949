import type { Role } from '../../schemas/agent.ts';
import type { Holder, Ticket, TicketStatus } from '../../schemas/ticket.ts';
import { ForbiddenError, IllegalTransitionError } from './errors.ts';

/** Everything that can be done to a ticket once it is open. */
export type Action =
  | 'write'
  | 'ask for a person'
  | 'offer'
  | 'accept'
  | 'decline'
  | 'reply'
  | 'note'
  | 'classify'
  | 'transfer'
  | 'escalate'
  | 'wait for the customer'
  | 'resolve'
  | 'reopen'
  | 'answer the survey'
  | 'close';

interface Rule {
  from: readonly TicketStatus[];
  holders: readonly Holder['kind'][];
}

const anyHolder = ['bot', 'queue', 'offer', 'agent', 'nobody'] as const;
const alive = ['new', 'open', 'pending'] as const;

/** The transition table: from which status, in whose hands, each action is legal. */
export const transitions: Record<Action, Rule> = {
  write: { from: [...alive, 'resolved'], holders: anyHolder },
  'ask for a person': { from: [...alive, 'resolved'], holders: anyHolder },
  offer: { from: ['open'], holders: ['queue'] },
  accept: { from: ['open'], holders: ['queue', 'offer'] },
  decline: { from: ['open'], holders: ['offer'] },
  reply: { from: ['open', 'pending'], holders: ['agent', 'offer'] },
  note: { from: [...alive, 'resolved', 'closed'], holders: anyHolder },
  classify: { from: alive, holders: anyHolder },
  transfer: { from: ['open', 'pending'], holders: ['agent', 'offer', 'queue'] },
  escalate: { from: ['open', 'pending'], holders: ['agent', 'offer', 'queue'] },
  'wait for the customer': { from: ['open'], holders: ['agent'] },
  resolve: { from: alive, holders: ['bot', 'queue', 'offer', 'agent'] },
  reopen: { from: ['resolved'], holders: ['nobody'] },
  'answer the survey': { from: ['resolved'], holders: ['nobody'] },
  close: { from: ['resolved'], holders: ['nobody'] },
};

/** Whether the table has this step. */
export function allows(action: Action, ticket: Ticket): boolean {
  const rule = transitions[action];
  return rule.from.includes(ticket.status) && rule.holders.includes(ticket.holder.kind);
}

/** @throws IllegalTransitionError with the rule in words. */
export function requireAllowed(action: Action, ticket: Ticket): void {
  if (allows(action, ticket)) return;
  const rule = transitions[action];
  const hands =
    rule.holders.length === anyHolder.length ? '' : `, in the hands of ${rule.holders.join(' or ')}`;
  throw new IllegalTransitionError(
    action,
    `the ticket is ${ticket.status} (${ticket.holder.kind}); it must be ${rule.from.join(' or ')}${hands}`,
  );
}

/** An agent at work, as signed in. */
export interface Caller {
  agentId: string;
  name: string;
  roles: readonly Role[];
}

/** Leads and above may act on any ticket. */
export function leads(caller: Caller): boolean {
  return caller.roles.some((role) => role === 'lead' || role === 'supervisor' || role === 'admin');
}

/** The agent who has the ticket, offered or accepted. */
export function agentOf({ holder }: Ticket): string | undefined {
  return holder.kind === 'offer' || holder.kind === 'agent' ? holder.agentId : undefined;
}

/** @throws ForbiddenError unless the ticket is with this agent or the caller leads. */
export function requireHolder(ticket: Ticket, caller: Caller): void {
  if (agentOf(ticket) !== caller.agentId && !leads(caller))
    throw new ForbiddenError('the ticket is not with you');
}
