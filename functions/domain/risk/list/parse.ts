import { RiskCategory, RiskDirection, RiskSeverity } from '../../../../schemas/risk.ts';
import { readTerm } from '../fold.ts';
import { MAX_WORD } from './build-automaton.ts';

/** One file of a folder of lists: `<category>.txt`, `<category>.<part>.txt`, `classes.txt`, `variants.txt`, `sounds.txt`. */
export interface ListFile {
  readonly name: string;
  readonly text: string;
}

/** A word of a list: as it is matched, and whether its spellings and sounds count too. */
export interface Word {
  readonly text: string;
  readonly disguises: 'none' | 'usual' | 'sounds';
}

/** Words or classes of which one must be near; `after` when it must follow. */
export interface Company {
  readonly words: readonly Word[];
  readonly classes: readonly string[];
  readonly order: 'near' | 'after';
}

/** One line of a category's file. */
export interface Entry {
  readonly category: RiskCategory;
  readonly severity: RiskSeverity;
  readonly directions: readonly RiskDirection[];
  readonly words: readonly Word[];
  /** Classes whose words count like `words`. */
  readonly classes: readonly string[];
  readonly company: readonly Company[];
  readonly harmless: readonly Word[];
}

/** A class of words by its name, `@` left out, and phrases in which they do not count. */
export interface WordClass {
  readonly name: string;
  readonly words: readonly Word[];
  readonly harmless: readonly Word[];
}

export interface ParsedLists {
  readonly entries: readonly Entry[];
  readonly classes: readonly WordClass[];
  readonly variants: ReadonlyMap<string, readonly string[]>;
  /** Syllable of each character. */
  readonly sounds: ReadonlyMap<string, string>;
}

/** Lines of the lists that cannot be read, each as `file:line: what is wrong`. */
export class BadRiskLinesError extends Error {
  override readonly name = 'BadRiskLinesError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Classes the engine finds by itself: an account name or number, a web address, a sum or share. */
export const builtInClasses = ['handle', 'link', 'amount'] as const;

/** Reads a folder of lists. @throws BadRiskLinesError naming every line that is wrong. */
export function parseLists(files: readonly ListFile[]): ParsedLists {
  const problems: string[] = [];
  const lines = files.flatMap((file) => linesOf(file));
  const read = <T>(kind: string, reader: (line: string) => T): T[] =>
    lines.flatMap((line) => {
      if (kindOf(line.file) !== kind) return [];
      try {
        return [reader(line.text)];
      } catch (error) {
        problems.push(
          `${line.file}:${line.number}: ${error instanceof Error ? error.message : String(error)}`,
        );
        return [];
      }
    });
  for (const { name } of files) {
    if (kindOf(name) === undefined)
      problems.push(`${name}: not a category, nor classes.txt, variants.txt or sounds.txt`);
  }
  const classes = read('classes', parseClass);
  const known = new Set<string>([...builtInClasses, ...classes.map((it) => it.name)]);
  const entries = RiskCategory.options.flatMap((category) =>
    read(category, (line) => parseEntry(line, category, known)),
  );
  const variants = new Map(read('variants', parseVariants));
  const sounds = new Map(read('sounds', parseSounds).flat());
  problems.push(...repeatsIn(lines));
  if (problems.length > 0) throw new BadRiskLinesError(problems);
  return { entries, classes, variants, sounds };
}

interface Line {
  readonly file: string;
  readonly number: number;
  readonly text: string;
}

function linesOf({ name, text }: ListFile): Line[] {
  return text
    .split(/\r?\n/u)
    .map((line, i) => ({ file: name, number: i + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

function kindOf(name: string): string | undefined {
  const [stem, ...more] = name.split('.');
  if (more.at(-1) !== 'txt' || stem === undefined) return undefined;
  if (['classes', 'variants', 'sounds'].includes(stem)) return stem;
  return RiskCategory.safeParse(stem).success ? stem : undefined;
}

/** `severity[@direction,…] word|… [& word|@class|… or > word|@class|…]… [! harmless|…]` */
function parseEntry(line: string, category: RiskCategory, known: ReadonlySet<string>): Entry {
  const gapAt = line.indexOf(' ');
  const [grade = '', among] = (gapAt < 0 ? line : line.slice(0, gapAt)).split('@');
  const severity = RiskSeverity.safeParse(grade);
  if (!severity.success) throw new Error(`begins with low, medium or high, not "${grade}"`);
  const directions = (among?.split(',') ?? RiskDirection.options).map((it) => {
    const direction = RiskDirection.safeParse(it);
    if (!direction.success) throw new Error(`"${it}" is not customer, agent or bot`);
    return direction.data;
  });
  const [body = '', harmless, ...rest] = line.slice(gapAt < 0 ? line.length : gapAt).split(' ! ');
  if (rest.length > 0) throw new Error('has more than one " ! "');
  const [head = '', ...company] = body.split(/ (?=[&>] )/u);
  const { words: headWords, classes } = parseMembers(head, known);
  return {
    category,
    severity: severity.data,
    directions,
    words: company.length === 0 ? headWords.map(notOneLetter) : headWords,
    classes,
    company: company.map((it) => parseCompany(it, known)),
    harmless: harmless === undefined ? [] : parseWords(harmless),
  };
}

function parseCompany(written: string, known: ReadonlySet<string>): Company {
  return { ...parseMembers(written.slice(2), known), order: written.startsWith('>') ? 'after' : 'near' };
}

/** Words, and classes that are in classes.txt. */
function parseMembers(written: string, known: ReadonlySet<string>): { words: Word[]; classes: string[] } {
  const parts = written.split('|').map((it) => it.trim());
  const classes = parts.filter((it) => it.startsWith('@')).map((it) => it.slice(1));
  for (const name of classes) if (!known.has(name)) throw new Error(`@${name} is not in classes.txt`);
  return { words: parts.filter((it) => !it.startsWith('@')).map(parseWord), classes };
}

function parseClass(line: string): WordClass {
  const match = /^@([a-z]+(?:-[a-z]+)*) (.+)$/u.exec(line);
  if (!match) throw new Error('begins with @name');
  const [, name = '', body = ''] = match;
  if (builtInClasses.some((it) => it === name)) throw new Error(`@${name} is found by the engine`);
  const [words = '', harmless] = body.split(' ! ');
  return { name, words: parseWords(words), harmless: harmless === undefined ? [] : parseWords(harmless) };
}

function parseVariants(line: string): [string, string[]] {
  const [plain, spellings] = line.split(' = ');
  if (!plain || !spellings) throw new Error('is not written "word = spelling|spelling"');
  return [readTerm(plain), parseWords(spellings).map((it) => it.text)];
}

function parseSounds(line: string): [string, string][] {
  const [syllable = '', characters] = line.split(' ');
  if (!/^[a-z]{1,6}$/u.test(syllable) || !characters) throw new Error('is not written "syllable characters"');
  return Array.from(characters, (it) => [it, syllable]);
}

function parseWords(written: string): Word[] {
  return written.split('|').map((it) => parseWord(it.trim()));
}

function parseWord(written: string): Word {
  const mark = written.charAt(0);
  const bare = mark === '=' || mark === '~' ? written.slice(1) : written;
  const text = readTerm(bare);
  if (text === '') throw new Error(`"${written}" has no letter or digit`);
  if (text.length > MAX_WORD) throw new Error(`"${written}" is longer than ${MAX_WORD} characters`);
  return { text, disguises: mark === '=' ? 'none' : mark === '~' ? 'sounds' : 'usual' };
}

function notOneLetter(word: Word): Word {
  if (/^[a-z0-9]$/u.test(word.text)) throw new Error(`"${word.text}" is a single letter and needs company`);
  return word;
}

function repeatsIn(lines: readonly Line[]): string[] {
  const seen = new Map<string, Line>();
  return lines.flatMap((line) => {
    const first = seen.get(line.text);
    if (first) return [`${line.file}:${line.number}: repeats ${first.file}:${first.number}`];
    seen.set(line.text, line);
    return [];
  });
}
