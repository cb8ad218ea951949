import { fold } from '../functions/domain/understanding/normalize.ts';
import { type Features, featuresOf } from '../functions/domain/understanding/model/features.ts';
import { MODEL_FORMAT, type Model } from '../functions/domain/understanding/model/model.ts';
import { withRatios } from './ratios.ts';
import type { Row } from './rows.ts';
import { separate, type Signs, type Sparse } from './svm.ts';
import { coarse } from './words.ts';
import { vectorize, vocabularyOf, type Vocabulary, type WordKnowledge } from './vectorize.ts';

export interface Settings {
  /** A feature must stand in this many texts. */
  readonly leastTexts: number;
  /** Cost of an error; greater fits the examples more closely. */
  readonly cost: number;
  /** The features that matter most are kept. */
  readonly mostFeatures: number;
  readonly words?: WordKnowledge;
  /** What is seen of a folded text. @default featuresOf */
  readonly featuresOf?: (text: string) => Features;
  /** What a label is called is an example of it: half a point where examples are few. */
  readonly learnNames?: boolean;
  /** Average the separators of labels with many texts with ones that weigh features by log-count ratios. */
  readonly ratios?: boolean;
  readonly seed: number;
  readonly progress?: (done: number, of: number) => void;
}

const sentiments = ['positive', 'neutral', 'negative', 'angry'] as const;

/** Learns one separator for every label and head; what is not labelled for a head is left out of it. Not yet calibrated. */
export function fit(given: readonly Row[], settings: Settings): Model {
  const labels = [...new Set(given.map(({ intent }) => intent))].sort();
  const rows = settings.learnNames ? [...given, ...labels.map(nameAsExample)] : given;
  const heads = headsOf(rows);
  const texts = rows.map(({ text }) => fold(text).text);
  const features = texts.map(settings.featuresOf ?? featuresOf);
  const vocabulary = vocabularyOf(features, settings.leastTexts);
  const data = vectorize(texts, features, vocabulary, settings.words);
  const columns = [...labels, ...heads];
  const learnt = columns.map((column, i) => {
    settings.progress?.(i, columns.length);
    const signs = signsOf(rows, column, labels.includes(column));
    const cost = costsOf(signs, labels.includes(column) ? 1 : HEAD_BALANCE);
    const seed = settings.seed + i;
    const separator = separate(data, signs, (row) => settings.cost * cost(row), seed);
    if (!settings.ratios) return separator;
    return withRatios(separator, data, signs, { cost, features: vocabulary.keys.length, seed });
  });
  addParents(learnt, rows, labels, (signs) => separate(data, signs, () => settings.cost, settings.seed));
  return pack(learnt, vocabulary, data, {
    labels,
    heads,
    words: settings.words,
    most: settings.mostFeatures,
  });
}

/** Steps on each side of zero a weight is rounded to: 15 lose 0.1 points of accuracy against 127, and pack to half the bytes. */
const LEVELS = 15;

/** How far the rare side of a head is weighed up: 1 not at all, 0 until both sides weigh the same. */
const HEAD_BALANCE = 0.5;

function headsOf(rows: readonly Row[]): string[] {
  return [
    ...sentiments.filter((name) => rows.some(({ sentiment }) => sentiment === name)),
    ...(rows.some(({ urgent }) => urgent) ? ['urgent'] : []),
    ...(rows.some(({ wantsHuman }) => wantsHuman) ? ['human'] : []),
  ];
}

/** `card_arrival` and `AddToPlaylist` as somebody would say them. */
function nameAsExample(intent: string): Row {
  const text = intent.replace(/(?<=[a-z])(?=[A-Z])|[^\p{L}\p{N}]+/gu, ' ');
  return { text, intent, split: 'train', at: intent, author: 'names' };
}

/** How much of its topic's separator, and of its category's, is added to a leaf's own. */
const PARENT_WEIGHT = 0.3;

/**
 * Adds to each label's separator those of its parents, which learn from all their leaves' texts what the leaves have in common. Labels
 * without dots in their names have no parents.
 */
function addParents(
  learnt: readonly Float64Array[],
  rows: readonly Row[],
  labels: readonly string[],
  learn: (signs: Signs) => Float64Array,
): void {
  for (const parent of new Set(labels.flatMap(parentsOf))) {
    const isBelow = (label = '') => label.startsWith(`${parent}.`);
    if (labels.filter(isBelow).length < 2) continue;
    const shared = learn(
      Int8Array.from(rows, (row) => (isBelow(row.intent) ? 1 : isBelow(row.secondary) ? 0 : -1)),
    );
    for (const [i, label] of labels.entries()) {
      const separator = learnt[i];
      if (!separator || !isBelow(label)) continue;
      for (const [column, weight] of shared.entries())
        separator[column] = (separator[column] ?? 0) + PARENT_WEIGHT * weight;
    }
  }
}

/** `a.b.c` has the parents `a` and `a.b`. */
function parentsOf(label: string): string[] {
  const parts = label.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

function signsOf(rows: readonly Row[], column: string, isLabel: boolean): Signs {
  return Int8Array.from(rows, (row) => {
    if (isLabel) return row.intent === column ? 1 : row.secondary === column ? 0 : -1;
    if (column === 'urgent') return row.urgent === undefined ? 0 : row.urgent ? 1 : -1;
    if (column === 'human') return row.wantsHuman === undefined ? 0 : row.wantsHuman ? 1 : -1;
    return row.sentiment === undefined ? 0 : row.sentiment === column ? 1 : -1;
  });
}

function costsOf(signs: Signs, balance: number): (row: number) => number {
  const positive = signs.filter((it) => it > 0).length;
  const negative = signs.filter((it) => it < 0).length;
  const factor = Math.max(1, (negative / Math.max(1, positive)) ** (1 - balance));
  return (row) => ((signs[row] ?? 0) > 0 ? factor : 1);
}

interface Packing {
  labels: readonly string[];
  heads: readonly string[];
  words?: WordKnowledge | undefined;
  most: number;
}

/** Rounds the weights, and keeps the features whose weights matter most. */
function pack(
  learnt: readonly Float64Array[],
  { keys, rarity }: Vocabulary,
  data: Sparse,
  { labels, heads, words, most }: Packing,
): Model {
  const columns = learnt.length;
  const strength = Float64Array.from(keys, (_, row) =>
    Math.sqrt(learnt.reduce((sum, w) => sum + (w[row] ?? 0) ** 2, 0)),
  );
  const seen = new Float64Array(keys.length);
  for (const [k, column] of data.index.entries())
    if (column < keys.length) seen[column] = (seen[column] ?? 0) + (data.value[k] ?? 0);
  const kept = Array.from(keys, (_, row) => row)
    .sort((a, b) => weightOf(b) - weightOf(a) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  function weightOf(row: number): number {
    return (strength[row] ?? 0) * Math.sqrt(seen[row] ?? 0);
  }

  const scale = new Float32Array(kept.length);
  const weights = new Int8Array(kept.length * columns);
  for (const [i, row] of kept.entries()) {
    const largest = Math.max(...learnt.map((w) => Math.abs(w[row] ?? 0)), 1e-9);
    scale[i] = coarse(largest / LEVELS);
    for (const [c, w] of learnt.entries())
      weights[i * columns + c] = Math.round((w[row] ?? 0) / (scale[i] ?? 1));
  }
  const dimensions = words?.vectors.dimensions ?? 0;
  const projection = new Float32Array(dimensions * columns);
  for (const [c, w] of learnt.entries())
    for (let d = 0; d < dimensions; d += 1) projection[d * columns + c] = w[keys.length + d] ?? 0;
  return {
    format: MODEL_FORMAT,
    labels,
    heads,
    trust: { sharpness: 1, weights: [] },
    curves: {},
    surely: 0,
    vectorWeight: words?.weight ?? 0,
    keys: Uint32Array.from(kept, (row) => keys[row] ?? 0),
    rarity: Float32Array.from(kept, (row) => coarse(rarity[row] ?? 0)),
    scale,
    weights,
    bias: Float32Array.from(learnt, (w) => w.at(-1) ?? 0),
    ...(words && { vectors: words.vectors, projection }),
  };
}
