import { normalize } from '../understanding/normalize.ts';

/** A Chinese character, a word, or a number. */
export interface Token {
  /** The character; the word without its ending; the number. */
  readonly text: string;
  /** The word as written; the same as `text` for characters and numbers. */
  readonly written: string;
  readonly han: boolean;
  /** Stands right after the token before it, with nothing between. */
  readonly joined: boolean;
}

/** Longer texts are read up to here: what matters stands at the beginning. */
const MOST_CHARACTERS = 20_000;
const parts = /\p{Script=Han}|[[\p{L}\p{M}]--\p{Script=Han}]+|\p{N}+/gv;
const HAN = /^\p{Script=Han}/u;

/** What search compares of a text, in its order. Letters and digits part where they meet: `iphone15` is two tokens, joined. */
export function tokensOf(text: string): Token[] {
  const folded = normalize(text.slice(0, MOST_CHARACTERS)).replaceAll("'", '');
  const tokens: Token[] = [];
  let end = -1;
  for (const { 0: written, index } of folded.matchAll(parts)) {
    const han = HAN.test(written);
    tokens.push({ text: han ? written : stem(written), written, han, joined: index === end });
    end = index + written.length;
  }
  return tokens;
}

/** `refunds`, `refunded` and `refunding` become `refund`. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[a-z]{3})s$/, '');
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|ly)$/, '');
}
