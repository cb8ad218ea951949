import { normalize } from '../understanding/normalize.ts';
import type { Source } from './prompt.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence of an article: what an answer takes whole or leaves out. */
export interface Passage {
  readonly text: string;
  readonly words: readonly Word[];
  /** The label of its line, before the first colon: `Overdue` of `Overdue: ask for a refund`. */
  readonly label: readonly Word[];
  /** Words around it that the answer may use along with its own: the label of its line, and the heading above it. */
  readonly near: readonly (readonly Word[])[];
  /** The first sentence of the line, which has the label in it. */
  readonly first: Passage | undefined;
}

/** The sentences of an article, line by line. */
export function passagesOf({ text }: Source): Passage[] {
  const passages: Passage[] = [];
  let section: Word[] = [];
  for (const line of linesOf(text)) {
    const label = wordsOf(/^(.+?):(?![\d/])/.exec(line)?.[1] ?? '');
    let first: Passage | undefined;
    for (const sentence of sentencesOf(line)) {
      const passage: Passage = {
        text: sentence,
        words: wordsOf(sentence),
        label,
        near: [label, section],
        first,
      };
      first ??= passage;
      passages.push(passage);
    }
    if (!/[.。!?;:]$/.test(line)) section = wordsOf(line);
  }
  return passages;
}

/** Steps a list may have; a higher number is one of the text. */
const mostSteps = 20;

/** The lines of a text, folded and without the numbers of its lists; a number that does not count on is one of the text. */
export function linesOf(text: string): string[] {
  let last = 0;
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((written) => {
    const line = normalize(written);
    const [mark = '', digits = ''] = /^(\d{1,2})\s*[.、)](?!\d)\s*/.exec(line) ?? [];
    const step = Number(digits);
    const counts = mark !== '' && step <= mostSteps && (step === 1 || step > last);
    if (counts) last = step;
    const bare = counts ? line.slice(mark.length) : line;
    return bare ? [bare] : [];
  });
}

/** The sentences of a folded line. A question goes together with what follows: it says when that holds. */
export function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[。;!])|(?<=\.)(?=\s|$)/)
    .flatMap((part) => (/[\p{L}\p{N}]/u.test(part) ? [part.trim()] : []));
}

/** The parts of a folded sentence between its commas and colons. */
export function clausesOf(sentence: string): string[] {
  return sentence.split(/[,:?](?!\d)/).flatMap((part) => (/[\p{L}\p{N}]/u.test(part) ? [part.trim()] : []));
}
