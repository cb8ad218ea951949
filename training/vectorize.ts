import { featuresOf, type Features } from '../functions/domain/understanding/model/features.ts';
import { valuesOf } from '../functions/domain/understanding/model/read.ts';
import { directionOf, type Vectors } from '../functions/domain/understanding/model/vectors.ts';
import type { Sparse } from './svm.ts';

/** The features a model knows, and how rare each is. */
export interface Vocabulary {
  /** Ascending hashes. */
  readonly keys: Uint32Array;
  /** ln((1 + texts) ÷ (1 + texts with it)) + 1. */
  readonly rarity: Float32Array;
}

/** Keeps the features that stand in at least `least` of the texts. */
export function vocabularyOf(all: readonly Features[], least: number): Vocabulary {
  const holding = new Map<number, number>();
  for (const { keys } of all) for (const key of keys) holding.set(key, (holding.get(key) ?? 0) + 1);
  const keys = Uint32Array.from(
    [...holding].filter(([, texts]) => texts >= least).map(([key]) => key),
  ).sort();
  const rarity = Float32Array.from(
    keys,
    (key) => Math.log((1 + all.length) / (1 + (holding.get(key) ?? 0))) + 1,
  );
  return { keys, rarity };
}

export interface WordKnowledge {
  readonly vectors: Vectors;
  readonly weight: number;
}

/** The rows a separator learns from; word vectors, when given, are the last columns. */
export function vectorize(
  texts: readonly string[],
  features: readonly Features[],
  vocabulary: Vocabulary,
  words?: WordKnowledge,
): Sparse {
  const index: number[] = [];
  const value: number[] = [];
  const start = new Int32Array(texts.length + 1);
  for (const [i, text] of texts.entries()) {
    const { rows, values } = valuesOf(vocabulary, features[i] ?? featuresOf(text));
    for (const [k, row] of rows.entries()) {
      if (row < 0) continue;
      index.push(row);
      value.push(values[k] ?? 0);
    }
    if (words) {
      for (const [d, part] of directionOf(words.vectors, text).entries()) {
        if (part === 0) continue;
        index.push(vocabulary.keys.length + d);
        value.push(part * words.weight);
      }
    }
    start[i + 1] = index.length;
  }
  return {
    rows: texts.length,
    columns: vocabulary.keys.length + (words?.vectors.dimensions ?? 0),
    start,
    index: Int32Array.from(index),
    value: Float32Array.from(value),
  };
}
