import type { Language } from '../../../schemas/understanding.ts';
import { languageOf } from '../understanding/language.ts';
import { normalize } from '../understanding/normalize.ts';
import type { Source } from './prompt.ts';
import { wordsOf } from './words.ts';

/** What an answer shows before one asks what it says: characters, length, language, quotations, denials, paths, our own instructions. */
export type SurfaceFault =
  'characters' | 'length' | 'language' | 'quotation' | 'denial' | 'path' | 'instructions';

const bounds = { zh: { least: 6, most: 800 }, en: { least: 16, most: 1600 } };

/** Chinese articles are full of English names. */
const written: Record<'zh' | 'en', readonly Language[]> = { zh: ['zh', 'mixed'], en: ['en'] };

/** An answer selects: it is hardly longer than what it is taken from. */
const mostOfSource = 1.1;

/** So many words in a row are a quotation of our instructions. */
const quoted = 5;

/** The first thing that is wrong with how an answer looks; undefined when nothing is. */
export function surfaceFault(
  answer: string,
  sources: readonly Source[],
  language: 'zh' | 'en',
  instructions: string,
): SurfaceFault | undefined {
  const source = sources.map(({ title, text }) => `${title}\n${text}`).join('\n');
  const faults: readonly [SurfaceFault, () => boolean][] = [
    ['length', () => isOutOfBounds(answer, source, language)],
    ['characters', () => hasForeignCharacter(answer, source)],
    ['language', () => !written[language].includes(languageOf(answer))],
    ['quotation', () => isUnpaired(answer) || quotationsIn(answer).some((it) => !bare(source).includes(it))],
    ['denial', () => denialsIn(answer).some((it) => !bare(source).includes(it))],
    ['path', () => stepsIn(answer).some((it) => !bare(source).includes(it))],
    ['instructions', () => leaks(answer, instructions, source)],
  ];
  return faults.find(([, isWrong]) => isWrong())?.[0];
}

/** Letters, digits and plain punctuation are free; every other character must stand in the article: no markup, no disguise. */
function hasForeignCharacter(answer: string, source: string): boolean {
  const known = new Set(source);
  return [...answer].some(
    (it) => !known.has(it) && !/^[\p{Script=Han}a-zA-Z0-9 \n，。、；：？！（）“”‘’,.;:?!()'"]$/u.test(it),
  );
}

function isOutOfBounds(answer: string, source: string, language: 'zh' | 'en'): boolean {
  const { least, most } = bounds[language];
  return answer.length < least || answer.length > Math.min(most, source.length * mostOfSource);
}

const quotations = /「([^「」]*)」|『([^『』]*)』|《([^《》]*)》|【([^【】]*)】|"([^"]*)"/g;

/** What stands in quotation marks, and so claims to be a name on a page. */
function quotationsIn(answer: string): string[] {
  return [...normalize(answer).matchAll(quotations)].map(([, ...parts]) => bare(parts.join('')));
}

function isUnpaired(answer: string): boolean {
  return /[「」『』《》【】"]/.test(normalize(answer).replace(quotations, ''));
}

/** A mark right after a denial cuts it from what it denies: `不，要`. */
function denialsIn(answer: string): string[] {
  return bare(answer).match(/(?:[不没无未别勿非]|\bnot|\bno|never)\p{P}/gu) ?? [];
}

/** Both sides of each arrow of a menu path. */
function stepsIn(answer: string): string[] {
  return [...bare(answer).matchAll(/(?<=(.{0,2}))(?:→|->|>|»)(?=(.{0,2}))/g)].map(
    ([arrow, before = '', after = '']) => before + arrow + after,
  );
}

/** Folded, without spaces and quotation marks. */
function bare(text: string): string {
  return normalize(text).replace(/[\s"'「」『』《》【】]/g, '');
}

function leaks(answer: string, instructions: string, source: string): boolean {
  const plain = (text: string) =>
    ` ${wordsOf(normalize(text))
      .map((it) => it.text)
      .join(' ')} `;
  const [said, known] = [plain(answer), plain(source)];
  const words = wordsOf(normalize(instructions)).map((it) => it.text);
  return words.some((_, at) => {
    const run = ` ${words.slice(at, at + quoted).join(' ')} `;
    return at + quoted <= words.length && said.includes(run) && !known.includes(run);
  });
}
