import { isDigit } from './characters.ts';

/** A text with digits of every script and numeral as plain ones, and where each unit came from. */
export interface PlainDigits {
  readonly text: string;
  /** Where each unit of `text` starts and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const numerals = new Map(
  ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (written, digit) => Array.from(written, (it) => [it, String(digit)] as const),
  ),
);
/** So many numerals in a row are a number that is read out, not a word. */
const READ_OUT = 7;

/** Full width, circled and read-out digits as plain ones; invisible characters left out. */
export function plainDigits(original: string): PlainDigits {
  const units: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < original.length;) {
    const code = original.charCodeAt(i);
    const character =
      code < 0x80 || isIdeograph(code)
        ? original.charAt(i)
        : String.fromCodePoint(original.codePointAt(i) ?? code);
    const read = code < 0x80 || isIdeograph(code) ? character : readUnit(character);
    for (const unit of read) {
      units.push(unit);
      from.push(i);
      to.push(i + character.length);
    }
    i += character.length;
  }
  readOut(units);
  return { text: units.join(''), from, to };
}

/** The common Chinese characters: each stands for itself in every form. */
function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

const invisible = /[\p{Cf}\p{M}]/u;

/** One unit for one unit where possible, so that places stay simple. */
function readUnit(character: string): string[] {
  if (invisible.test(character)) return [];
  const plain = character.normalize('NFKC');
  return /^[!-~]{1,3}$/u.test(plain)
    ? Array.from(plain)
    : Array.from({ length: character.length }, (_, i) => character.charAt(i));
}

/** Numerals in long runs become digits: 幺三八零零 … */
function readOut(units: string[]): void {
  for (let start = 0; start < units.length; start += 1) {
    let end = start;
    let count = 0;
    for (; end < units.length && isPart(units[end] ?? ''); end += 1) if (units[end] !== ' ') count += 1;
    if (count >= READ_OUT)
      for (let i = start; i < end; i += 1) units[i] = numerals.get(units[i] ?? '') ?? units[i] ?? '';
    if (end > start) start = end;
  }
}

function isPart(unit: string): boolean {
  return unit === ' ' || numerals.has(unit) || (unit.length === 1 && isDigit(unit.charCodeAt(0)));
}
