/**
 * What the model sees of a message: Chinese characters and their neighbours in pairs, words with their neighbours, and pieces of
 * two to five letters inside words, so that misspelt and unknown words still resemble known ones. Each feature is the 32-bit
 * FNV-1a hash of its kind and its characters.
 */
export interface Features {
  /** One hash a distinct feature. */
  readonly keys: readonly number[];
  /** How often each stands in the text. */
  readonly counts: readonly number[];
  /** Where each stands first in the folded text, start and end in turn. */
  readonly spans: readonly number[];
  /** Which block each belongs to, as an index into `blockSizes`. */
  readonly blocks: readonly number[];
}

/** Chinese, words, pieces of words, signs: a block weighs this much, however many features it has. */
export const blockSizes = [1.3, 0.7, 0.7, 0.3] as const;

/** Longer texts are read from both ends: what matters stands at the beginning or at the end. */
const MOST_CHARACTERS = 1200;
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

const Kind = { character: 1, pair: 2, word: 3, words: 4, piece: 5, sign: 6 } as const;
const blockOf: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 1, 4: 1, 5: 2, 6: 3 };
const HAN = /^\p{Script=Han}/u;

/** The features of a folded text. */
export function featuresOf(text: string): Features {
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

  let before: { word: string; start: number } | undefined;
  for (const { 0: run, index } of bounded(text).matchAll(runs)) {
    if (HAN.test(run)) {
      before = undefined;
      addHan(run, index, add);
    } else if (/^[\p{L}\p{N}']/u.test(run)) {
      before = addWord(run, index, before, add);
    } else add(Kind.sign, run, index, index + run.length);
  }
  return { keys, counts, spans, blocks };
}

type Add = (kind: number, piece: string, start: number, end: number) => void;

/** Runs of Han characters, words, and signs that carry meaning. */
const runs = /\p{Script=Han}+|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|'(?=\p{L}))*|\p{Extended_Pictographic}|[?!]/gu;

function addHan(run: string, at: number, add: Add): void {
  let previous = '';
  let start = at;
  for (const character of run) {
    const end = start + character.length;
    add(Kind.character, character, start, end);
    if (previous) add(Kind.pair, previous + character, start - previous.length, end);
    previous = character;
    start = end;
  }
}

function addWord(run: string, at: number, before: { word: string; start: number } | undefined, add: Add) {
  const word = run.replaceAll("'", '').replace(/\p{N}/gu, '0');
  const end = at + run.length;
  add(Kind.word, word, at, end);
  if (before) add(Kind.words, `${before.word} ${word}`, before.start, end);
  const framed = `^${word.slice(0, 30)}$`;
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length += 1) {
    for (let i = 0; i + length <= framed.length; i += 1)
      add(Kind.piece, framed.slice(i, i + length), at, end);
  }
  return { word, start: at };
}

/** The text itself, or its two ends joined by as many spaces as keep positions true. */
function bounded(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const half = MOST_CHARACTERS / 2;
  return text.slice(0, half) + ' '.repeat(text.length - MOST_CHARACTERS) + text.slice(-half);
}

/** FNV-1a over the kind and the UTF-16 units. */
export function hash(kind: number, piece: string): number {
  let h = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (let i = 0; i < piece.length; i += 1) h = Math.imul(h ^ piece.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
