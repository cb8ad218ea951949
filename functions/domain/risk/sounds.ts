import { scan } from './automaton.ts';
import { isDigit, isHan, isWord } from './characters.ts';
import type { Hit } from './find.ts';
import { gap, type Reading } from './fold.ts';
import { firstHan, lastHan, type RiskList } from './list/load.ts';
import { cutSyllables } from './syllables.ts';

/** A text as syllables: their ids, and the stretch of the reading that each stands for. */
interface Tune {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** The character, or 0 when the syllable was written in letters. */
  readonly characters: number[];
}

/** Finds words by their sound: pinyin, or other characters in place of at most half of the word's. */
export function findSounds(list: RiskList, reading: Reading): Hit[] {
  const tune = listen(list, reading);
  const hits: Hit[] = [];
  scan(list.spoken.automaton, list.spoken.root, tune.ids, (word, first, end) => {
    const meaning = list.book.meanings[list.spoken.meanings[word] as number];
    if (!meaning || !isMeant(list, tune, { word, first, end }, reading)) return;
    const [start, stop] = [tune.starts[first] as number, tune.ends[end - 1] as number];
    hits.push({ start, end: stop, rules: meaning.rules, disguise: 'sound' });
  });
  return hits;
}

function listen({ syllableOf, syllables }: RiskList, { codes }: Reading): Tune {
  const tune: Tune = { ids: [], starts: [], ends: [], characters: [] };
  const add = (id: number, start: number, end: number, character: number) => {
    tune.ids.push(id);
    tune.starts.push(start);
    tune.ends.push(end);
    tune.characters.push(character);
  };
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    if (isHan(code)) {
      add(code >= firstHan && code <= lastHan ? (syllableOf[code - firstHan] as number) : 0, i, i + 1, code);
    } else if (isWord(code) && !isDigit(code)) {
      let end = i;
      while (end < codes.length && isWord(codes[end] ?? 0) && !isDigit(codes[end] ?? 0)) end += 1;
      const cut = cutSyllables(String.fromCharCode(...codes.slice(i, Math.min(end, i + 41))), syllables);
      if (!cut) add(0, i, end, 0);
      let at = i;
      for (const syllable of cut ?? []) {
        add(syllables.get(syllable) ?? 0, at, at + syllable.length, 0);
        at += syllable.length;
      }
      i = end - 1;
    } else if (code !== 0x20) add(0, i, i + 1, 0);
  }
  return tune;
}

/** Whether enough of the word is there: half of its characters as they are, or all of it in letters. */
function isMeant(
  { spoken }: RiskList,
  tune: Tune,
  { word, first, end }: { word: number; first: number; end: number },
  { gaps, codes }: Reading,
): boolean {
  const length = end - first;
  for (let i = (tune.starts[first] as number) + 1; i < (tune.ends[end - 1] as number); i += 1)
    if (gaps[i] === gap.stop) return false;
  for (let at = spoken.starts[word] as number; at < (spoken.starts[word + 1] as number); at += length) {
    let same = 0;
    let spelt = 0;
    for (let i = 0; i < length; i += 1) {
      const character = tune.characters[first + i] as number;
      if (character === 0) spelt += 1;
      else if (character === spoken.literals[at + i]) same += 1;
    }
    if (same === length) return false;
    if (spelt === length)
      return length > 2 || isOneWord(codes, tune.starts[first] as number, tune.ends[end - 1] as number);
    const others = length - same - spelt;
    if (same > 0 && others * 2 <= length && (others === 0 || same * 2 >= length - 1)) return true;
  }
  return false;
}

/** Whether the letters are a whole run of letters. */
function isOneWord(codes: readonly number[], start: number, end: number): boolean {
  const inside = codes.slice(start, end).every((it) => isWord(it));
  return inside && !isWord(codes[start - 1] ?? 0) && !isWord(codes[end] ?? 0);
}
