import { RiskCategory } from '../../../schemas/risk.ts';
import { BrokenArtefactError } from '../understanding/model/bytes.ts';
import { hash } from '../understanding/model/features.ts';
import { loadModel, type Model } from '../understanding/model/model.ts';
import { read } from '../understanding/model/read.ts';
import { fold, quote } from '../understanding/normalize.ts';
import type { Scene } from './context.ts';

/** The label of texts that are no risk. */
export const HONEST = 'honest';

/** A model of what risky messages of customers look like beside honest ones; it knows shapes that no list names. */
export type RiskModel = Model;

/** What the model makes of a text it finds risky. */
export interface Likeness {
  readonly category: RiskCategory;
  /** The parts of the text that speak most for it, as written. */
  readonly terms: string[];
}

/** Reads what `risk/train.ts` made. @throws BrokenArtefactError that says what is wrong. */
export function loadRiskModel(bytes: Uint8Array): RiskModel {
  const model = loadModel(bytes);
  const wanted = [...RiskCategory.options, HONEST];
  if (!wanted.every((it) => model.labels.includes(it)))
    throw new BrokenArtefactError('the model does not know every risk category');
  return model;
}

/**
 * The text as the model learns it: folded, and behind it a made-up word for each thing the lists found: classes of words, light
 * and grave words of each category, harmless phrases.
 */
export function described({ reading, found, list }: Scene): string {
  const marks = new Set<string>();
  for (const [name, id] of Object.entries(list.book.classes)) {
    const places = found.classes.get(id)?.ends.length ?? 0;
    if (places > 0) marks.add(markOf(name));
    if (places > 2) marks.add(markOf(`many ${name}`));
  }
  for (const { rules } of found.hits) {
    for (const [category, severity] of rules) marks.add(markOf(`rule ${category} ${severity}`));
  }
  if ([...found.harmless.keys()].some((it) => it < RiskCategory.options.length))
    marks.add(markOf('harmless'));
  return [fold(reading.original).text, ...marks].join(' . ');
}

/** A short word that no language has, always the same for the same name. */
function markOf(name: string): string {
  let rest = hash(0, name);
  let mark = 'q';
  for (let i = 0; i < 3; i += 1) {
    mark += String.fromCharCode(0x61 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return `${mark}q`;
}

/** How little a described text looks like an honest one: the greater, the riskier; above `model.surely` it counts. */
export function strangeness(model: RiskModel, text: string): number {
  return -(read(model, text).scores[model.labels.indexOf(HONEST)] ?? 0);
}

/** What a text looks like, when it looks risky enough. */
export function likenessOf(model: RiskModel, scene: Scene): Likeness | undefined {
  const { scores, features, rows, values } = read(model, described(scene));
  if (-(scores[model.labels.indexOf(HONEST)] ?? 0) <= model.surely) return undefined;
  const [first] = RiskCategory.options
    .map((category) => ({ category, score: scores[model.labels.indexOf(category)] ?? -Infinity }))
    .sort((a, b) => b.score - a.score);
  if (!first) return undefined;
  const folded = fold(scene.reading.original);
  const column = model.labels.indexOf(first.category);
  const terms = features.keys
    .map((_, i) => ({ i, weight: weightOf(model, rows[i] ?? -1, column) * (values[i] ?? 0) }))
    .filter(({ i, weight }) => weight > 0 && (features.spans[2 * i + 1] ?? 0) <= folded.text.length)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .slice(0, MOST_TERMS)
    .map(({ i }) => quote(folded, features.spans[2 * i] ?? 0, features.spans[2 * i + 1] ?? 0));
  return { category: first.category, terms: [...new Set(terms)] };
}

const MOST_TERMS = 4;

function weightOf({ weights, scale, bias }: Model, row: number, column: number): number {
  return row < 0 ? 0 : (weights[row * bias.length + column] ?? 0) * (scale[row] ?? 0);
}
