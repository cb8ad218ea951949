import { type Book, type Meaning } from './book.ts';
import type { BuiltAutomaton } from './build-automaton.ts';
import { pack } from './bytes.ts';
import { firstHan, lastHan } from './load.ts';

/** Everything a list's bytes are made of. */
export interface ListParts {
  readonly classes: Record<string, number>;
  readonly syllables: string[];
  readonly syllableOf: ReadonlyMap<string, number>;
  readonly written: { automaton: BuiltAutomaton; meaning: (word: number) => Meaning };
  readonly spoken: {
    automaton: BuiltAutomaton;
    meaning: (word: number) => Meaning;
    /** The words of this sound, all of the sound's length. */
    literals: (word: number) => readonly string[];
  };
}

/** Most different meanings of one list; a word keeps the number of its meaning in two bytes. */
const MAX_MEANINGS = 0x10000;

/** The sections in the order in which `load.ts` reads them. */
export function serialize(parts: ListParts): Uint8Array {
  const meanings = new Map<string, number>();
  const book: Book = { classes: parts.classes, syllables: parts.syllables, meanings: [] };
  const numbersOf = ({ automaton, meaning }: ListParts['written']) =>
    Uint16Array.from(automaton.order, (word) => {
      const key = JSON.stringify(meaning(word));
      const known = meanings.get(key);
      if (known !== undefined) return known;
      meanings.set(key, book.meanings.length);
      return book.meanings.push(meaning(word)) - 1;
    });
  const written = numbersOf(parts.written);
  const spoken = numbersOf(parts.spoken);
  if (book.meanings.length > MAX_MEANINGS)
    throw new Error(`the lists have ${book.meanings.length} different rules; ${MAX_MEANINGS} is the most`);
  return pack([
    ...sectionsOf(parts.written.automaton),
    written,
    ...sectionsOf(parts.spoken.automaton),
    spoken,
    ...literalSections(parts.spoken),
    syllableTable(parts.syllableOf),
    new TextEncoder().encode(JSON.stringify(book)),
  ]);
}

function sectionsOf({ labels, first, fail, ends, speaks, rank, lengths }: BuiltAutomaton) {
  return [labels, first, fail, ends, speaks, rank, lengths];
}

function literalSections({ automaton, literals }: ListParts['spoken']): [Uint32Array, Uint16Array] {
  const starts: number[] = [0];
  const units: number[] = [];
  for (const word of automaton.order) {
    for (const literal of literals(word)) {
      for (let i = 0; i < literal.length; i += 1) units.push(literal.charCodeAt(i));
    }
    starts.push(units.length);
  }
  return [Uint32Array.from(starts), Uint16Array.from(units)];
}

function syllableTable(syllableOf: ReadonlyMap<string, number>): Uint16Array {
  const table = new Uint16Array(lastHan - firstHan + 1);
  for (const [character, id] of syllableOf) {
    const code = character.charCodeAt(0);
    if (code >= firstHan && code <= lastHan) table[code - firstHan] = id;
  }
  return table;
}
