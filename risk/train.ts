import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { assessRisk, isPardonable } from '../functions/domain/risk/assess.ts';
import { HONEST, type RiskModel, strangeness, SURELY_HONEST } from '../functions/domain/risk/learnt.ts';
import { riskFeaturesOf } from '../functions/domain/risk/features.ts';
import { fold } from '../functions/domain/understanding/normalize.ts';
import type { RiskDirection } from '../schemas/risk.ts';
import { fit } from '../training/fit.ts';
import type { Row } from '../training/rows.ts';
import { bytesOf } from '../training/save.ts';
import { readCases, readUtterances, starterList, stops } from './score.ts';

const FOLDS = 4;
/** Most honest texts that lists and model together may stop: of the hard ones of the case files, and of customers' utterances. */
const MOST_HARD = 0.015;
const MOST_UTTERANCES = 0.006;
const settings = { leastTexts: 1, cost: 1, mostFeatures: 25_000, featuresOf: riskFeaturesOf, seed: 1 };

export interface Example {
  /** As `fold` reads it. */
  readonly text: string;
  readonly label: string;
  readonly kind: 'case' | 'utterance';
  /** Whether the lists already stop it, so that the model is not asked. */
  readonly stopped: boolean;
  /** Whether the model may let it through nevertheless. */
  readonly pardonable?: boolean;
}

/** The case files that may be learnt from: all that are not kept for a test. */
export function caseFiles(): string[] {
  const folder = join(import.meta.dirname, 'cases');
  const names = readdirSync(folder).filter((it) => /^(?:train|dev).*\.jsonl$/u.test(it));
  return names.sort().map((it) => join(folder, it));
}

/** The examples: risky and hard honest messages of customers and agents, and customers' utterances, which are honest. */
export function examples(): Example[] {
  const cases = caseFiles().flatMap(readCases);
  const risky = new Set(cases.flatMap(({ risk, text }) => (risk === null ? [] : [text])));
  const folder = join(import.meta.dirname, '../training/utterances/train');
  const utterances = readUtterances(folder).filter((it) => !risky.has(it));
  const list = starterList();
  const judged = (text: string, direction: RiskDirection) => {
    const stopping = assessRisk(text, list, { direction }).filter(stops);
    const pardonable = direction === 'customer' && stopping.every(isPardonable);
    return { stopped: stopping.length > 0, pardonable };
  };
  return [
    ...cases.map(({ text, risk, direction }) => ({
      text: fold(text).text,
      label: risk ?? HONEST,
      kind: 'case' as const,
      ...judged(text, direction),
    })),
    ...utterances.map((text) => ({
      text: fold(text).text,
      label: HONEST,
      kind: 'utterance' as const,
      ...judged(text, 'customer'),
    })),
  ];
}

/** How strange each example is to a model that has not learnt from it. */
export function heldOut(all: readonly Example[]): number[] {
  const held = all.map(() => 0);
  // Honest or not is all that counts here, and one separator is learnt much sooner than thirteen.
  const plain = all.map((it) => ({ ...it, label: it.label === HONEST ? HONEST : RISKY }));
  for (let part = 0; part < FOLDS; part += 1) {
    const isHeld = (i: number) => i % FOLDS === part;
    const model = fit(rowsOf(plain.filter((_, i) => !isHeld(i))), settings);
    for (const [i, { text }] of all.entries()) if (isHeld(i)) held[i] = strangeness(model, text);
  }
  return held;
}

/** Learns from all examples; the margin comes from examples that the model had not learnt from. */
export function train(all: readonly Example[]): { model: RiskModel; recall: number } {
  const held = heldOut(all);
  const margin = Math.max(
    leastMargin(all, held, 'case', MOST_HARD),
    leastMargin(all, held, 'utterance', MOST_UTTERANCES),
  );
  const risky = held.filter((_, i) => all[i]?.label !== HONEST && !all[i]?.stopped);
  const recall = risky.filter((it) => it > margin).length / risky.length;
  const surely = Math.round(margin * 1000) / 1000;
  return { model: { ...coarse(fit(rowsOf(all), settings)), surely }, recall };
}

/** The least margin at which lists and model together stop no more than a share of the honest examples of a kind. */
function leastMargin(
  all: readonly Example[],
  held: readonly number[],
  kind: Example['kind'],
  most: number,
): number {
  const honest = all.flatMap((it, i) => (it.label === HONEST && it.kind === kind ? [i] : []));
  const isStopped = (i: number) =>
    all[i]?.stopped === true && !(all[i].pardonable === true && (held[i] ?? 0) <= SURELY_HONEST);
  const open = honest.filter((i) => !isStopped(i));
  const allowed = Math.max(0, Math.floor(most * honest.length) - (honest.length - open.length));
  const sorted = open.map((i) => held[i] ?? 0).sort((a, b) => b - a);
  return sorted[Math.min(allowed, sorted.length - 1)] ?? -Infinity;
}

/** The same model, made to pack to less: scales of two digits, and no weights that hardly tell one category from another. */
function coarse(model: RiskModel): RiskModel {
  const columns = model.bias.length;
  const honest = model.labels.indexOf(HONEST);
  return {
    ...model,
    scale: model.scale.map((it) => Number(it.toPrecision(2))),
    weights: model.weights.map((it, i) => (i % columns !== honest && Math.abs(it) <= FAINT ? 0 : it)),
  };
}

/** Of fifteen steps. */
const FAINT = 3;

const RISKY = 'risky';
/** Cases are few beside the utterances: each counts this often. */
const REPEATS = 3;

function rowsOf(all: readonly Example[]): Row[] {
  return all.flatMap(({ text, label, kind }) => {
    const row: Row = { text, intent: label, split: 'train', at: '', author: '' };
    return kind === 'case' ? Array.from({ length: REPEATS }, () => row) : [row];
  });
}

/** `node risk/train.ts --out FILE`: learns the risk model from the repository; the same files make the same bytes. */
function main(): void {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) {
    stderr.write('node risk/train.ts --out FILE\n');
    exit(1);
  }
  const all = examples();
  const { model, recall } = train(all);
  const bytes = bytesOf(model);
  writeFileSync(values.out, bytes);
  stdout.write(
    `${all.length} examples; by cross-validation the model finds ${(100 * recall).toFixed(1)} % of the risky ones that the lists miss, at margin ${model.surely}; ${bytes.byteLength} bytes\n`,
  );
}

if (import.meta.main) main();
