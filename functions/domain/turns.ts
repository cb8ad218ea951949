import type { TicketEvent, Turn } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';

type Happened = Pick<TicketEvent, 'type' | 'actor'>;

/**
 * What an event does to the customer's turn: the words that people owe an answer to, from the first unanswered message until a person
 * answers, or until the turn ends without. What the bot has is none; nor do its words, or anybody's but a person's, answer one.
 */
export function turnBetween(before: Ticket | undefined, after: Ticket, event: Happened): Turn | undefined {
  const owed = owedSince(before);
  const owes = owedSince(after);
  if (owed === owes) return undefined;
  if (owed === undefined) return turn(owes, 'begun', agentOf(after));
  const answered = event.type === 'MessageSent' && event.actor.kind === 'agent';
  return answered ? turn(owed, 'answered', event.actor.id) : turn(owed, 'ended', agentOf(before));
}

function turn(startedAt: string | undefined, step: Turn['step'], agentId?: string): Turn | undefined {
  return startedAt === undefined ? undefined : { startedAt, step, ...(agentId !== undefined && { agentId }) };
}

/** Since when people owe an answer; undefined while nobody or the bot does. */
function owedSince(ticket: Ticket | undefined): string | undefined {
  const withPeople = ticket && ticket.holder.kind !== 'bot' && ticket.holder.kind !== 'nobody';
  return withPeople ? ticket.unansweredSince : undefined;
}

function agentOf(ticket: Ticket | undefined): string | undefined {
  return ticket?.holder.kind === 'agent' ? ticket.holder.agentId : undefined;
}
