import type { Actor, TicketEvent } from '../../schemas/events.ts';
import type { Draft, History } from './change.ts';
import { queueDrafts } from './handover.ts';
import { after, type Situation, type TimerSettings } from './sla.ts';

/** The ladder, lowest rung first: somebody else, more senior people, the lead, the standby pool. */
export const ladder = ['reassign', 'senior', 'lead', 'standby'] as const;
export type Rung = (typeof ladder)[number];

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

export interface Escalation {
  reason: string;
  actor?: Actor;
  command?: TicketEvent['command'];
  /** By hand the agent keeps the conversation while others are told. */
  byHand?: boolean;
}

/**
 * One rung up. Whoever has the ticket and has not answered loses it to somebody else; the next rung follows after
 * the policy's `rung` seconds unless the ticket is accepted or answered first.
 */
export function escalationDrafts(history: History, escalation: Escalation, situation: Situation): Draft[] {
  const level = Math.min(history.ticket.escalationLevel + 1, ladder.length);
  const rung = ladder[level - 1] ?? 'standby';
  const last = level >= ladder.length;
  return [
    {
      type: 'TicketEscalated',
      actor: escalation.actor ?? SYSTEM,
      command: escalation.command,
      body: { level, rung, reason: escalation.reason },
      // Help asked for by hand neither starts the ladder nor stops one that runs.
      timers: escalation.byHand && !last ? undefined : nextRung(history, last, situation),
    },
    ...(escalation.byHand ? [] : reassignDrafts(history, situation)),
  ];
}

/** The ladder goes on for as long as the customer waits for a person. */
function nextRung({ ticket }: History, last: boolean, { now, policy }: Situation): TimerSettings {
  const waits = ticket.holder.kind !== 'agent' || ticket.unansweredSince !== undefined;
  return { 'escalation-due': waits && !last ? after(now, policy.rung[ticket.priority]) : null };
}

function reassignDrafts(history: History, situation: Situation): Draft[] {
  const { ticket } = history;
  const { holder } = ticket;
  if (holder.kind === 'offer') {
    return [
      {
        type: 'OfferPassed',
        actor: SYSTEM,
        body: { agentId: holder.agentId, reason: 'expired' },
        timers: { 'offer-due': null },
      },
    ];
  }
  if (holder.kind !== 'agent' || !ticket.unansweredSince) return [];
  const [queued] = queueDrafts(
    history,
    { reason: 'the agent did not answer in time', minimumTier: ticket.minimumTier },
    situation,
  );
  return queued
    ? [
        {
          type: 'TicketTransferred',
          actor: SYSTEM,
          body: { fromAgentId: holder.agentId, toQueueId: ticket.queueId, reason: 'no answer in time' },
        },
        // The ladder already runs: the wait that was breached must not be promised a second time.
        {
          ...queued,
          timers: { 'next-response-warning': null, 'next-response-due': null, 'offer-due': null },
        },
      ]
    : [];
}
