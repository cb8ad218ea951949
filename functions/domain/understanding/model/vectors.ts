import { hash } from './features.ts';

/** Meanings of English word pieces: one row of 8-bit numbers each, distilled from a larger language model (training/vectors). */
export interface Vectors {
  /** Hashes of the pieces, ascending. */
  readonly pieces: Uint32Array;
  readonly dimensions: number;
  readonly table: Int8Array;
  /** What each row is multiplied by; rare words weigh more. */
  readonly size: Float32Array;
}

export const PIECE_KIND = 7;
const LONGEST_PIECE = 18;

/** The vectors among an artefact's arrays; nothing when it has none. */
export function readVectors(arrays: Readonly<Record<string, unknown>>): Vectors | undefined {
  const { pieces, table, size } = arrays;
  if (!(pieces instanceof Uint32Array) || !(table instanceof Int8Array) || !(size instanceof Float32Array))
    return undefined;
  return { pieces, table, size, dimensions: table.length / pieces.length };
}

/** The direction the words of a folded text point to, of length 1; all zeros when no word is known. */
export function directionOf(vectors: Vectors, text: string): Float64Array {
  const { dimensions, table, size } = vectors;
  const sum = new Float64Array(dimensions);
  for (const row of rowsOf(vectors, text)) {
    const weight = size[row] as number;
    const from = row * dimensions;
    for (let d = 0; d < dimensions; d += 1)
      sum[d] = (sum[d] as number) + (table[from + d] as number) * weight;
  }
  const length = Math.hypot(...sum);
  return length > 0 ? sum.map((it) => it / length) : sum;
}

/** Greedy longest pieces, as WordPiece cuts them: the first as it is, those inside a word after `##`. */
function* rowsOf(vectors: Vectors, text: string): Generator<number> {
  for (const [word] of text.matchAll(/[a-z]+|[0-9]+/g)) {
    for (let from = 0; from < word.length && from < 60;) {
      let to = Math.min(word.length, from + LONGEST_PIECE);
      let row = -1;
      for (; to > from; to -= 1) {
        const piece = word.slice(from, to);
        row = rowOf(vectors.pieces, hash(PIECE_KIND, from > 0 ? `##${piece}` : piece));
        if (row >= 0) break;
      }
      if (row < 0) break;
      yield row;
      from = to;
    }
  }
}

/** Where a key stands in an ascending array, or −1. */
export function rowOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] as number;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
