import type { Reader } from './slots.ts';
import type { SlotName, Slots } from './slot-names.ts';

/** The same thing said in both languages of the texts that ship. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** A question, and how it is put once more, with more help, when the reply could not be read. */
export interface Question {
  readonly zh: readonly [first: string, again: string];
  readonly en: readonly [first: string, again: string];
}

/** What a branch leads to: advice from the article, or a person who gets it together with what was learned. */
export interface End extends Told {
  /** What the desk calls the advice, in Chinese; absent where a person goes on. */
  readonly label?: string;
  /** Why a person goes on; absent when the advice is the answer. */
  readonly person?: Wording;
  /** What the matter is at least, by the rules of docs/taxonomy.md. */
  readonly priority?: 'high' | 'urgent';
}

interface Told {
  readonly zh: string | ((slots: Slots) => string);
  readonly en: string | ((slots: Slots) => string);
}

/** Ask for a slot, or come to an end. */
export type Next = { readonly ask: SlotName } | { readonly end: string };

/** What a rule may look at. */
export interface Known {
  readonly slots: Slots;
  /** Whether this end was told already and did not settle it. */
  readonly tried: (end: string) => boolean;
  /** The case of the taxonomy that is treated. */
  readonly intentId: string;
}

/** A guided kit: what starts it, what it may learn and how, what it asks, and where its branches end. */
export interface Kit {
  /** `GK-03`; kits that share a number add a name. */
  readonly id: string;
  readonly intents: readonly string[];
  /** Words of a case of one's own, in normalized text; who only asks for the rule gets the article. */
  readonly starts: RegExp;
  /** The article its advice is taken from. */
  readonly article: (intentId: string) => string;
  /** What the article must still say, in each language, for the kit to speak: an editor who changes the rule silences it. */
  readonly relies: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Said before the first question: the part of the article that helps most people at once. */
  readonly opening?: Wording;
  readonly reads: { readonly [S in SlotName]?: Reader };
  readonly asks: { readonly [S in SlotName]?: Question };
  readonly ends: Readonly<Record<string, End>>;
  /** The end whose words tell an urgent customer what to do until a person comes. */
  readonly firstAid?: (intentId: string) => string;
  /** The rule: a pure function of what is known; it asks only for what it does not know yet. */
  readonly next: (known: Known) => Next;
}

export const ask = (slot: SlotName): Next => ({ ask: slot });
export const end = (name: string): Next => ({ end: name });

/** The text of an end with what is known put in. */
export function told(it: Told, slots: Slots, language: 'zh' | 'en'): string {
  const text = it[language];
  return typeof text === 'string' ? text : text(slots);
}
