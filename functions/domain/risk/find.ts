import type { RiskDisguise } from '../../../schemas/risk.ts';
import { scan } from './automaton.ts';
import { isDigit, isHan, isWord } from './characters.ts';
import { gap, type Reading } from './fold.ts';
import type { Rule } from './list/book.ts';
import type { RiskList } from './list/load.ts';
import { findSigns } from './signs.ts';
import { findSounds } from './sounds.ts';
import { addSpot, type Spots } from './spots.ts';

/** A word of the lists in the text, by its place in the reading. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly rules: readonly Rule[];
  readonly disguise?: RiskDisguise;
}

/** Everything of a list that is in a text. */
export interface Found {
  readonly hits: readonly Hit[];
  /** Words of each class, and what the engine finds by itself. */
  readonly classes: ReadonlyMap<number, Spots>;
  /** Phrases in which a category, or behind the last category a class, does not count. */
  readonly harmless: ReadonlyMap<number, Spots>;
}

/** More words than this in one text say nothing new. */
const MAX_HITS = 5000;

/** Finds the words of a list, in disguise too. */
export function findWords(list: RiskList, reading: Reading): Found {
  const hits: Hit[] = [];
  const classes = findSigns(reading, list.book.classes);
  const harmless = new Map<number, Spots>();
  scan(list.written.automaton, list.written.root, reading.codes, (word, start, end) => {
    const meaning = list.book.meanings[list.written.meanings[word] as number];
    if (!meaning || !standsAlone(reading, start, end)) return;
    const written = howWritten(reading, start, end);
    if (written === undefined) return;
    for (const id of meaning.classes) addSpot(classes, id, start, end);
    for (const id of meaning.excuses) addSpot(harmless, id, start, end);
    if (meaning.rules.length === 0 || written === 'loose' || hits.length >= MAX_HITS) return;
    const { rules } = meaning;
    hits.push(written === 'spaced' ? { start, end, rules, disguise: written } : { start, end, rules });
  });
  for (const hit of findSounds(list, reading)) if (hits.length < MAX_HITS) hits.push(hit);
  return { hits, classes, harmless };
}

/** What an English word may end in and stay the same word. */
const endings = new Set(['', 's', 'es', 'd', 'ed', 'ing', 'r', 'er', 'ers', 'rs']);

/** A Latin word is not found inside a longer one, nor a number inside a longer one; a name and its number may touch. */
function standsAlone({ codes }: Reading, start: number, end: number): boolean {
  const first = codes[start] as number;
  if (isWord(first) && sameKind(codes[start - 1], first)) return false;
  const last = codes[end - 1] as number;
  if (!isWord(last) || !sameKind(codes[end], last)) return true;
  if (isDigit(last)) return false;
  let rest = '';
  for (let i = end; rest.length < 4 && sameKind(codes[i], last); i += 1)
    rest += String.fromCharCode(codes[i] as number);
  return endings.has(rest);
}

function sameKind(code: number | undefined, other: number): boolean {
  return code !== undefined && isWord(code) && isDigit(code) === isDigit(other);
}

/**
 * How the characters of a word stand: together; spaced on purpose; `loose`, which is enough for a helper word but may be
 * chance; or undefined when a sentence ends between them.
 */
function howWritten(
  { codes, gaps }: Reading,
  start: number,
  end: number,
): 'plain' | 'spaced' | 'loose' | undefined {
  let parted = 0;
  let widest: number = gap.none;
  let places = 0;
  for (let i = start + 1; i < end; i += 1) {
    const it = gaps[i] as number;
    if (codes[i] === 0x20) {
      if (it === gap.stop) return undefined;
      continue;
    }
    if (codes[i - 1] === 0x20) continue;
    places += 1;
    if (it === gap.none) continue;
    parted += 1;
    widest = Math.max(widest, it);
  }
  if (parted === 0) return 'plain';
  const everywhere = parted === places;
  if (widest === gap.stop) return everywhere && places > 1 ? 'spaced' : undefined;
  if (places > 1 || widest === gap.sign || !isHan(codes[start] as number)) return 'spaced';
  const apart = (i: number) => i === 0 || i >= codes.length || (gaps[i] as number) > gap.none;
  return apart(start) && apart(end) ? 'spaced' : 'loose';
}
