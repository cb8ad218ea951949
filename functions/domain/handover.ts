import type { Tier } from '../../schemas/agent.ts';
import type { Actor, TicketEvent } from '../../schemas/events.ts';
import type { QueueId } from '../../schemas/ids.ts';
import type { Draft, History } from './change.ts';
import { type Facts, settle, type Situation, startTarget, together } from './sla.ts';

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

export interface Handover {
  reason: string;
  queueId?: QueueId;
  minimumTier?: Tier;
  actor?: Actor;
  command?: TicketEvent['command'];
  /** Override what the ticket says: a decision that classifies and hands over in one step knows better. */
  priority?: Facts['priority'];
  language?: Facts['language'];
  intentId?: Facts['intentId'];
  /** What the agent should know; what was said so far unless told. */
  summary?: string;
}

/** Puts the ticket into its queue with a summary, and starts the clocks of being reached and of the first reply. */
export function queueDrafts(history: History, handover: Handover, situation: Situation): Draft[] {
  const { ticket } = history;
  const { queueId = ticket.queueId, priority = ticket.priority } = handover;
  const { language = ticket.language, intentId = ticket.intentId } = handover;
  const facts = { ...ticket, queueId, priority, language, intentId };
  const since = ticket.unansweredSince ?? situation.now;
  const { firstRepliedAt, clocks, breached, status } = ticket;
  const promised = firstRepliedAt ?? clocks?.['first-reply'] ?? breached?.includes('first-reply');
  // A resolved ticket is opened again by this very decision: its promises start anew.
  const owesReply = status === 'resolved' || !promised;
  return [
    {
      type: 'TicketQueued',
      actor: handover.actor ?? SYSTEM,
      command: handover.command,
      body: {
        queueId,
        reason: handover.reason,
        minimumTier: handover.minimumTier,
        summary: handover.summary ?? summaryOf(history),
      },
      ...together(
        { timers: { 'bot-due': null, 'silence-due': null, 'offer-due': null, 'route-due': null } },
        settle('next-reply'),
        startTarget('reached', facts, since, situation),
        owesReply ? startTarget('first-reply', facts, since, situation) : undefined,
      ),
    },
  ];
}

const LINES = 6;
const spoken = /^(?:客户|机器人|客服|系统)：/;

/** What is known already, then what was said since, newest last: at most six lines. */
export function summaryOf({ ticket, events }: History): string {
  const lines = events.flatMap((event) => {
    if (event.type !== 'MessageSent') return [];
    const who = { customer: '客户', bot: '机器人', agent: '客服', system: '系统' }[event.actor.kind];
    const text = event.body.citations?.map(({ title }) => `《${title}》`).join('') ?? event.body.text;
    return [`${who}：${shorten(text)}`];
  });
  const before = ticket.summary?.split('\n') ?? [];
  const facts = before.filter((line) => !spoken.test(line)).slice(0, LINES - 1);
  // Only the end of a long history may have been read: what was said before that is in the summary made then.
  const earlier = events[0]?.number !== 1 ? before.filter((line) => spoken.test(line)) : [];
  const said = [...earlier, ...lines].slice(facts.length - LINES);
  return facts.length + said.length > 0 ? [...facts, ...said].join('\n') : `客户：${shorten(ticket.subject)}`;
}

function shorten(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : characters.join('');
}
