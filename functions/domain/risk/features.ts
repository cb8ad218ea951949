import { type Features, hash } from '../understanding/model/features.ts';

/** Longer texts are read from both ends. */
const MOST_CHARACTERS = 1200;

/** Kinds of their own, so that no hash means something else than in `understanding`. */
const Kind = { character: 11, pair: 12, clause: 13, clauses: 14, piece: 15 } as const;
const blockOf: Readonly<Record<number, number>> = { 11: 0, 12: 0, 13: 1, 14: 1, 15: 2 };

const LONGEST_CLAUSE = 20;
const PIECES = [3, 4, 5];

/**
 * What the risk model sees of a folded text: characters and pairs of neighbours, signs and spaces among them, so that it knows how a
 * clause begins and ends; whole words or Chinese clauses with their neighbours; and pieces of three to five letters of other words.
 */
export function riskFeaturesOf(folded: string): Features {
  const found = new Map<number, number>();
  const keys: number[] = [];
  const counts: number[] = [];
  const spans: number[] = [];
  const blocks: number[] = [];
  const add = (kind: number, piece: string, start: number, end: number) => {
    const key = hash(kind, piece);
    const known = found.get(key);
    if (known !== undefined) {
      counts[known] = (counts[known] as number) + 1;
      return;
    }
    found.set(key, keys.length);
    keys.push(key);
    counts.push(1);
    spans.push(start, end);
    blocks.push(blockOf[kind] as number);
  };

  const text = bounded(folded);
  let previous = '';
  let from = 0;
  let at = 0;
  for (const character of text) {
    const plain = plainly(character);
    add(Kind.character, plain, at, at + character.length);
    if (previous) add(Kind.pair, previous + plain, from, at + character.length);
    previous = plain;
    from = at;
    at += character.length;
  }
  let before = '';
  for (const { 0: run, index } of text.matchAll(words)) {
    const word = run.replace(/\p{N}/gu, '0');
    const end = index + run.length;
    if (word.length <= LONGEST_CLAUSE) {
      add(Kind.clause, word, index, end);
      if (before) add(Kind.clauses, `${before} ${word}`, index, end);
      before = word;
    }
    if (!/^[a-z]/u.test(word)) continue;
    const framed = `^${word.slice(0, 30)}$`;
    for (const length of PIECES)
      for (let i = 0; i + length <= framed.length; i += 1)
        add(Kind.piece, framed.slice(i, i + length), index, end);
  }
  return { keys, counts, spans, blocks };
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Every digit is alike. */
function plainly(character: string): string {
  return /\p{N}/u.test(character) ? '0' : character;
}

/** The text itself, or its two ends joined by as many spaces as keep positions true. */
function bounded(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const half = MOST_CHARACTERS / 2;
  return text.slice(0, half) + ' '.repeat(text.length - MOST_CHARACTERS) + text.slice(-half);
}
