import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArtefact } from '../functions/domain/understanding/model/bytes.ts';
import { readVectors, type Vectors } from '../functions/domain/understanding/model/vectors.ts';
import { TrainingDataError } from './rows.ts';

const { arrays } = readArtefact('KFWV', readFileSync(join(import.meta.dirname, 'vectors/english.bin')));

/** All we know of English word pieces: 25,000 of them in 256 dimensions. */
export const allWords: Vectors = readAll();

function readAll(): Vectors {
  const vectors = readVectors(arrays);
  if (!vectors) throw new TrainingDataError('training/vectors/english.bin holds no word vectors');
  return vectors;
}

/** Steps on each side of zero a smaller table is rounded to. */
const STEPS = 15;

/** The commonest pieces in the dimensions that matter most, for a model that must stay small. */
export function commonWords(pieces: number, dimensions: number): Vectors {
  const { rank } = arrays;
  const kept = Array.from(allWords.pieces, (_, i) => i).filter((i) => Number(rank?.[i]) < pieces);
  const table = new Int8Array(kept.length * dimensions);
  const size = new Float32Array(kept.length);
  for (const [to, from] of kept.entries()) {
    const at = from * allWords.dimensions;
    const row = allWords.table.subarray(at, at + dimensions);
    const largest = row.reduce((most, it) => Math.max(most, Math.abs(it)), 1);
    size[to] = coarse((largest / STEPS) * (allWords.size[from] ?? 0));
    table.set(
      row.map((it) => Math.round((STEPS * it) / largest)),
      to * dimensions,
    );
  }
  return { pieces: Uint32Array.from(kept, (i) => allWords.pieces[i] ?? 0), dimensions, table, size };
}

const bits = new DataView(new ArrayBuffer(4));

/** A number with a mantissa of seven bits, 0.4 % off at most: what is left packs to half the bytes. */
export function coarse(value: number): number {
  bits.setFloat32(0, value);
  bits.setUint32(0, (bits.getUint32(0) + 0x8000) & 0xffff0000);
  return bits.getFloat32(0);
}
