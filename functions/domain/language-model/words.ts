import { glueAt, isGlue } from './glue.ts';
import { stem } from './stem.ts';

/** A Chinese character, an English word without its ending, or a number. */
export interface Word {
  readonly text: string;
  readonly kind: 'han' | 'other' | 'number';
}

/** The words of a folded text; punctuation and spaces part them and are gone. */
export function wordsOf(folded: string): Word[] {
  return [
    ...folded.matchAll(
      /(\p{Script=Han})|(\d+(?:[.,]\d+)*%?)|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|\d|[^\p{L}\p{M}\p{N}]|$)/gu,
    ),
  ].map(([text, han, number]) => ({
    text: han ?? number ?? stem(text),
    kind: han ? 'han' : number ? 'number' : 'other',
  }));
}

/** Where each word of a text may come from. */
export type Origin = 'own' | 'near' | 'glue' | 'none';

/**
 * Finds each word of an answer in the passage it is taken from (`own`), before it in what stands around that passage (`near`), or
 * among the words that only join (`glue`). A Chinese character counts as found together with its neighbour; alone only where its own
 * neighbours are found without it, so that no new word is put together of single characters.
 */
export function originsOf(
  said: readonly Word[],
  own: readonly Word[],
  near: readonly (readonly Word[])[],
): Origin[] {
  const origins: Origin[] = [];
  const lone = new Set<number>();
  const texts = said.map(({ text }) => text);
  for (let at = 0; at < said.length;) {
    const word = said[at];
    if (!word) break;
    const inOwn = longestRun(said, at, own);
    const inNear = Math.max(0, ...near.map((it) => longestRun(said, at, it)));
    const joins = word.kind === 'han' ? glueAt(texts, at) : Number(isGlue(word.text));
    const enough = word.kind === 'han' ? 2 : 1;
    const [length, origin]: [number, Origin] =
      inOwn >= enough && inOwn >= joins
        ? [inOwn, 'own']
        : inNear >= enough && inNear > joins
          ? [inNear, 'near']
          : joins > 0
            ? [joins, 'glue']
            : [1, inOwn === 1 ? 'own' : 'none'];
    if (origin === 'own' && length === 1 && word.kind === 'han') lone.add(at);
    for (let i = 0; i < length; i += 1) origins.push(origin);
    at += length;
  }
  const begun = origins.indexOf('own');
  return origins.map((origin, at) => {
    const late = origin === 'near' && at > begun;
    return late || (lone.has(at) && (lone.has(at - 1) || lone.has(at + 1))) ? 'none' : origin;
  });
}

/** The words that say something, without those that only join. */
export function contentOf(words: readonly Word[]): Word[] {
  const texts = words.map(({ text }) => text);
  const content: Word[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const joins = word.kind === 'han' ? glueAt(texts, at) : Number(isGlue(word.text));
    if (joins === 0) content.push(word);
    at += Math.max(1, joins);
  }
  return content;
}

/** Words that two texts have in common in the same order: the length of their longest common subsequence. */
export function inCommon(one: readonly Word[], other: readonly Word[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const { text } of one) {
    const next = [0];
    for (const [at, it] of other.entries()) {
      next.push(it.text === text ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function longestRun(said: readonly Word[], from: number, source: readonly Word[]): number {
  let longest = 0;
  for (let start = 0; start < source.length; start += 1) {
    let length = 0;
    while (from + length < said.length && said[from + length]?.text === source[start + length]?.text)
      length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
