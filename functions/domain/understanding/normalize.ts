import { simplify, simplifyByWord } from './traditional.ts';

/** A text as the rules see it, and for each of its characters where it came from in the original. */
export interface Folded {
  readonly text: string;
  readonly original: string;
  /** `at[i]` is the original offset of `text[i]`; one entry more marks the end. */
  readonly at: readonly number[];
}

/** The text as the rules see it: NFKC, simplified, lower case, no invisible characters, single spaces. */
export function normalize(text: string): string {
  return fold(text).text;
}

/** Normalizes and remembers where each character came from, so that reasons can quote the writer. */
export function fold(original: string): Folded {
  const parts: string[] = [];
  const at: number[] = [];
  for (const match of simplifyByWord(original).matchAll(cluster)) {
    for (const character of foldCluster(match[0])) {
      if (repeats(parts.at(-1), character)) continue;
      parts.push(character);
      for (let i = 0; i < character.length; i += 1) at.push(match.index);
    }
  }
  const text = parts.join('').trimEnd();
  at.length = text.length;
  at.push(original.length);
  return { text, original, at };
}

/** The writer's own words for a stretch of the folded text. */
export function quote({ original, at }: Folded, start: number, end: number): string {
  return original.slice(at[start] ?? 0, at[end] ?? original.length).trim();
}

/** One visible character with the marks and invisible characters that follow it. */
const cluster = /[\s\S][\p{M}\p{Cf}\u{FF9E}\u{FF9F}]*/gu;
const invisible = /[\p{Cf}\u{FE00}-\u{FE0F}\u{115F}\u{1160}\u{3164}\u{FFA0}]/gu;
const control = /[\p{Cc}\p{Z}]/gu;
const curlyQuotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

function foldCluster(written: string): string {
  if (written.length === 1 && written >= ' ' && written <= '~') return written.toLowerCase();
  if (written.length === 1 && written >= '一' && written <= '鿿') return simplify(written);
  const plain = written.replace(invisible, '').normalize('NFKC').toLowerCase().normalize('NFKC');
  return Array.from(plain.replace(control, ' '), (it) => curlyQuotes[it] ?? simplify(it)).join('');
}

/** A space after a space, and the same punctuation mark twice, say nothing new. */
function repeats(before: string | undefined, character: string): boolean {
  if (character === ' ') return before === undefined || before === ' ';
  return before === character && /^[\p{P}\p{S}]$/u.test(character);
}
