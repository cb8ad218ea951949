import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeArtefact } from '../functions/domain/understanding/model/bytes.ts';
import { MODEL_MAGIC, type Model } from '../functions/domain/understanding/model/model.ts';

/** The model as bytes; the same model gives the same bytes. */
export function bytesOf(model: Model): Uint8Array {
  const { keys, rarity, scale, weights, bias, vectors, projection, ...header } = model;
  return writeArtefact(MODEL_MAGIC, {
    header,
    arrays: {
      keys,
      rarity,
      scale,
      bias,
      ...(projection && { projection }),
      ...(vectors && { pieces: vectors.pieces, size: vectors.size, table: vectors.table }),
      weights,
    },
  });
}

/** Writes a file whole or not at all. */
export function writeWhole(folder: string, name: string, content: Uint8Array | string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.part`), content);
  renameSync(join(folder, `${name}.part`), join(folder, name));
}
