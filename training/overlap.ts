import { normalize } from '../functions/domain/understanding/normalize.ts';
import type { Row } from './rows.ts';

/** Two texts that are too much alike. */
export interface Overlap {
  readonly one: Row;
  readonly other: Row;
  /** Shared pairs of characters ÷ all pairs of characters of both. */
  readonly jaccard: number;
}

/** Texts of two splits that share more than `most` of their pairs of characters (letters and digits only). */
export function overlapsOf(some: readonly Row[], others: readonly Row[], most: number): Overlap[] {
  const holding = new Map<string, number[]>();
  const sizes = some.map((row, i) => {
    const pairs = pairsOf(row.text);
    for (const pair of pairs) {
      const known = holding.get(pair);
      if (known) known.push(i);
      else holding.set(pair, [i]);
    }
    return pairs.size;
  });
  const shared = new Uint32Array(some.length);
  return others.flatMap((other) => {
    const pairs = pairsOf(other.text);
    shared.fill(0);
    for (const pair of pairs) for (const i of holding.get(pair) ?? []) shared[i] = (shared[i] as number) + 1;
    return some.flatMap((one, i) => {
      const common = shared[i] as number;
      const jaccard = common / ((sizes[i] as number) + pairs.size - common);
      return jaccard > most ? [{ one, other, jaccard }] : [];
    });
  });
}

/** The pairs of neighbouring characters; a text of one character is its own only pair. */
function pairsOf(text: string): Set<string> {
  const characters = Array.from(normalize(text).replace(/[^\p{L}\p{N}]/gu, ''));
  const pairs = characters.slice(1).map((it, i) => `${characters[i] ?? ''}${it}`);
  return new Set(pairs.length > 0 ? pairs : characters);
}
