import { RiskCategory, RiskDirection, RiskSeverity } from '../../../../schemas/risk.ts';
import { heard } from '../syllables.ts';
import type { Meaning, Rule } from './book.ts';
import { buildAutomaton, MAX_WORD } from './build-automaton.ts';
import { builtInClasses, type Company, type Entry, type ListFile, parseLists, type Word } from './parse.ts';
import { serialize } from './serialize.ts';

/** What the compiler made. */
export interface Compiled {
  readonly bytes: Uint8Array;
  /** Lines of the categories, words with all their spellings, words by sound, and nodes of both automata. */
  readonly entries: number;
  readonly words: number;
  readonly sounds: number;
  readonly nodes: number;
}

/** Words by what is matched, with what each means. */
type Words = Map<string, Meaning>;

/** Words by sound: the syllables' ids as units. The same sound can be several words. */
interface Sounds {
  readonly ids: ReadonlyMap<string, number>;
  readonly of: ReadonlyMap<string, string>;
  readonly words: Map<string, { meaning: Meaning; literals: string[] }>;
}

/** Compiles lists into the bytes that `loadRiskList` reads; the same lists make the same bytes. @throws BadRiskLinesError */
export function compileRiskList(files: readonly ListFile[]): Compiled {
  const lists = parseLists(files);
  const words: Words = new Map();
  const sounds = soundsOf(lists.sounds);
  const write = (word: Word, meaning: Partial<Meaning>) => {
    const spellings = word.disguises === 'none' ? [word.text] : respell(word.text, lists.variants);
    for (const text of spellings) if (text.length <= MAX_WORD) join(meaningIn(words, text), meaning);
  };
  const names = [...new Set([...builtInClasses, ...lists.classes.map(({ name }) => name)])];
  const classIds = new Map(names.map((name, id) => [name, id]));
  const companyOf = companies(classIds, write);

  for (const { name, words: members, harmless } of lists.classes) {
    const id = classIds.get(name) ?? 0;
    for (const word of members) write(word, { classes: [id] });
    for (const word of harmless) write(word, { excuses: [RiskCategory.options.length + id] });
  }
  for (const entry of lists.entries) {
    const rule = ruleOf(entry, companyOf);
    const members = lists.classes.filter(({ name }) => entry.classes.includes(name));
    for (const word of [...entry.words, ...members.flatMap((it) => it.words)]) {
      write(word, { rules: [rule] });
      if (entry.severity !== 'low') hear(sounds, word, rule);
    }
    for (const word of entry.harmless) write(word, { excuses: [rule[0]] });
  }
  return assemble({ words, sounds, classIds, entries: lists.entries.length });
}

function ruleOf(entry: Entry, companyOf: (company: Company) => number[]): Rule {
  return [
    RiskCategory.options.indexOf(entry.category),
    RiskSeverity.options.indexOf(entry.severity),
    entry.directions.reduce((mask, it) => mask | (1 << RiskDirection.options.indexOf(it)), 0),
    entry.company.map((it) => [it.order === 'after' ? 1 : 0, companyOf(it)]),
  ];
}

/** Gives the words of a company a class without a name; the same words are the same class. */
function companies(
  classIds: ReadonlyMap<string, number>,
  write: (word: Word, meaning: Partial<Meaning>) => void,
): (company: Company) => number[] {
  const unnamed = new Map<string, number>();
  return ({ classes, words }) => {
    const ids = classes.map((name) => classIds.get(name) ?? 0);
    if (words.length === 0) return ids;
    const key = words.map((it) => it.text).join('|');
    const known = unnamed.get(key);
    if (known !== undefined) return [...ids, known];
    const id = classIds.size + unnamed.size;
    unnamed.set(key, id);
    for (const word of words) write(word, { classes: [id] });
    return [...ids, id];
  };
}

/** The most spellings that one word is given. */
const MAX_SPELLINGS = 300;

/** The word with each part that has other spellings written in each of them. */
export function respell(word: string, variants: ReadonlyMap<string, readonly string[]>): string[] {
  const spellings = new Set([word]);
  for (const [plain, others] of variants) {
    if (!word.includes(plain)) continue;
    for (const known of [...spellings]) {
      if (!known.includes(plain)) continue;
      for (const other of others) {
        if (spellings.size < MAX_SPELLINGS) spellings.add(known.replace(plain, other));
      }
    }
  }
  return [...spellings];
}

function soundsOf(of: ReadonlyMap<string, string>): Sounds {
  const syllables = [...new Set([...of.values()].map(heard))].sort();
  return { of, ids: new Map(syllables.map((it, i) => [it, i + 1])), words: new Map() };
}

/** Enters a Chinese word by its sound: from four characters on, or from two when the list says so. */
function hear({ ids, of, words }: Sounds, word: Word, rule: Rule): void {
  const least = word.disguises === 'sounds' ? 2 : 4;
  if (word.disguises === 'none' || word.text.length < least) return;
  const units = Array.from(word.text, (it) => ids.get(heard(of.get(it) ?? '')) ?? 0);
  if (units.includes(0)) return;
  const key = String.fromCharCode(...units);
  const known = words.get(key) ?? { meaning: emptyMeaning(), literals: [] };
  join(known.meaning, { rules: [rule] });
  if (!known.literals.includes(word.text)) known.literals.push(word.text);
  words.set(key, known);
}

function emptyMeaning(): Meaning {
  return { rules: [], classes: [], excuses: [] };
}

function meaningIn(words: Words, text: string): Meaning {
  const known = words.get(text) ?? emptyMeaning();
  words.set(text, known);
  return known;
}

function join(meaning: Meaning, { rules = [], classes = [], excuses = [] }: Partial<Meaning>): void {
  for (const rule of rules) {
    const key = JSON.stringify(rule);
    if (!meaning.rules.some((it) => JSON.stringify(it) === key)) meaning.rules.push(rule);
  }
  for (const id of classes) if (!meaning.classes.includes(id)) meaning.classes.push(id);
  for (const id of excuses) if (!meaning.excuses.includes(id)) meaning.excuses.push(id);
}

function assemble(made: {
  words: Words;
  sounds: Sounds;
  classIds: ReadonlyMap<string, number>;
  entries: number;
}): Compiled {
  const { words, sounds, classIds, entries } = made;
  const texts = [...words.keys()].sort();
  const tunes = [...sounds.words.keys()].sort();
  const written = buildAutomaton(texts);
  const spoken = buildAutomaton(tunes);
  const bytes = serialize({
    classes: Object.fromEntries(classIds),
    syllables: [...sounds.ids.keys()],
    syllableOf: new Map([...sounds.of].map(([it, syllable]) => [it, sounds.ids.get(heard(syllable)) ?? 0])),
    written: { automaton: written, meaning: (it) => words.get(texts[it] ?? '') ?? emptyMeaning() },
    spoken: {
      automaton: spoken,
      meaning: (it) => sounds.words.get(tunes[it] ?? '')?.meaning ?? emptyMeaning(),
      literals: (it) => sounds.words.get(tunes[it] ?? '')?.literals ?? [],
    },
  });
  const nodes = written.labels.length + spoken.labels.length;
  return { bytes, entries, words: texts.length, sounds: tunes.length, nodes };
}
