import { foldHan, foldOther, isDigit, isHan, isWord } from './characters.ts';

/** What stood between two characters that are read as neighbours. */
export const gap = { none: 0, space: 1, sign: 2, stop: 3 } as const;

/** A text as the lists read it: only letters, digits and Chinese characters, and where each came from. */
export interface Reading {
  readonly original: string;
  /** UTF-16 units; a space parts Latin words. */
  readonly codes: readonly number[];
  /** Where each unit starts and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** What stood before each unit (`gap`). */
  readonly gaps: readonly number[];
}

interface Draft {
  codes: number[];
  from: number[];
  to: number[];
  gaps: number[];
}

const SPACE = 0x20;

/**
 * Reads a text for matching: full width, circled, traditional and look-alike characters become plain ones, invisible ones
 * vanish, signs and spaces become gaps, single spaced letters and digits in place of letters become words again.
 */
export function read(original: string): Reading {
  return { original, ...joinWords(strip(original)) };
}

/** The folded form of a list's word. */
export function readTerm(written: string): string {
  return String.fromCharCode(...read(written).codes);
}

/** Letters, digits and Chinese characters of the text, with what stood between them. */
function strip(text: string): Draft {
  const draft: Draft = { codes: [], from: [], to: [], gaps: [] };
  let before: number = gap.none;
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    let length = 1;
    let read: string | undefined;
    let plain = -1;
    if (isWord(code)) plain = code;
    else if (code >= 0x41 && code <= 0x5a) plain = code + 0x20;
    else if (isHan(code)) plain = foldHan(code);
    else if (code < 0x80) read = readsAsPlus(text, i) ? '加' : insideWord(text, i);
    else {
      const point = text.codePointAt(i) ?? code;
      length = point > 0xffff ? 2 : 1;
      const character = text.slice(i, i + length);
      if (invisible.test(character)) {
        i += length;
        continue;
      }
      read = foldOther(character);
    }
    if (plain < 0 && !read) {
      if (read === undefined || read === '') before = Math.max(before, gapOf(text, i, code));
      i += length;
      continue;
    }
    const units = plain < 0 ? (read ?? '') : undefined;
    for (let k = 0; k < (units?.length ?? 1); k += 1) {
      draft.codes.push(units === undefined ? plain : units.charCodeAt(k));
      draft.from.push(i);
      draft.to.push(i + length);
      draft.gaps.push(before);
      before = gap.none;
    }
    i += length;
  }
  return draft;
}

const invisible = /[\p{Cf}\p{M}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}]/u;
const stops = new Set('。！？；，,!?;:：\n\r…');

function gapOf(text: string, at: number, code: number): number {
  if (stops.has(text.charAt(at))) return gap.stop;
  if (code === 0x2e) return isSpaceOrEnd(text.charCodeAt(at + 1)) ? gap.stop : gap.sign;
  if (code === 0x27 || code === 0x2019) return gap.none;
  return code <= SPACE || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000
    ? gap.space
    : gap.sign;
}

function isSpaceOrEnd(code: number): boolean {
  return Number.isNaN(code) || code <= SPACE;
}

/** `+v`, `+ 薇`: a plus before the name of a messenger says "add". */
function readsAsPlus(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x2b) return false;
  const next = text.charAt(text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1).toLowerCase();
  return next !== '' && 'vwq微薇威维徽扣群裙我'.includes(next);
}

/** `$` and `@` between letters of a word that is no address. */
function insideWord(text: string, at: number): string | undefined {
  const sign = text.charAt(at);
  if (sign !== '$' && sign !== '@') return undefined;
  if (!/[a-z$@]/i.test(text.charAt(at - 1)) || !/[a-z$@]/i.test(text.charAt(at + 1))) return undefined;
  const rest = text.slice(at, at + 40).split(/\s/u, 1)[0] ?? '';
  return rest.includes('.') ? undefined : sign === '$' ? 's' : 'a';
}

/** Parts Latin words by a space, except single letters written apart, and reads digits inside words as letters. */
function joinWords(draft: Draft): Draft {
  const out: Draft = { codes: [], from: [], to: [], gaps: [] };
  const { codes, gaps, from, to } = draft;
  let lettersApart = 0;
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    const parted = i > 0 && isWord(code) && isWord(codes[i - 1] as number) && (gaps[i] as number) > gap.none;
    if (i >= lettersApart) lettersApart = endOfLettersApart(draft, i);
    if (parted && (i >= lettersApart || !isApart(draft, i - 1))) {
      out.codes.push(SPACE);
      out.from.push(to[i - 1] as number);
      out.to.push(from[i] as number);
      out.gaps.push(gaps[i] as number);
      out.gaps.push(gap.none);
    } else out.gaps.push(gaps[i] as number);
    out.codes.push(isDigit(code) ? letterOf(draft, i) : code);
    out.from.push(from[i] as number);
    out.to.push(to[i] as number);
  }
  return out;
}

/** Where a run of at least three single letters ends that begins here; here when there is none. */
function endOfLettersApart(draft: Draft, start: number): number {
  let end = start;
  while (end < draft.codes.length && isApart(draft, end)) end += 1;
  return end - start >= 3 ? end : start;
}

function isApart({ codes, gaps }: Draft, i: number): boolean {
  const code = codes[i] as number;
  if (!isWord(code) || isDigit(code)) return false;
  const first = i === 0 || !isWord(codes[i - 1] as number) || (gaps[i] as number) > gap.none;
  return first && (!isWord(codes[i + 1] ?? 0) || (gaps[i + 1] ?? 0) > gap.none);
}

const lettersOfDigits = new Map(Array.from('0o1i3e4a5s7t'.matchAll(/(\d)(.)/g), (it) => [it[1], it[2]]));

/** A digit between two letters of one word, as the letter it resembles. */
function letterOf({ codes, gaps }: Draft, i: number): number {
  const code = codes[i] as number;
  const letter = lettersOfDigits.get(String.fromCharCode(code));
  const between =
    isLetter(codes[i - 1]) && isLetter(codes[i + 1]) && gaps[i] === gap.none && gaps[i + 1] === gap.none;
  return between && letter ? letter.charCodeAt(0) : code;
}

function isLetter(code: number | undefined): boolean {
  return code !== undefined && isWord(code) && !isDigit(code);
}
