import { RiskCategory } from '../../../schemas/risk.ts';
import { BrokenArtefactError } from '../understanding/model/bytes.ts';
import { riskFeaturesOf } from './features.ts';
import { loadModel, type Model } from '../understanding/model/model.ts';
import { read } from '../understanding/model/read.ts';
import { fold, quote } from '../understanding/normalize.ts';

/** The label of texts that are no risk. */
export const HONEST = 'honest';

/** A model of what risky messages look like beside honest ones; it knows shapes that no list names. */
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

/** How little a folded text looks like an honest one: the greater, the riskier; above `model.surely` it counts. */
export function strangeness(model: RiskModel, text: string): number {
  return -(read(model, text, riskFeaturesOf).scores[model.labels.indexOf(HONEST)] ?? 0);
}

/** Below it a text looks surely honest; on the scale of `strangeness`, where −1 is honest and 1 risky. */
export const SURELY_HONEST = -0.6;

/** Whether a text looks so honest that light evidence against it does not count. */
export function looksHonest(model: RiskModel, text: string): boolean {
  return strangeness(model, fold(text).text) <= SURELY_HONEST;
}

/** What a text looks like, when it looks risky enough. */
export function likenessOf(model: RiskModel, text: string): Likeness | undefined {
  const folded = fold(text);
  const { scores, features, rows, values } = read(model, folded.text, riskFeaturesOf);
  if (-(scores[model.labels.indexOf(HONEST)] ?? 0) <= model.surely) return undefined;
  const [first] = RiskCategory.options
    .map((category) => ({ category, score: scores[model.labels.indexOf(category)] ?? -Infinity }))
    .sort((a, b) => b.score - a.score);
  if (!first) return undefined;
  const column = model.labels.indexOf(first.category);
  const terms = features.keys
    .map((_, i) => ({ i, weight: weightOf(model, rows[i] ?? -1, column) * (values[i] as number) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .slice(0, MOST_TERMS)
    .map(({ i }) => quote(folded, features.spans[2 * i] as number, features.spans[2 * i + 1] as number));
  return { category: first.category, terms: [...new Set(terms)] };
}

const MOST_TERMS = 4;

function weightOf({ weights, scale, bias }: Model, row: number, column: number): number {
  return row < 0 ? 0 : (weights[row * bias.length + column] as number) * (scale[row] as number);
}
