import { RiskCategory, type RiskDirection, type RiskFinding } from '../../../schemas/risk.ts';
import { BrokenArtefactError } from '../understanding/model/bytes.ts';
import { headConfidence } from '../understanding/model/confidence.ts';
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
  if (model.curves['risky']?.length !== riskInputs(0, 'none', 'customer').length)
    throw new BrokenArtefactError('the model does not say how to weigh what the lists find');
  return model;
}

/** How little a folded text looks like an honest one: −1 is honest and 1 risky. */
export function strangeness(model: RiskModel, text: string): number {
  return -(read(model, text, riskFeaturesOf).scores[model.labels.indexOf(HONEST)] as number);
}

/** What the lists found: nothing; only light or excused words; words of medium severity; grave ones. */
export type Listed = 'none' | 'light' | 'plain' | 'grave';

/** What the lists make of a text, by the gravest they found. */
export function listedOf(findings: readonly Pick<RiskFinding, 'severity' | 'excuse'>[]): Listed {
  const open = findings.filter((it) => !it.excuse);
  if (open.some(({ severity }) => severity === 'high')) return 'grave';
  if (open.some(({ severity }) => severity === 'medium')) return 'plain';
  return findings.length > 0 ? 'light' : 'none';
}

/** What the curve `risky` weighs: how strange the text is, what the lists found, whether an agent speaks, and 1. */
export function riskInputs(strange: number, listed: Listed, direction: RiskDirection): number[] {
  const is = (it: boolean) => (it ? 1 : 0);
  const found = (['light', 'plain', 'grave'] as const).map((it) => is(listed === it));
  return [strange, ...found, is(direction === 'agent'), 1];
}

/** Whether the text as a whole and what the lists found in it, weighed together, make it risky. */
export function looksRisky(
  model: RiskModel,
  text: string,
  listed: Listed,
  direction: RiskDirection,
): boolean {
  const inputs = riskInputs(strangeness(model, fold(text).text), listed, direction);
  return headConfidence(model.curves['risky'] ?? [], inputs) > model.surely;
}

/** Which risk a text looks most like, and why. */
export function likenessOf(model: RiskModel, text: string): Likeness | undefined {
  const folded = fold(text);
  const { scores, features, rows, values } = read(model, folded.text, riskFeaturesOf);
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
