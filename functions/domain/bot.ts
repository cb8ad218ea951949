import type { Actor } from '../../schemas/events.ts';
import type { Citation } from '../../schemas/message.ts';
import type { Understanding } from '../../schemas/understanding.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { queueDrafts } from './handover.ts';
import { after, armTarget, type Situation, type TimerSettings } from './sla.ts';
import { queueOf } from './understanding/taxonomy.ts';

const BOT: Actor = { kind: 'bot', id: 'bot', name: '小服' };
const RANK = { urgent: 0, high: 1, normal: 2, low: 3 } as const;

/** An answer the bot is sure of. */
export interface Answer {
  text: string;
  citations: Citation[];
}

export interface BotTurn {
  understanding: Understanding;
  /** Present only when the bot is sure. */
  answer?: Answer;
  /** The last event that was read. */
  throughNumber: number;
}

/**
 * What the bot makes of the customer's words: answer when sure, ask once when unsure, hand over otherwise. With a person
 * it only listens, and raises the priority when the words demand it.
 */
export function takeBotTurn(history: History, turn: BotTurn, situation: Situation): TicketChange | undefined {
  const { ticket } = history;
  const over = ticket.status === 'resolved' || ticket.status === 'closed';
  if (over || turn.throughNumber <= ticket.botHandledNumber) return undefined;
  const drafts =
    ticket.holder.kind === 'bot'
      ? answerDrafts(history, turn, situation)
      : listenDrafts(history, turn, situation);
  return drafts.length > 0 ? changeOf(history, drafts, situation.now) : undefined;
}

function answerDrafts(history: History, turn: BotTurn, situation: Situation): Draft[] {
  const { understanding, answer } = turn;
  const classified = classifiedDraft(history, turn, understanding.priority);
  const why = handoverReason(history, turn);
  if (why) {
    return [
      classified,
      speak(wording(understanding).handover, 'notice'),
      ...queueDrafts(
        history,
        { reason: why, queueId: classified.body.queueId, priority: understanding.priority, actor: BOT },
        situation,
      ),
    ];
  }
  const quiet = { 'bot-due': null, 'silence-due': after(situation.now, situation.policy.silence) };
  return answer
    ? [classified, { ...speak(answer.text, 'answer', answer.citations), timers: quiet }]
    : [classified, { ...speak(wording(understanding).question, 'question'), timers: quiet }];
}

/** Why a person must take over, most telling reason first; undefined when the bot may go on. */
function handoverReason({ ticket }: History, { understanding, answer }: BotTurn): string | undefined {
  if (understanding.wantsHuman) return 'customer asked for a person';
  if (understanding.urgency.urgent) return `urgent: ${understanding.urgency.reasons.join(', ')}`;
  if (answer) return undefined;
  if (!understanding.abstained) return `a person must settle ${understanding.intents[0]?.id ?? 'this'}`;
  return ticket.botAsked > 0 ? 'the bot asked once and is still unsure' : undefined;
}

function listenDrafts(history: History, turn: BotTurn, { policy }: Situation): Draft[] {
  const { ticket } = history;
  const { priority } = turn.understanding;
  if (RANK[priority] >= RANK[ticket.priority]) return [];
  const { holder } = ticket;
  const waiting = (holder.kind === 'queue' || holder.kind === 'offer') && ticket.timers['first-response-due'];
  const timers: TimerSettings | undefined = waiting
    ? armTarget('first-response', priority, holder.since, policy)
    : undefined;
  return [{ ...classifiedDraft(history, turn, priority), ...(timers && { timers }) }];
}

function classifiedDraft(
  { ticket }: History,
  { understanding, throughNumber }: BotTurn,
  priority: Understanding['priority'],
): Extract<Draft, { type: 'TicketClassified' }> {
  const best = understanding.abstained ? undefined : understanding.intents[0];
  return {
    type: 'TicketClassified',
    actor: BOT,
    body: {
      intentId: best?.id,
      intents: understanding.intents,
      priority,
      language: understanding.language,
      queueId: best ? queueOf(best.id) : ticket.queueId,
      reasons: [...(best?.reasons ?? []), ...understanding.urgency.reasons],
      throughNumber,
    },
  };
}

function speak(text: string, purpose: 'answer' | 'question' | 'notice', citations?: Citation[]): Draft {
  return { type: 'MessageSent', actor: BOT, body: { text, purpose, citations } };
}

const words = {
  zh: {
    question:
      '抱歉，我还没完全明白。能再说具体一点吗？比如：是哪一笔订单或哪个作品、什么时候发生的、页面上提示了什么。需要人工请回复「转人工」。',
    handover: '好的，正在为您转接人工客服，您前面说的内容我会一并转给客服，不用再重复。',
  },
  en: {
    question:
      'Sorry, I did not quite get that. Could you say a little more: which order or video it is about, when it happened and what the page said? To talk to a person, reply “agent”.',
    handover:
      'Of course. I am connecting you to a colleague and passing on what you have told me, so you need not repeat it.',
  },
};

function wording({ language }: Understanding): { question: string; handover: string } {
  return language === 'en' ? words.en : words.zh;
}
