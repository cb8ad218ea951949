/**
 * What a word of the lists means when it is found. Numbers stand for places in RiskCategory, RiskSeverity and for class ids, so
 * that a book stays small: category, severity, directions as bits, and each company (1 when it must follow, and the classes of
 * which one must be there).
 */
export type Rule = readonly [
  category: number,
  severity: number,
  directions: number,
  company: readonly (readonly [after: number, classes: readonly number[]])[],
];

export interface Meaning {
  readonly rules: Rule[];
  /** Classes the word belongs to. */
  readonly classes: number[];
  /** What does not count inside this word: a category, or behind the last category a class. */
  readonly excuses: number[];
}

/** The small part of a list that is read as JSON. */
export interface Book {
  /** Ids of the named classes; those without a name follow behind. */
  readonly classes: Readonly<Record<string, number>>;
  readonly syllables: readonly string[];
  readonly meanings: Meaning[];
}

/** The checksum already tells accidents; this tells the format, without walking through every rule at each start. */
export function isBook(value: unknown): value is Book {
  return (
    typeof value === 'object' &&
    value !== null &&
    'classes' in value &&
    typeof value.classes === 'object' &&
    'syllables' in value &&
    Array.isArray(value.syllables) &&
    'meanings' in value &&
    Array.isArray(value.meanings)
  );
}
