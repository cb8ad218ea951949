import type { Citation } from '../../schemas/message.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import type { Language, Understanding } from '../../schemas/understanding.ts';
import { moveOf } from './bot-moves.ts';
import { type Answer, type Conversation, isPlainReply, type KnownArticle, type Move } from './bot-steps.ts';
import { calming } from './calm.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { resolveDraft } from './resolving.ts';
import { standingOf } from './dialogue.ts';
import { queueDrafts } from './handover.ts';
import { keywordsIn, needIn } from './keywords.ts';
import { listenDrafts } from './listening.ts';
import { RANK } from './priorities.ts';
import { categoriesOf, type Screening } from './risk/screening.ts';
import { after, retarget, type Situation } from './sla.ts';
import { type Facts, sumUp } from './summary.ts';
import { isForeign } from './understanding/foreign.ts';
import { moodOf } from './understanding/mood.ts';
import { normalize } from './understanding/normalize.ts';
import { type EarlierTicket, matterOf, pressedBy, type Repeat, repeatOf } from './understanding/repeats.ts';
import { isManner, priorityOf } from './understanding/taxonomy.ts';
import { BOT, classifiedDraft, factsAfter, type Heard, type Verdict } from './verdict.ts';

/** Days are counted in China's time zone, UTC+8, which knows no summer time. */
const BUSINESS_OFFSET = 8 * 3_600_000;

export interface BotTurn extends Heard {
  /** What the customer is to be answered in; the message's own language unless told. */
  language?: Language;
  /** Present only when the bot is sure. */
  answer?: Answer;
  /** Articles in force that a guided kit may cite; without it no kit speaks. */
  article?: (articleId: string, language: 'zh' | 'en') => KnownArticle | undefined;
  /** Earlier tickets of the same customer, where they are known. */
  earlierTickets?: readonly EarlierTicket[];
  /** The bot is switched off: it understands, and hands over without a word. */
  queueOnly?: boolean;
  /** What the filter says of the bot's own words; without it they are said. */
  screen?: (text: string) => Screening;
}

/**
 * What the bot makes of the customer's words: answer when sure, guide step by step, ask once when unsure, hand over otherwise. With
 * a person it only listens.
 */
export function takeBotTurn(history: History, turn: BotTurn, situation: Situation): TicketChange | undefined {
  const { ticket } = history;
  const over = ticket.status === 'resolved' || ticket.status === 'closed';
  if (over || turn.throughNumber <= ticket.botHandledNumber) return undefined;
  const drafts = botSpeaks(ticket)
    ? screenedDrafts(history, turn, situation)
    : listenDrafts(history, turn, situation);
  return drafts.length > 0 ? changeOf(history, drafts, situation.now) : undefined;
}

/** Whether the bot has the conversation, and may answer in it. */
export function botSpeaks({ holder }: Ticket): boolean {
  return holder.kind === 'bot';
}

/** What the filter stops of an article, the bot does not say: it is silent, and a person answers. Its own words are code. */
function screenedDrafts(history: History, turn: BotTurn, situation: Situation): Draft[] {
  const drafts = speakDrafts(history, turn, situation);
  const { screen, queueOnly } = turn;
  const settles = drafts.some(({ type }) => type === 'TicketResolved');
  if (queueOnly && !settles) return handedOver(history, drafts, 'the bot is switched off', situation);
  const [refused] = drafts.flatMap((it) =>
    screen && isQuoted(it) ? categoriesOf(screen(it.body.text)) : [],
  );
  if (refused === undefined) return drafts;
  return handedOver(history, drafts, `what the bot would have said was refused: ${refused}`, situation);
}

/** What the bot has understood, without what it would have said; a person answers. */
function handedOver(
  history: History,
  drafts: readonly Draft[],
  reason: string,
  situation: Situation,
): Draft[] {
  const silent = drafts.filter(({ type }) => type === 'TicketClassified' || type === 'TicketQueued');
  if (silent.some(({ type }) => type === 'TicketQueued')) return silent;
  const classified = drafts.find((it) => it.type === 'TicketClassified');
  const { queueId, priority, summary } = classified?.body ?? history.ticket;
  return [...silent, ...queueDrafts(history, { reason, queueId, priority, summary, actor: BOT }, situation)];
}

function isQuoted(draft: Draft): draft is Extract<Draft, { type: 'MessageSent' }> {
  return (
    draft.type === 'MessageSent' && !!draft.body.citations?.length && draft.body.dialogue?.kit === undefined
  );
}

function speakDrafts(history: History, turn: BotTurn, situation: Situation): Draft[] {
  const conversation = conversationOf(history, turn, situation);
  const { move, stays } = moveOf(conversation);
  const { understanding, matter, topic, repeat } = conversation;
  const about = stays ? (matter ?? topic) : topic;
  const best = understanding.abstained || stays ? undefined : understanding.intents[0];
  const named = best && isManner(best.id) && matter ? undefined : best;
  const verdict: Verdict = {
    intent: named,
    about,
    sentiment: conversation.sentiment,
    trend: conversation.sentiment && moodOf([...conversation.sentiments, conversation.sentiment]).trend,
    priority: pressing(history, conversation, move, stays),
    contacts: repeat?.contacts,
    language: turn.language ?? understanding.language,
    reasons: [
      ...(named?.reasons ?? []),
      ...understanding.urgency.reasons,
      ...(conversation.comesAgain && repeat ? [repeat.reason] : []),
    ],
  };
  const facts = factsOf({ history, conversation, move, verdict });
  const quiet = { 'bot-due': null, 'silence-due': after(situation.now, situation.policy.silence) };
  const draft = classifiedDraft(history, turn, verdict, move.kind === 'person' ? undefined : sumUp(facts));
  const known = factsAfter(history.ticket, draft.body);
  const retargeted = retarget(history.ticket, known, true, situation);
  const classified = { ...draft, ...retargeted };
  switch (move.kind) {
    case 'person':
      return [
        classified,
        speak(move.asItIs ? move.text : calmed(conversation, move, about), 'notice', move),
        ...queueDrafts(
          history,
          {
            reason: move.reason,
            queueId: known.queueId,
            priority: known.priority,
            language: known.language,
            intentId: known.intentId,
            actor: BOT,
            summary: sumUp(facts),
          },
          situation,
        ),
      ];
    case 'settle':
      return [
        classified,
        speak(move.text, 'notice', move),
        resolveDraft(history, { actor: BOT, reason: 'the customer says it is settled' }, situation),
      ];
    case 'say':
      return [classified, { ...speak(calmed(conversation, move, about), move.purpose, move), timers: quiet }];
    case 'listen':
      return [{ ...classified, timers: { ...retargeted?.timers, ...quiet } }];
  }
}

function conversationOf(history: History, turn: BotTurn, { now }: Situation): Conversation {
  const { ticket } = history;
  const { article } = turn;
  const standing = standingOf(history, turn.throughNumber);
  const today = new Date(now.getTime() + BUSINESS_OFFSET).toISOString().slice(0, 10);
  const plain = isPlainReply(standing, today);
  const understanding = plain ? soberly(turn.understanding) : turn.understanding;
  const { sentiment } = understanding;
  const written = turn.language ?? understanding.language;
  const language = written === 'en' ? 'en' : 'zh';
  const matter = matterOf(ticket);
  const [best] = understanding.intents;
  const topic = best && !understanding.abstained && !isManner(best.id) ? best.id : matter;
  const known = knownRepeat(ticket);
  const repeat = repeatOf(understanding.normalized, topic, turn.earlierTickets ?? [], now) ?? known;
  return {
    ...standing,
    understanding,
    matter,
    topic,
    language,
    foreign: isForeign(written) ? written : undefined,
    answer: turn.answer,
    article: (articleId) => article?.(articleId, language),
    // `1.5GB` is no complaint, and says nothing of how the customer feels.
    sentiment: plain && sentiment !== 'angry' ? undefined : sentiment,
    repeat,
    comesAgain: repeat !== undefined && (standing.told.length === 0 || (repeat.proven && !known)),
    failures: standing.dialogue?.failures ?? ticket.botAsked,
    today,
  };
}

/** What an earlier turn found out about how often this customer has come. */
function knownRepeat({ contacts }: History['ticket']): Repeat | undefined {
  return contacts === undefined ? undefined : { contacts, reason: `contact ${contacts}`, proven: true };
}

/**
 * What a model makes of a few words that answer a plain question is taken with a grain of salt: `stuck at 99 %` is no emergency
 * unless an urgent case is what it surely means.
 */
function soberly(understanding: Understanding): Understanding {
  const { intents, abstained } = understanding;
  const [best] = intents;
  const urgent = !abstained && best !== undefined && priorityOf(best.id) === 'urgent';
  return urgent ? understanding : { ...understanding, urgency: { urgent: false, reasons: [] } };
}

/**
 * A ticket stays as pressing as it was; a new matter, a repeat, or what a kit found out makes it more so. A reply within the
 * dialogue, often a word or a number, says nothing about it unless it is urgent.
 */
function pressing(
  { ticket }: History,
  { understanding, repeat }: Conversation,
  move: Move,
  stays: boolean,
): Priority {
  const { priority, urgency } = understanding;
  const own = stays && !urgency.urgent ? ticket.priority : priority;
  const found = repeat ? pressedBy(repeat, own) : own;
  const kept = ticket.botHandledNumber > 0 ? [ticket.priority] : [];
  const told = move.kind === 'person' && move.priority ? [move.priority] : [];
  return [found, ...kept, ...told].reduce((most, it) => (RANK[it] < RANK[most] ? it : most));
}

/** Calm first, then solve: an upset customer hears first that they were heard. */
function calmed({ sentiment, language, told }: Conversation, move: { text: string }, about?: string): string {
  const first = calming(sentiment, about, language, move.text, told);
  return first ? `${first}\n${move.text}` : move.text;
}

function factsOf({ history, conversation, move, verdict }: Turn): Facts {
  const { ticket, events } = history;
  const { understanding, repeat, sentiments, sentiment, words, dialogue, earlier, today } = conversation;
  const own = [...earlier, words].map(normalize);
  const { priority, language, about } = verdict;
  const cited = events.flatMap((event) => (event.type === 'MessageSent' ? (event.body.citations ?? []) : []));
  const saying = 'citations' in move ? (move.citations ?? []) : [];
  return {
    intentId: about ?? ticket.intentId,
    priority,
    reasons: [...('why' in move ? [move.why] : []), ...understanding.urgency.reasons],
    dialogue: ('dialogue' in move ? move.dialogue : undefined) ?? dialogue,
    citations: [...cited, ...saying],
    mood: moodOf([...sentiments, ...(sentiment ? [sentiment] : [])]),
    repeat,
    language,
    keywords: keywordsIn(own.join('\n'), today),
    need: own.toReversed().flatMap((it) => needIn(it) ?? [])[0],
    words: words || ticket.subject,
  };
}

/** A turn of the bot, decided. */
interface Turn {
  readonly history: History;
  readonly conversation: Conversation;
  readonly move: Move;
  readonly verdict: Verdict;
}

function speak(
  text: string,
  purpose: 'answer' | 'question' | 'notice',
  { citations, dialogue }: { citations?: Citation[] | undefined; dialogue?: Conversation['dialogue'] } = {},
): Draft {
  return { type: 'MessageSent', actor: BOT, body: { text, purpose, citations, dialogue } };
}
