import { type Automaton, rootTable, type RootTable } from '../automaton.ts';
import { spellings } from '../syllables.ts';
import { type Book, isBook } from './book.ts';
import { asUint16, asUint32, BrokenRiskListError, unpack } from './bytes.ts';

/** A compiled list, ready to be asked; nearly all of it are views over the bytes it was loaded from. */
export interface RiskList {
  readonly written: Words;
  readonly spoken: Words & { readonly starts: Uint32Array; readonly literals: Uint16Array };
  /** Syllable of each character from U+4E00 on; 0 for none. */
  readonly syllableOf: Uint16Array;
  /** Every spelling of a syllable, with its number. */
  readonly syllables: ReadonlyMap<string, number>;
  readonly book: Book;
}

interface Words {
  readonly automaton: Automaton;
  readonly root: RootTable;
  /** For each word, the number of its meaning in the book. */
  readonly meanings: Uint16Array;
}

const SECTIONS = 20;
/** Characters that can have a syllable: the block of unified ideographs. */
export const firstHan = 0x4e00;
export const lastHan = 0x9fff;

/** Reads what `compileRiskList` made. The bytes must not change afterwards. @throws BrokenRiskListError */
export function loadRiskList(bytes: Uint8Array): RiskList {
  const sections = unpack(bytes, SECTIONS);
  const book = readBook(at(sections, 19));
  return {
    written: wordsOf(sections, 0),
    spoken: {
      ...wordsOf(sections, 8),
      starts: asUint32(at(sections, 16)),
      literals: asUint16(at(sections, 17)),
    },
    syllableOf: asUint16(at(sections, 18)),
    syllables: spellings(book.syllables),
    book,
  };
}

function readBook(bytes: Uint8Array): Book {
  let book: unknown;
  try {
    book = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new BrokenRiskListError('its rules are not JSON');
  }
  if (!isBook(book)) throw new BrokenRiskListError('its rules cannot be read');
  return book;
}

function wordsOf(sections: readonly Uint8Array[], first: number): Words {
  const automaton: Automaton = {
    labels: asUint16(at(sections, first)),
    first: asUint32(at(sections, first + 1)),
    fail: asUint32(at(sections, first + 2)),
    ends: asUint32(at(sections, first + 3)),
    speaks: asUint32(at(sections, first + 4)),
    rank: asUint32(at(sections, first + 5)),
    lengths: at(sections, first + 6),
  };
  return { automaton, root: rootTable(automaton), meanings: asUint16(at(sections, first + 7)) };
}

function at(sections: readonly Uint8Array[], index: number): Uint8Array {
  const section = sections[index];
  if (!section) throw new BrokenRiskListError(`section ${index} is missing`);
  return section;
}
