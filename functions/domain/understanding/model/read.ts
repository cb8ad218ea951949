import { blockSizes, featuresOf, type Features } from './features.ts';
import type { Model } from './model.ts';
import { directionOf, rowOf } from './vectors.ts';

/** What the model makes of a text. */
export interface Reading {
  /** One score a label, then one a head. */
  readonly scores: Float64Array;
  readonly features: Features;
  /** The model's row of each feature; −1 for those it does not know. */
  readonly rows: Int32Array;
  /** (1 + ln count) × rarity of each known feature, together of length 1. */
  readonly values: Float64Array;
}

/** Scores a folded text, seen as the model was taught to see. */
export function read(model: Model, text: string, see: (text: string) => Features = featuresOf): Reading {
  const { weights, scale, bias, vectors, projection } = model;
  const columns = bias.length;
  const features = see(text);
  const { rows, values } = valuesOf(model, features);
  const scores = Float64Array.from(bias);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    if (row < 0) continue;
    const factor = (values[i] as number) * (scale[row] as number);
    const from = row * columns;
    for (let c = 0; c < columns; c += 1)
      scores[c] = (scores[c] as number) + factor * (weights[from + c] as number);
  }
  if (vectors && projection) {
    const direction = directionOf(vectors, text);
    for (let d = 0; d < direction.length; d += 1) {
      const factor = (direction[d] as number) * model.vectorWeight;
      for (let c = 0; c < columns; c += 1)
        scores[c] = (scores[c] as number) + factor * (projection[d * columns + c] as number);
    }
  }
  return { scores, features, rows, values };
}

/** Added to a block's sum of squares, so that two words weigh less than twenty; about two features' worth. */
const SCANTY = 80;

/** Which rows a text's features have, and what they count for. */
export function valuesOf(
  { keys, rarity }: Pick<Model, 'keys' | 'rarity'>,
  { keys: found, counts, blocks }: Features,
): { rows: Int32Array; values: Float64Array } {
  const rows = new Int32Array(found.length);
  const values = new Float64Array(found.length);
  const factors = new Float64Array(blockSizes.length);
  for (let i = 0; i < found.length; i += 1) {
    const row = rowOf(keys, found[i] as number);
    rows[i] = row;
    if (row < 0) continue;
    const value = (1 + Math.log(counts[i] as number)) * (rarity[row] as number);
    const block = blocks[i] as number;
    values[i] = value;
    factors[block] = (factors[block] as number) + value * value;
  }
  for (const [block, size] of blockSizes.entries())
    factors[block] = size / Math.sqrt((factors[block] as number) + SCANTY);
  for (let i = 0; i < values.length; i += 1)
    values[i] = (values[i] as number) * (factors[blocks[i] as number] as number);
  return { rows, values };
}
