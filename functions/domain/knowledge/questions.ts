import type { TicketEvent } from '../../../schemas/events.ts';
import type { Citation } from '../../../schemas/message.ts';
import type { Question, QuestionSort } from '../../../schemas/question.ts';
import type { Language } from '../../../schemas/understanding.ts';
import { sha256 } from '../digest.ts';
import { isSlight } from '../retrieval/slight.ts';
import { tokensOf } from '../retrieval/tokens.ts';
import { LOW_SCORE } from '../survey.ts';
import { normalize } from '../understanding/normalize.ts';
import { botMayAnswer } from '../understanding/taxonomy.ts';
import { wantsHuman } from '../understanding/wants-human.ts';

/** One customer's question that is work for editors. */
export interface Asked {
  readonly ticketId: string;
  /** The event that tells of it: counted once, however often it is delivered. */
  readonly number: number;
  readonly occurredAt: string;
  readonly sort: QuestionSort;
  readonly language: Language;
  readonly text: string;
  readonly intents: readonly string[];
  readonly answer?: Citation;
}

type Message = Extract<TicketEvent, { type: 'MessageSent' }>;
type Classified = Extract<TicketEvent, { type: 'TicketClassified' }>;
type SurveyAnswered = Extract<TicketEvent, { type: 'SurveyAnswered' }>;

/** Intents kept of one question. */
const MOST_INTENTS = 3;
const MOST_CHARACTERS = 200;

/** What an event of a ticket means for editors; nothing for most events. */
export function askedIn(events: readonly TicketEvent[], event: TicketEvent): Asked | undefined {
  if (event.type === 'TicketClassified') return unanswered(events, event);
  return event.type === 'SurveyAnswered' ? badlyRated(events, event) : undefined;
}

/**
 * The bot could not answer what it should: it had to ask what is meant, or gave a matter it may settle to a person. Urgent matters,
 * matters for people, and customers who want a person are no gap of the knowledge base.
 */
function unanswered(events: readonly TicketEvent[], event: Classified): Asked | undefined {
  const { intentId, priority, throughNumber, language, intents } = event.body;
  const move = movesAfter(events, event);
  const words = customersWords(events, throughNumber);
  const gaveUp = move.some(({ type }) => type === 'TicketQueued');
  const asked = move.some((it) => isMessage(it) && it.body.purpose === 'question' && !it.body.dialogue?.kit);
  if (event.actor.kind !== 'bot' || words === '' || (!gaveUp && !asked)) return undefined;
  if (priority === 'urgent' || wantsHuman(normalize(words)) || (intentId && !botMayAnswer(intentId)))
    return undefined;
  return {
    ...about(event),
    sort: intentId ? 'no-article' : 'unsure',
    language,
    text: words,
    intents: (intentId ? [intentId] : intents.map(({ id }) => id)).slice(0, MOST_INTENTS),
  };
}

/** The customer was answered by the bot alone, and says it did not help. */
function badlyRated(events: readonly TicketEvent[], event: SurveyAnswered): Asked | undefined {
  const { score, solved } = event.body;
  if (score > LOW_SCORE && solved) return undefined;
  const before = events.filter(({ number }) => number < event.number);
  const begun =
    before.findLast(({ type }) => type === 'TicketOpened' || type === 'TicketReopened')?.number ?? 0;
  const since = before.filter(({ number }) => number >= begun);
  if (since.some(({ type }) => type === 'TicketAccepted')) return undefined;
  const told = since.findLast(
    (it): it is Message => isMessage(it) && it.actor.kind === 'bot' && !!it.body.citations?.length,
  );
  const classified =
    told && before.findLast((it): it is Classified => isClassified(it) && it.number < told.number);
  const text = classified && customersWords(before, classified.body.throughNumber);
  const answer = told?.body.citations?.at(-1);
  if (!classified || !text || !answer) return undefined;
  return {
    ...about(event),
    sort: 'badly-rated',
    language: classified.body.language,
    text,
    intents: classified.body.intents.slice(0, MOST_INTENTS).map(({ id }) => id),
    answer,
  };
}

/** The question with one more customer asking it. What comes back after it was resolved is open again. */
export function counted(question: Question | undefined, asked: Asked): Question {
  const { sort, occurredAt, ticketId, answer } = asked;
  const before = question ?? newQuestion(asked);
  return {
    ...before,
    version: before.version + (question ? 1 : 0),
    status: 'open',
    intents: withIntents(before.intents, asked.intents),
    counts: { ...before.counts, [sort]: (before.counts[sort] ?? 0) + 1 },
    count: question ? before.count + 1 : 1,
    lastAskedAt: occurredAt > before.lastAskedAt ? occurredAt : before.lastAskedAt,
    ticketId,
    ...(answer && { answer }),
  };
}

/** The question once an editor says which article answers it; the same again changes nothing. */
export function resolved(question: Question, resolution: NonNullable<Question['resolution']>): Question {
  const { articleId, version } = question.resolution ?? {};
  const same = articleId === resolution.articleId && version === resolution.version;
  if (question.status === 'resolved' && same) return question;
  return { ...question, version: question.version + 1, status: 'resolved', resolution };
}

/** The question of these that asks the same, if one does: in the same language, with most of its telling words. */
export function sameAs(questions: readonly Question[], asked: Asked): Question | undefined {
  const telling = tellingWords(asked.text);
  const alike = questions
    .filter(({ language }) => language === asked.language)
    .map((question) => ({ question, likeness: likenessOf(telling, tellingWords(question.text)) }))
    .filter(({ likeness }) => likeness >= SAME);
  return alike.sort(
    (a, b) => b.likeness - a.likeness || (a.question.questionId < b.question.questionId ? -1 : 1),
  )[0]?.question;
}

/** Most asked first. */
export function byCount(a: Question, b: Question): number {
  return b.count - a.count || (a.questionId < b.questionId ? -1 : 1);
}

/** The wording that is kept: normalized, and without what tells who asks. */
export function wordingOf(text: string): string {
  const plain = normalize(text)
    .replace(/https?:\/+\S+|\S+@\S+\.\S+/g, ' ')
    .replace(/[\p{N}*#-]{5,}/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(plain).slice(0, MOST_CHARACTERS).join('');
}

/** From this likeness on two wordings are one question. */
const SAME = 0.6;

function newQuestion({ language, text, occurredAt, ticketId }: Asked): Question {
  const wording = wordingOf(text);
  const telling = [...tellingWords(text)].sort().join(' ') || wording;
  return {
    questionId: sha256(`${language}\n${telling}`).slice(0, 20),
    version: 1,
    status: 'open',
    language,
    text: wording,
    intents: [],
    counts: {},
    count: 1,
    firstAskedAt: occurredAt,
    lastAskedAt: occurredAt,
    ticketId,
  };
}

/** Chinese characters in pairs, and words; without what only asks, points or links. */
function tellingWords(text: string): Set<string> {
  const tokens = tokensOf(wordingOf(text)).filter(({ written }) => !isSlight(written));
  const words = new Set<string>();
  for (const [i, { text: word, han }] of tokens.entries()) {
    const next = tokens[i + 1];
    if (!han) words.add(word);
    else if (next?.han) words.add(word + next.text);
  }
  return words.size > 0 ? words : new Set(tokens.map((it) => it.text));
}

/** Dice: twice what both have over what each has. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((it) => b.has(it)).length) / (a.size + b.size);
}

function withIntents(known: Question['intents'], more: readonly string[]): Question['intents'] {
  const counts = new Map(known.map(({ id, count }) => [id, count]));
  for (const id of more) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, 10);
}

/** What the bot did in the same step: the events right after it, until somebody else acts. */
function movesAfter(events: readonly TicketEvent[], event: TicketEvent): TicketEvent[] {
  const later = events.filter(({ number }) => number > event.number);
  const end = later.findIndex(({ actor, type }) => actor.kind !== 'bot' || type === 'TicketClassified');
  return end < 0 ? later : later.slice(0, end);
}

/** What the customer wrote up to an event and the bot had not dealt with before. */
function customersWords(events: readonly TicketEvent[], throughNumber: number): string {
  const dealtWith = events
    .filter((it): it is Classified => isClassified(it) && it.body.throughNumber < throughNumber)
    .reduce((most, { body }) => Math.max(most, body.throughNumber), 0);
  return events
    .filter((it): it is Message => isMessage(it) && it.actor.kind === 'customer')
    .filter(({ number }) => number > dealtWith && number <= throughNumber)
    .map(({ body }) => body.text)
    .join('\n');
}

function about({
  ticketId,
  number,
  occurredAt,
}: TicketEvent): Pick<Asked, 'ticketId' | 'number' | 'occurredAt'> {
  return { ticketId, number, occurredAt };
}

function isMessage(event: TicketEvent): event is Message {
  return event.type === 'MessageSent';
}

function isClassified(event: TicketEvent): event is Classified {
  return event.type === 'TicketClassified';
}
