import type { Actor } from '../../schemas/events.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import type { Command } from './conversation.ts';
import { after, disarmAll, outcomeOf, type Situation, together } from './sla.ts';
import { agentOf, requireAllowed } from './ticket.ts';

/** Settles the matter: an agent, the customer, or a long silence may do it. */
export function resolveTicket(history: History, resolve: Resolve, situation: Situation): TicketChange {
  requireAllowed('resolve', history.ticket);
  return changeOf(history, [resolveDraft(history, resolve, situation)], situation.now);
}

interface Resolve {
  actor: Actor;
  command?: Command;
  reason: string;
}

/** The event that settles the matter, for decisions in which more happens. */
export function resolveDraft({ ticket }: History, resolve: Resolve, { now, policy }: Situation): Draft {
  return {
    type: 'TicketResolved',
    actor: resolve.actor,
    command: resolve.command,
    body: {
      resolutionCount: ticket.resolutionCount + 1,
      reason: resolve.reason,
      resolution: outcomeOf('resolution', ticket, now),
      agentId: agentOf(ticket),
    },
    ...together(disarmAll(ticket), { timers: { 'auto-close': after(now, policy.autoClose) } }),
  };
}
