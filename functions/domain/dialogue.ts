import type { Dialogue } from '../../schemas/dialogue.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Language, Sentiment, Understanding } from '../../schemas/understanding.ts';
import type { History } from './change.ts';
import { ordinalIn } from './kits/slots.ts';
import { isForeign } from './understanding/foreign.ts';
import { languageOf } from './understanding/language.ts';
import { normalize } from './understanding/normalize.ts';
import { displayName, isManner, leaf, priorityOf } from './understanding/taxonomy.ts';

/** Where a conversation stands when the bot takes its turn; derived from the history alone. */
export interface Standing {
  /** What the customer wrote that the bot has not dealt with. */
  readonly words: string;
  /** Everything the customer wrote before that, oldest first. */
  readonly earlier: readonly string[];
  /** What the bot has said, oldest first. */
  readonly told: readonly string[];
  /** Where the bot's last message left off; undefined before the first, and after a person had the ticket. */
  readonly dialogue: Dialogue | undefined;
  /** The words were written before the bot's last message came: they are no reply to it. */
  readonly crossed: boolean;
  /** How the customer felt, oldest first: one for each turn of the bot, and each change while a person had the ticket. */
  readonly sentiments: readonly Sentiment[];
}

/** What a message means in its conversation. */
export interface Reading {
  readonly understanding: Understanding;
  /** The words an article is searched with. */
  readonly question: string;
  /** What the customer is to be answered in: the language of the message, or of the conversation when the message is too short to tell. */
  readonly language: Language;
}

type Understand = (text: string, earlier: readonly string[]) => Understanding;
type Message = Extract<TicketEvent, { type: 'MessageSent' }>;

/** Reads the ticket's history up to a customer's message. */
export function standingOf({ ticket, events }: History, throughNumber: number): Standing {
  const messages = events.filter((event): event is Message => event.type === 'MessageSent');
  const own = messages.filter(({ actor, number }) => actor.kind === 'customer' && number <= throughNumber);
  // A person reads every message as it comes, and so does who listens to them.
  const unread =
    ticket.holder.kind === 'bot' ? own.filter(({ number }) => number > ticket.botHandledNumber) : [];
  const fresh = unread.length > 0 ? unread : own.slice(-1);
  const byBot = messages.filter(({ actor }) => actor.kind === 'bot');
  const last = byBot.at(-1);
  return {
    words: fresh.map(({ body }) => body.text).join('\n'),
    earlier: own.filter((it) => !fresh.includes(it)).map(({ body }) => body.text),
    told: byBot.map(({ body }) => body.text),
    dialogue: dialogueAfter(byBot, events),
    crossed: last !== undefined && last.number > throughNumber,
    sentiments: events.flatMap((event) =>
      (event.type === 'TicketClassified' || event.type === 'MoodChanged') && event.body.sentiment
        ? [event.body.sentiment]
        : [],
    ),
  };
}

/** A person who had the ticket in between ends the bot's dialogue; a reopened one begins without failures. */
function dialogueAfter(byBot: readonly Message[], events: readonly TicketEvent[]): Dialogue | undefined {
  const last = byBot.findLast(({ body }) => body.dialogue);
  const dialogue = last?.body.dialogue;
  if (!last || !dialogue) return undefined;
  const later = new Set(events.filter(({ number }) => number > last.number).map(({ type }) => type));
  if (later.has('TicketQueued')) return undefined;
  return later.has('TicketReopened') ? { ...dialogue, failures: 0 } : dialogue;
}

/**
 * Understands a customer's message in its conversation. A reply to a guided question is understood by itself, so that it cannot
 * hide a new matter; the reply to "which do you mean" picks a meaning, or is understood together with what was unclear.
 */
export function readTurn(history: History, throughNumber: number, understand: Understand): Reading {
  const standing = standingOf(history, throughNumber);
  const { words, earlier, dialogue } = standing;
  const language = languageIn(standing, history.ticket.locale);
  const asked = dialogue !== undefined && !standing.crossed;
  if (asked && dialogue.step === 'meaning')
    return { ...readMeaning(standing, dialogue, understand), language };
  const understanding = understand(words, asked && dialogue.kit ? [] : earlier);
  return { understanding, question: words, language };
}

function readMeaning(
  { words, earlier }: Standing,
  { options = [] }: Dialogue,
  understand: Understand,
): Omit<Reading, 'language'> {
  const alone = understand(words, []);
  const question = [...earlier.slice(-3), words].join('\n');
  if (alone.urgency.urgent || alone.wantsHuman) return { understanding: alone, question: words };
  const picked = optionIn(alone.normalized, options);
  if (picked !== undefined)
    return { understanding: chosen(alone, picked), question: earlier.slice(-3).join('\n') };
  // How the customer feels now is told by the reply alone.
  const { sentiment } = alone;
  const together = understand(question, []);
  const readings = [
    { understanding: alone, question: words },
    { understanding: { ...together, sentiment }, question },
  ];
  if (lettersIn(words) < SCRAP) readings.shift();
  const inOrder = isShort(words) ? readings.toReversed() : readings;
  return inOrder.find((it) => isSure(it.understanding)) ?? { understanding: alone, question: words };
}

/** A few words say little by themselves, however sure a model is of them. */
export function isShort(words: string): boolean {
  return lettersIn(words) < SHORT;
}

/** Letters and digits, as many as a reader sees. */
export function lettersIn(words: string): number {
  return Array.from(words.replace(/[\s\p{P}\p{S}]/gu, '')).length;
}

const SHORT = 12;
/** Fewer letters than this name no matter by themselves. */
const SCRAP = 4;

/** Sure of a matter; a greeting or a request for a person names none. */
function isSure({ abstained, intents }: Understanding): boolean {
  const [best] = intents;
  return !abstained && best !== undefined && !isManner(best.id);
}

/** The meaning that a reply picks: by its number, by its name, or by a yes when only one was offered. */
export function optionIn(normalized: string, options: readonly string[]): string | undefined {
  const index = ordinalIn(normalized, options.length);
  if (index !== undefined) return options[index];
  const [only, ...others] = options;
  if (only && others.length === 0 && yes.test(normalized)) return only;
  const named = options.filter((id) => namesOf(id).some((it) => overlaps(normalized, it)));
  return named.length === 1 ? named[0] : undefined;
}

const yes =
  /^(?:嗯+|对+|对的|是|是的|是啊|没错|就是(?:这个|它)?|yes|yeah|yep|yup|right|correct|exactly|that'?s (?:it|right|the one)|sure)[\s,.!。~的呀啊]*$/;

function namesOf(id: string): string[] {
  return [displayName(id, 'zh'), displayName(id, 'en')].map(normalize);
}

/** The reply is (a telling part of) the name. */
function overlaps(reply: string, name: string): boolean {
  const bare = reply.replace(/[\s\p{P}]/gu, '');
  const parts = name.split(/[、,/]|或|与| and | or /u).map((it) => it.replace(/[\s\p{P}]/gu, ''));
  const enough = /\p{Script=Han}/u.test(bare) ? 2 : 5;
  return (
    bare.length >= enough &&
    parts.some((it) => it.includes(bare) || (it.length >= enough && bare.includes(it)))
  );
}

/** The customer says which meaning it is: nothing is surer. An urgent matter picked is urgent. */
function chosen(understanding: Understanding, id: string): Understanding {
  const reasons = [displayName(id, 'zh')];
  const priority = priorityOf(id);
  const urgent = priority === 'urgent';
  return {
    ...understanding,
    intents: [{ id, confidence: 1, reasons }],
    abstained: false,
    priority,
    urgency: urgent ? { urgent, reasons } : understanding.urgency,
  };
}

/** From which confidence on a case is offered. */
export interface Cuts {
  /** Share of the best one's confidence that the others must have. */
  readonly near: number;
  /** What any must have. */
  readonly noise: number;
  /** What one alone must have. */
  readonly likely: number;
}

/**
 * Chosen on dev by `npm run bench dialogue`, which prints what others would do: a nearer `near` loses right cases (0.35: 3 of 100),
 * a lower one offers more wrong ones for hardly a right one more; `noise` from 0.15 on loses them too; `likely` matters little.
 */
export const CUTS: Cuts = { near: 0.25, noise: 0.1, likely: 0.2 };

/** The likeliest cases to offer: two or three that are not far behind the best; one alone must be likely by itself. */
export function optionsOf({ intents }: Understanding, { near, noise, likely }: Cuts = CUTS): string[] {
  const cases = intents.filter((it) => leaf(it.id) && !isManner(it.id));
  const best = cases[0]?.confidence ?? 0;
  const close = cases.filter(({ confidence }) => confidence >= Math.max(best * near, noise)).slice(0, 3);
  return close.length > 1 || best >= likely ? close.map(({ id }) => id) : [];
}

/** Fewer letters than this do not tell a language: `ok`, `mp4`, `1`. */
const telling = { han: 4, latin: 14 };

/** The language of the message, else of all that was written, else of the app; of a mixture, the larger share. */
function languageIn({ words, earlier }: Standing, locale: string): Language {
  const foreign = languageOf(words);
  if (isForeign(foreign)) return foreign;
  const letters = { han: countOf(words, /\p{Script=Han}/gu), latin: countOf(words, /\p{Script=Latin}/gu) };
  const tells = letters.han >= telling.han || letters.latin >= telling.latin;
  for (const text of tells ? [words] : [[...earlier, words].join('\n')]) {
    const language = languageOf(text);
    if (language === 'mixed') return largerShare(text);
    if (language !== 'und') return language;
  }
  return locale.startsWith('en') ? 'en' : 'und';
}

/** An English word weighs as much as two characters. */
function largerShare(text: string): Language {
  const english = countOf(text, /[a-z']{2,}/gi) * 2;
  return english > countOf(text, /\p{Script=Han}/gu) ? 'en' : 'zh';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
