import { BrokenArtefactError, readArtefact } from './bytes.ts';
import type { Trust } from './confidence.ts';
import { readVectors, type Vectors } from './vectors.ts';

export const MODEL_MAGIC = 'KFUM';
/** Raised when features or layout change, so that older code refuses newer artefacts and the other way round. */
export const MODEL_FORMAT = 1;

/** What the header of a model says of itself. */
export interface ModelHeader {
  readonly format: number;
  readonly labels: readonly string[];
  /** Names of the columns after the labels: sentiments, then `urgent` and `human`. */
  readonly heads: readonly string[];
  /** How scores become confidences. */
  readonly trust: Trust;
  /** The weights of each head's logistic curve; heads.ts names their inputs. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** Least confidence to act on a guess. */
  readonly surely: number;
  /** The weight of the word vectors beside the features. */
  readonly vectorWeight: number;
}

/** A trained model: for each known feature a row of 8-bit weights, one for each label and head. */
export interface Model extends ModelHeader {
  readonly keys: Uint32Array;
  readonly rarity: Float32Array;
  readonly scale: Float32Array;
  readonly weights: Int8Array;
  readonly bias: Float32Array;
  readonly vectors?: Vectors;
  readonly projection?: Float32Array;
}

/** Reads a model. @throws BrokenArtefactError that says what is wrong. */
export function loadModel(bytes: Uint8Array): Model {
  const { header, arrays } = readArtefact(MODEL_MAGIC, bytes);
  if (!isHeader(header)) throw new BrokenArtefactError(`the model is not of format ${MODEL_FORMAT}`);
  const { keys, rarity, scale, weights, bias, projection } = arrays;
  const columns = header.labels.length + header.heads.length;
  if (
    !(keys instanceof Uint32Array) ||
    !(rarity instanceof Float32Array) ||
    !(scale instanceof Float32Array) ||
    !(weights instanceof Int8Array) ||
    !(bias instanceof Float32Array) ||
    rarity.length !== keys.length ||
    scale.length !== keys.length ||
    weights.length !== keys.length * columns ||
    bias.length !== columns
  )
    throw new BrokenArtefactError('the parts of the model do not fit each other');
  const vectors = readVectors(arrays);
  return {
    ...header,
    keys,
    rarity,
    scale,
    weights,
    bias,
    ...(vectors && projection instanceof Float32Array && { vectors, projection }),
  };
}

function isHeader(header: unknown): header is ModelHeader {
  return (
    typeof header === 'object' && header !== null && 'format' in header && header.format === MODEL_FORMAT
  );
}
