import type { Actor, TicketEvent } from '../../schemas/events.ts';
import type { Rung, SlaSettings } from '../../schemas/sla.ts';
import type { RungAction } from '../../schemas/target.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Draft, History } from './change.ts';
import { queueDrafts } from './handover.ts';
import { after, settle, type Situation, together } from './sla.ts';

/** How far a ticket can climb, lowest first: to somebody else, to more senior people, to the lead, to the standby pool. */
export const ladder = [
  'reassign',
  'raise-level',
  'notify-lead',
  'open-standby',
] as const satisfies RungAction[];

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };
/** Rungs that only tell somebody: whoever has the ticket keeps it. */
const TELLING: readonly RungAction[] = ['notify-lead', 'webhook'];

export interface Escalation {
  reason: string;
  actor?: Actor;
  command?: TicketEvent['command'];
  /** By hand the agent keeps the conversation while others are told. */
  byHand?: boolean;
}

/** The rung above the one the ticket stands on; the last one again when there is none above. */
export function nextRungOf(ticket: Ticket, policy: SlaSettings): { rung: Rung; step: number } {
  const rungs = policy.ladders[ticket.priority];
  const step = Math.min((ticket.rungs ?? 0) + 1, rungs.length);
  return { rung: rungs[step - 1] ?? { afterSeconds: 0, action: 'notify-lead' }, step };
}

/**
 * One rung up. Whoever has the ticket and has not answered loses it to somebody else, unless the rung only tells; the next rung
 * follows after its own seconds unless the ticket is accepted or answered first.
 */
export function escalationDrafts(history: History, escalation: Escalation, situation: Situation): Draft[] {
  const { ticket } = history;
  const { rung, step } = nextRungOf(ticket, situation.policy);
  const { action } = rung;
  const level = Math.max(ticket.escalationLevel, reachOf(action));
  const last = step >= situation.policy.ladders[ticket.priority].length;
  const { byHand = false } = escalation;
  return [
    {
      type: 'TicketEscalated',
      actor: escalation.actor ?? SYSTEM,
      command: escalation.command,
      body: { level, rung: action, reason: escalation.reason, step },
      // Help asked for by hand neither starts the ladder nor stops one that runs.
      timers: byHand && !last ? undefined : { 'escalation-due': climbsAt(ticket, step, situation) },
    },
    ...(byHand || TELLING.includes(action) ? [] : reassignDrafts(history, situation)),
  ];
}

/** What a missed target sets off: the first rung, now or after its seconds. A ladder that runs already climbs at its own pace. */
export function climbDrafts(history: History, breach: Draft, reason: string, situation: Situation): Draft[] {
  const { ticket } = history;
  const climbed = ticket.rungs ?? 0;
  const waits = ticket.holder.kind === 'queue' || ticket.holder.kind === 'offer';
  const atTop = waits && climbed >= situation.policy.ladders[ticket.priority].length;
  if (ticket.timers['escalation-due'] || atTop) return [breach];
  const { afterSeconds } = nextRungOf(ticket, situation.policy).rung;
  if (climbed > 0 || afterSeconds === 0) return [breach, ...escalationDrafts(history, { reason }, situation)];
  return [{ ...breach, timers: { ...breach.timers, 'escalation-due': after(situation.now, afterSeconds) } }];
}

/** The lead is told at once, and the ladder is left as it is. */
export function tellLeadDraft(ticket: Ticket, reason: string): Draft {
  const body = { level: ticket.escalationLevel, rung: 'notify-lead', reason } as const;
  return { type: 'TicketEscalated', actor: SYSTEM, body };
}

/** How far a rung brings a ticket: others may take it who could not before. */
function reachOf(action: RungAction): number {
  return action === 'webhook' ? 0 : ladder.indexOf(action) + 1;
}

/** The ladder goes on for as long as the customer waits for a person. */
function climbsAt(ticket: Ticket, step: number, { now, policy }: Situation): string | null {
  const waits = ticket.holder.kind !== 'agent' || ticket.unansweredSince !== undefined;
  const next = policy.ladders[ticket.priority][step];
  return waits && next ? after(now, next.afterSeconds) : null;
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
        { ...queued, ...together(settle('next-reply'), { timers: { 'offer-due': null } }) },
      ]
    : [];
}
