import type { TicketEvent } from '../../../schemas/events.ts';
import { FactFlag, type FactRow, FactTime, Speaker } from '../../../schemas/facts.ts';
import { Target } from '../../../schemas/target.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { levelOf } from '../insights/roll-up.ts';
import type { Cell, Column, Row } from './columns.ts';

const snake = (name: string) => name.replaceAll('-', '_');
/** Several next replies are one mean, and their number. */
const SECONDS = 1000;

/** A ticket as it stood when it was read, with the figures of docs/insights.md. */
export const ticketColumns: readonly Column[] = [
  { name: 'ticket_id', kind: 'text', says: 'the ticket’s number' },
  { name: 'opened_at', kind: 'time', says: 'when it was opened' },
  { name: 'updated_at', kind: 'time', says: 'when it last changed' },
  { name: 'events', kind: 'integer', says: 'number of the last event that this row knows' },
  { name: 'status', kind: 'text', says: 'new, open, pending, resolved or closed' },
  { name: 'held_by', kind: 'text', says: 'bot, queue, offer, agent or nobody' },
  { name: 'channel', kind: 'text', says: 'how messages come and go' },
  { name: 'segment', kind: 'text', says: 'who the customer is to the platform' },
  { name: 'language', kind: 'text', says: 'the customer’s language' },
  { name: 'locale', kind: 'text', says: 'what the customer’s device speaks' },
  { name: 'customer_id', kind: 'text', says: 'whose ticket it is' },
  { name: 'subject', kind: 'text', says: 'the first message, shortened' },
  { name: 'category', kind: 'text', says: 'first level of the intent' },
  { name: 'topic', kind: 'text', says: 'first two levels of the intent' },
  { name: 'intent_id', kind: 'text', says: 'the intent, as last corrected' },
  { name: 'priority', kind: 'text', says: 'urgent, high, normal or low' },
  { name: 'queue_id', kind: 'text', says: 'the queue it belongs to' },
  { name: 'owner_id', kind: 'text', says: 'the agent who first took it' },
  { name: 'agent_id', kind: 'text', says: 'the agent who last took it' },
  { name: 'team', kind: 'text', says: 'that agent’s team then' },
  { name: 'vendor', kind: 'text', says: 'that agent’s company then' },
  { name: 'escalation_level', kind: 'integer', says: 'how far it has climbed, 0 to 4' },
  {
    name: 'contacts',
    kind: 'integer',
    says: 'which contact about the same matter it is, from the second on',
  },
  { name: 'resolutions', kind: 'integer', says: 'how often it was resolved' },
  { name: 'survey', kind: 'text', says: 'offered, answered or skipped' },
  { name: 'score', kind: 'integer', says: 'the last rating, 1 to 5' },
  { name: 'comment', kind: 'text', says: 'what the customer wrote with it' },
  ...FactFlag.options.map(
    (flag) =>
      ({ name: `is_${snake(flag)}`, kind: 'boolean', says: `flag ${flag} of docs/insights.md` }) as const,
  ),
  ...Target.options.map(
    (target) =>
      ({
        name: `sla_${snake(target)}`,
        kind: 'text',
        says: `how the promise ended: kept or breached`,
      }) as const,
  ),
  ...FactTime.options.map(
    (time) =>
      ({
        name: `${snake(time)}_seconds`,
        kind: 'number',
        says: time === 'next-reply' ? 'mean of the next replies' : `time ${time} of docs/insights.md`,
      }) as const,
  ),
  { name: 'next_replies', kind: 'integer', says: 'next replies that the mean is of, at most 50' },
  ...Speaker.options.map(
    (speaker) =>
      ({ name: `messages_${speaker}`, kind: 'integer', says: `messages of the ${speaker}` }) as const,
  ),
];

/** What is known of a ticket: its state, its history, and its facts, made of that very history. */
export interface KnownTicket {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly facts: FactRow;
}

/** A ticket as a row. */
export function ticketRow({ ticket, events, facts }: KnownTicket): Row {
  const { intentId } = ticket;
  const comment = events.findLast((event) => event.type === 'SurveyAnswered')?.body.comment;
  const cells: Record<string, Cell> = {
    ticket_id: ticket.ticketId,
    opened_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    events: events.at(-1)?.number,
    status: ticket.status,
    held_by: ticket.holder.kind,
    channel: ticket.channel,
    segment: ticket.segment,
    language: ticket.language,
    locale: ticket.locale,
    customer_id: ticket.customerId,
    subject: ticket.subject,
    category: intentId && levelOf(intentId, 1),
    topic: intentId && levelOf(intentId, 2),
    intent_id: intentId,
    priority: ticket.priority,
    queue_id: facts.queueId,
    owner_id: ticket.ownerId,
    agent_id: ticket.lastAgentId,
    team: facts.team,
    vendor: facts.vendor,
    escalation_level: ticket.escalationLevel,
    contacts: ticket.contacts,
    resolutions: ticket.resolutionCount,
    survey: ticket.survey,
    score: facts.score,
    comment,
    next_replies: facts.times['next-reply']?.length ?? 0,
  };
  for (const flag of FactFlag.options) cells[`is_${snake(flag)}`] = facts.flags.includes(flag);
  for (const target of Target.options) cells[`sla_${snake(target)}`] = endOf(facts, target);
  for (const time of FactTime.options) cells[`${snake(time)}_seconds`] = meanOf(facts.times[time]);
  for (const speaker of Speaker.options) cells[`messages_${speaker}`] = facts.messages[speaker] ?? 0;
  return { cells };
}

function endOf({ kept, breached }: FactRow, target: Target): string | undefined {
  if (breached.includes(target)) return 'breached';
  return kept.includes(target) ? 'kept' : undefined;
}

/** Of milliseconds, in seconds. */
function meanOf(times: readonly number[] | undefined): number | undefined {
  if (times === undefined || times.length === 0) return undefined;
  return times.reduce((sum, time) => sum + time, 0) / times.length / SECONDS;
}
