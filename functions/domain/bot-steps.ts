import type { Dialogue } from '../../schemas/dialogue.ts';
import type { Citation } from '../../schemas/message.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import type { ForeignLanguage, Sentiment, Understanding } from '../../schemas/understanding.ts';
import { botWords, type HandoverWords, whyPerson } from './bot-words.ts';
import { changesTopic } from './courtesy.ts';
import { isShort, lettersIn, type Standing } from './dialogue.ts';
import { kitOf, kits } from './kits/all.ts';
import { type Kit, told } from './kits/kit.ts';
import { slotsOf, type SlotName, type Slots } from './kits/slot-names.ts';
import { askedOf, follow, learn, type Read, readReply, triedAs } from './kits/walk.ts';
import { normalize } from './understanding/normalize.ts';
import type { Repeat } from './understanding/repeats.ts';
import { botMayAnswer, isManner, topLevelOf } from './understanding/taxonomy.ts';

/** An answer the bot is sure of. */
export interface Answer {
  readonly text: string;
  readonly citations: Citation[];
}

/** An article in force, in one language, as the bot may cite it. */
export interface KnownArticle {
  readonly text: string;
  readonly citation: Citation;
}

/** Everything a rule of the dialogue may look at. */
export interface Conversation extends Standing {
  readonly understanding: Understanding;
  /** The case that the ticket was about before these words. */
  readonly matter: string | undefined;
  /** The case that these words are about, or the matter where they name none. */
  readonly topic: string | undefined;
  readonly language: 'zh' | 'en';
  /** What the customer writes, where it is a language the bot does not speak. */
  readonly foreign: ForeignLanguage | undefined;
  readonly answer: Answer | undefined;
  readonly article: (articleId: string) => KnownArticle | undefined;
  /** How the customer feels; undefined when the words do not tell. */
  readonly sentiment: Sentiment | undefined;
  readonly repeat: Repeat | undefined;
  /** This turn is the first to know of the repeat. */
  readonly comesAgain: boolean;
  /** Messages in a row that made no sense so far. */
  readonly failures: number;
  /** The day in the business time zone, `2026-11-21`. */
  readonly today: string;
}

/** What the bot does next. */
export type Move =
  | {
      readonly kind: 'say';
      readonly text: string;
      readonly purpose: 'answer' | 'question' | 'notice';
      readonly citations?: Citation[] | undefined;
      readonly dialogue: Dialogue;
    }
  | {
      readonly kind: 'person';
      /** For the history. */
      readonly reason: string;
      /** The same for the desk, in Chinese. */
      readonly why: string;
      /** The words stand alone: nothing is put before them. */
      readonly asItIs?: boolean;
      readonly text: string;
      readonly citations?: Citation[] | undefined;
      readonly dialogue?: Dialogue | undefined;
      readonly priority?: Priority | undefined;
    }
  | { readonly kind: 'settle'; readonly text: string; readonly dialogue: Dialogue }
  | { readonly kind: 'listen' };

/** Says where the kit leads from what is known: the next question, an end, or a person when everything was tried. */
export function walk(it: Conversation, kit: Kit, slots: Slots, first = false): Move {
  const next = follow(kit, slots, triedOf(it), topicOf(it, kit));
  const state = { kit: kit.id, slots: { ...it.dialogue?.slots, ...slots } };
  if (!next) return person(it, 'unsolved', `${kit.id} leads nowhere`);
  if ('ask' in next) {
    const question = kit.asks[next.ask]?.[it.language].find((text) => !isTold(it, text));
    if (question === undefined) return person(it, 'unclear', `${kit.id} cannot learn ${next.ask}`, state);
    const opening = first ? kit.opening?.[it.language] : undefined;
    return opening !== undefined && !isTold(it, opening)
      ? say(it, `${opening}\n${question}`, 'answer', { ...state, step: next.ask }, citationsOf(it, kit))
      : say(it, question, 'question', { ...state, step: next.ask });
  }
  const { name, end } = next;
  const text = told(end, slots, it.language);
  const tried = [...triedOf(it), triedAs(kit, name)];
  const alone = botMayAnswer(topicOf(it, kit));
  if (isTold(it, text)) return person(it, 'unsolved', `everything of ${kit.id} was tried`, state);
  if (alone && end.person === undefined)
    return say(it, text, 'answer', { ...state, step: triedAs(kit, name), tried }, citationsOf(it, kit));
  const { priority } = end;
  const passing = botWords[it.language][priority === 'urgent' ? 'urgent' : 'passing'][0];
  return {
    kind: 'person',
    reason: `${kit.id}: ${end.person?.en ?? name}`,
    why: end.person?.zh ?? whyPerson.specialist,
    text: `${text}\n${passing}`,
    citations: citationsOf(it, kit),
    dialogue: stateOf(it, { ...state, step: triedAs(kit, name) }),
    priority,
  };
}

/** The same question in other words; the second reply in a row that cannot be read is the last. */
export function notRead(it: Conversation, kit: Kit, asked: SlotName): Move {
  const text = kit.asks[asked]?.[it.language].find((wording) => !isTold(it, wording));
  if (it.failures > 0 || text === undefined)
    return person(it, 'unclear', `two replies in a row could not be read (${kit.id}, ${asked})`);
  return say(it, text, 'question', { kit: kit.id, step: asked, failures: it.failures + 1 });
}

/** It did not help: the next step of the kit, else the kit for the matter, else a person. */
export function goOn(it: Conversation): Move {
  const said = [...it.earlier, it.words].map(normalize);
  const running = kitOf(it.dialogue?.kit);
  if (running && mayRun(it, running))
    return walk(
      it,
      running,
      learn(running, slotsOf(it.dialogue?.slots ?? {}), [normalize(it.words)], it.today),
    );
  const kit = it.matter === undefined ? undefined : kitAbout(it, it.matter);
  return kit && !hasRun(it, kit)
    ? walk(it, kit, learn(kit, slotsOf(it.dialogue?.slots ?? {}), said, it.today))
    : person(it, 'unsolved', 'the answer did not settle it');
}

export function checkBack(it: Conversation): Move | undefined {
  const text = fresh(it, 'unsolvedYet');
  if (it.failures > 0 || isTold(it, text))
    return person(it, 'unclear', 'the bot asked once and is still unsure');
  return say(it, text, 'question', {
    ...(it.dialogue?.kit !== undefined && { kit: it.dialogue.kit }),
    step: 'settled',
    failures: 1,
  });
}

export function settle(it: Conversation, words: 'settled' | 'thanked' | 'left'): Move {
  return { kind: 'settle', text: fresh(it, words), dialogue: stateOf(it, { ...it.dialogue, failures: 0 }) };
}

export function notice(it: Conversation, words: 'tries' | 'waits'): Move {
  const text = fresh(it, words);
  if (isTold(it, text) || !it.dialogue) return { kind: 'listen' };
  // A question in effect: it is the customer's turn, and the time they take is not ours to answer for.
  return say(it, text, 'question', it.dialogue);
}

export function person(
  it: Conversation,
  words: HandoverWords,
  reason: string,
  state: Partial<Dialogue> = {},
): Extract<Move, { kind: 'person' }> {
  return {
    kind: 'person',
    reason,
    why: whyPerson[words],
    text: fresh(it, words),
    dialogue: stateOf(it, { ...it.dialogue, ...state }),
  };
}

export function say(
  it: Conversation,
  text: string,
  purpose: 'answer' | 'question',
  state: Partial<Dialogue> & Pick<Dialogue, 'step'>,
  citations?: Citation[],
): Move {
  const shown = it.comesAgain ? `${text}\n${botWords[it.language].known}` : text;
  return { kind: 'say', text: shown, purpose, dialogue: stateOf(it, state), ...(citations && { citations }) };
}

/** The state after this message: what was known stays known. */
export function stateOf(it: Conversation, state: Partial<Dialogue>): Dialogue {
  return { step: 'person', slots: it.dialogue?.slots ?? {}, tried: triedOf(it), failures: 0, ...state };
}

export function triedOf({ dialogue }: Conversation): string[] {
  return dialogue?.tried ?? [];
}

/** The bot waits for a reply to a question of its own. */
export function isAsking({ dialogue }: Conversation): boolean {
  if (!dialogue) return false;
  const kit = kitOf(dialogue.kit);
  return dialogue.step === 'meaning' || (kit !== undefined && askedOf(kit, dialogue) !== undefined);
}

/**
 * The words are about another matter: it is sure, and they announce it, leave the question without a reply, or hold more than
 * a kindly read reply and belong to another category.
 */
export function isElsewhere({ understanding, words }: Conversation, kit: Kit, read: Read): boolean {
  const [best] = understanding.intents;
  if (understanding.abstained || !best || isManner(best.id) || kit.intents.includes(best.id)) return false;
  if (changesTopic(normalize(words))) return true;
  const letters = lettersIn(words);
  if (read === 'not') return letters >= SCRAP;
  const foreign = !kit.intents.some((it) => topLevelOf(it) === topLevelOf(best.id));
  return read === 'kindly' && letters >= LONG_REPLY && foreign;
}

const LONG_REPLY = 8;
/** Fewer letters than this are no matter of their own. */
export const SCRAP = 6;

/** A few words that answer what the bot asked last. */
export function isPlainReply({ dialogue, words, crossed }: Standing, today: string): boolean {
  const kit = kitOf(dialogue?.kit);
  if (!dialogue || crossed || !isShort(words)) return false;
  if (dialogue.step === 'meaning' || dialogue.step === 'settled') return true;
  const asked = kit && askedOf(kit, dialogue);
  if (!kit || !asked) return false;
  return readReply(kit, asked, {}, normalize(words), today).read !== 'not';
}

/** The article of the kit is in force and still says what the kit relies on. */
export function mayRun(it: Conversation, kit: Kit): boolean {
  const article = it.article(kit.article(topicOf(it, kit)));
  return article !== undefined && kit.relies[it.language].every((words) => article.text.includes(words));
}

export function hasRun(it: Conversation, kit: Kit): boolean {
  return it.dialogue?.kit === kit.id || triedOf(it).some((tried) => tried.startsWith(`${kit.id}.`));
}

export function kitAbout(it: Conversation, intentId: string): Kit | undefined {
  return kits.find((kit) => kit.intents.includes(intentId) && mayRun(it, kit));
}

/** The case the kit treats here: once it runs, the one it began with. */
export function topicOf({ topic, matter, dialogue }: Conversation, { id, intents }: Kit): string {
  const cases = dialogue?.kit === id ? [matter, topic] : [topic, matter];
  return cases.find((it) => it !== undefined && intents.includes(it)) ?? intents[0] ?? '';
}

export function citationsOf(it: Conversation, kit: Kit): Citation[] {
  const article = it.article(kit.article(topicOf(it, kit)));
  return article ? [article.citation] : [];
}

export function isNews(slots: Slots, known: Slots): boolean {
  const before = Object.entries(known);
  return Object.entries(slots).some(([name, value]) => !before.some(([k, v]) => k === name && v === value));
}

export function isTold({ told: said }: Conversation, text: string): boolean {
  return said.some((it) => it.includes(text));
}

/** The first of the bot's own wordings that was not said yet; the last when all were. */
export function fresh(it: Conversation, words: VariedWords): string {
  const wordings: readonly string[] = botWords[it.language][words];
  return wordings.find((text) => !isTold(it, text)) ?? wordings.at(-1) ?? '';
}

type VariedWords = Exclude<keyof (typeof botWords)['zh'], 'personAnyTime' | 'known'>;
