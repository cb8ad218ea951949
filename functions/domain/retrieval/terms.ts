import { conceptOf } from './concepts.ts';
import { type Key, keyOf, Kind } from './dictionary.ts';
import { isSlight } from './slight.ts';
import type { Token } from './tokens.ts';

/** A term of a text, and how much it says: 1, or little for words that only ask, point or link. */
export interface Term {
  readonly key: Key;
  readonly weight: number;
  /** The words it was made of, for people who ask why. */
  readonly words: string;
  /** Of a pair: the terms of its two tokens. */
  readonly parts?: readonly [Key, Key];
}

/** What a word that only asks, points or links still weighs. */
const SLIGHT = 0.2;

/** The tokens themselves, and those that stand right beside each other in pairs. */
export function wordTerms(tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  for (const [i, token] of tokens.entries()) {
    const slight = isSlight(token.written);
    const key = singleKey(token);
    terms.push({ key, weight: slight ? SLIGHT : 1, words: token.written });
    const before = tokens[i - 1];
    if (!before || !token.joined) continue;
    const weight = slight && isSlight(before.written) ? SLIGHT : 1;
    const words = before.written + token.written;
    terms.push({ key: pairKey(before, token), weight, words, parts: [singleKey(before), key] });
  }
  return terms;
}

/** The term of a token by itself. */
export function singleKey({ text }: Token): Key {
  return keyOf(Kind.single, text);
}

/** The term of two neighbours. */
export function pairKey(first: Token, second: Token): Key {
  return keyOf(Kind.pair, first.text, second.text);
}

/** Three views of a way of asking: its words, pieces of its words, and what its words mean. */
export const VIEW_WEIGHTS = [1, 1, 0.5] as const;
export type Views = readonly [Key[], Key[], Key[]];

/** How a question is compared with ways of asking: words and neighbours, three letters inside words, and concepts. */
export function viewsOf(tokens: readonly Token[]): Views {
  const words: Key[] = [];
  const pieces: Key[] = [];
  const meanings: Key[] = [];
  for (const [i, token] of tokens.entries()) {
    words.push(singleKey(token));
    const before = tokens[i - 1];
    // Spaces part English words and join them; in Chinese they part.
    if (before && (token.joined || (!token.han && !before.han))) words.push(pairKey(before, token));
    if (!token.han) pieces.push(...piecesOf(token.written));
  }
  const concepts = conceptsIn(tokens);
  for (const [i, concept] of concepts.entries()) {
    meanings.push(keyOf(Kind.concept, concept));
    const before = concepts[i - 1];
    if (before) meanings.push(keyOf(Kind.concepts, before, concept));
  }
  return [words, pieces, meanings];
}

function piecesOf(word: string): Key[] {
  const framed = `<${word.slice(0, 30)}>`;
  return Array.from({ length: framed.length - 2 }, (_, i) => keyOf(Kind.piece, framed.slice(i, i + 3)));
}

/** The concepts a text names, in order: Chinese words of one to four characters and English ones of one or two words, the longest first. */
function conceptsIn(tokens: readonly Token[]): string[] {
  const concepts: string[] = [];
  for (let i = 0; i < tokens.length;) {
    const [concept, length] = conceptAt(tokens, i);
    if (concept !== undefined) concepts.push(concept);
    i += length;
  }
  return concepts;
}

const LONGEST_CONCEPT = 4;

function conceptAt(tokens: readonly Token[], start: number): [concept: string | undefined, length: number] {
  let word = '';
  let found: [string | undefined, number] = [undefined, 1];
  for (let length = 1; length <= LONGEST_CONCEPT; length += 1) {
    const token = tokens[start + length - 1];
    if (!token || (length > 1 && token.han !== tokens[start]?.han)) break;
    if (token.han && length > 1 && !token.joined) break;
    word += !token.han && length > 1 ? ` ${token.written}` : token.written;
    const concept = conceptOf(word);
    if (concept !== undefined) found = [concept, length];
    if (!token.han && length === 2) break;
  }
  return found;
}
