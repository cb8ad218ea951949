import type { Agent } from '../../schemas/agent.ts';
import type { Actor } from '../../schemas/events.ts';
import { changeOf, type History, type TicketChange } from './change.ts';
import { queueDrafts } from './handover.ts';
import type { Situation } from './sla.ts';
import { agentOf } from './ticket.ts';

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

/** Why an agent cannot go on with what they have; undefined while they are there. */
export function whyGone({ availability, leaseUntil, until }: Agent, now: Date): string | undefined {
  const time = now.toISOString();
  if (until !== undefined && until <= time) return 'the shift is over';
  if (availability === 'offline') return 'the agent has signed off';
  return leaseUntil <= time ? 'the agent cannot be reached' : undefined;
}

/**
 * Takes a ticket from an agent who is gone: an offer passes, a conversation goes back to its queue and keeps its promises. Nothing when
 * somebody else has it, or when it waits for its customer: it comes back to the queue with their answer.
 */
export function leaveTicket(
  history: History,
  agentId: string,
  why: string,
  situation: Situation,
): TicketChange | undefined {
  const { ticket } = history;
  const { holder, status, queueId, minimumTier } = ticket;
  if (agentOf(ticket) !== agentId || status === 'pending') return undefined;
  if (holder.kind === 'offer') {
    return changeOf(
      history,
      [
        {
          type: 'OfferPassed',
          actor: SYSTEM,
          body: { agentId, reason: 'left' },
          timers: { 'offer-due': null },
        },
      ],
      situation.now,
    );
  }
  return changeOf(
    history,
    [
      {
        type: 'TicketTransferred',
        actor: SYSTEM,
        body: { fromAgentId: agentId, toQueueId: queueId, reason: why },
      },
      ...queueDrafts(history, { reason: why, minimumTier }, situation),
    ],
    situation.now,
  );
}
