import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { assessRisk } from '../functions/domain/risk/assess.ts';
import {
  HONEST,
  type Listed,
  listedOf,
  riskInputs,
  type RiskModel,
  strangeness,
} from '../functions/domain/risk/learnt.ts';
import { riskFeaturesOf } from '../functions/domain/risk/features.ts';
import { headConfidence } from '../functions/domain/understanding/model/confidence.ts';
import { fold } from '../functions/domain/understanding/normalize.ts';
import { seedArticles } from '../local/seed.ts';
import type { RiskDirection } from '../schemas/risk.ts';
import { fit } from '../training/fit.ts';
import { fitLogistic } from '../training/logistic.ts';
import type { Row } from '../training/rows.ts';
import { bytesOf } from '../training/save.ts';
import { readCases, readUtterances, starterList } from './score.ts';

/** Hands are held out in so many parts, so that what is tuned on them is true of hands that are not known. */
const FOLDS = 5;
/**
 * Most honest texts that lists and model together may stop: of customers' ordinary messages, of the hard ones of the case files, and of
 * what agents write, nearly all of which is honest.
 */
const MOST = { utterances: 0.01, cases: 0.02, agents: 0.01 };
const settings = { leastTexts: 1, cost: 1, mostFeatures: 22_000, featuresOf: riskFeaturesOf, seed: 1 };

export interface Example {
  /** As `fold` reads it. */
  readonly text: string;
  readonly label: string;
  readonly kind: 'case' | 'utterance';
  /** Who wrote it. */
  readonly hand: string;
  readonly direction: RiskDirection;
  /** What the lists make of it. */
  readonly listed: Listed;
}

/** The case files that may be learnt from: all that are not kept for a test. */
export function caseFiles(): string[] {
  const folder = join(import.meta.dirname, 'cases');
  const names = readdirSync(folder).filter((it) => /^(?:train|dev).*\.jsonl$/u.test(it));
  return names.sort().map((it) => join(folder, it));
}

/** The examples: risky and hard honest messages of customers and agents, and customers' utterances, which are honest. */
export function examples(): Example[] {
  const cases = caseFiles().flatMap((file) => readCases(file).map((it) => ({ ...it, hand: handOf(file) })));
  const risky = new Set(cases.flatMap(({ risk, text }) => (risk === null ? [] : [text])));
  const list = starterList();
  const judged = (text: string, direction: RiskDirection) => ({
    text: fold(text).text,
    direction,
    listed: listedOf(assessRisk(text, list, { direction })),
  });
  const folder = join(import.meta.dirname, '../training/utterances/train');
  return [
    ...cases.map(({ text, risk, direction, hand }) => ({
      ...judged(text, direction),
      label: risk ?? HONEST,
      kind: 'case' as const,
      hand,
    })),
    ...sentences().map((text) => ({
      ...judged(text, 'agent'),
      label: HONEST,
      kind: 'case' as const,
      hand: 'articles',
    })),
    ...readdirSync(folder)
      .sort()
      .flatMap((hand) =>
        readUtterances(join(folder, hand))
          .filter((it) => !risky.has(it))
          .map((text) => ({ ...judged(text, 'customer'), label: HONEST, kind: 'utterance' as const, hand })),
      ),
  ];
}

/** What the starter articles say, sentence by sentence: agents say it, too. */
function sentences(): string[] {
  const answers = seedArticles().flatMap(({ texts }) => Object.values(texts).map(({ answer }) => answer));
  return answers
    .flatMap((it) => it.split(/(?<=[。！？\n]|[.!?] )/u))
    .map((it) => it.trim())
    .filter((it) => it !== '');
}

/** The first hand wrote the plain files; every other has its own. */
function handOf(file: string): string {
  return /(?:train|dev)-(.+)\.jsonl$/u.exec(file)?.[1] ?? 'first';
}

/** How strange each example is to a model that has learnt from nobody of its hand. */
export function heldOut(all: readonly Example[]): number[] {
  const held = all.map(() => 0);
  // Honest or not is all that counts here, and one separator is learnt much sooner than thirteen.
  const plain = all.map((it) => ({ ...it, label: it.label === HONEST ? HONEST : RISKY }));
  const hands = [...new Set(all.map(({ kind, hand }) => `${kind} ${hand}`))];
  for (let part = 0; part < FOLDS; part += 1) {
    const isHeld = ({ kind, hand }: Example) => hands.indexOf(`${kind} ${hand}`) % FOLDS === part;
    const model = fit(rowsOf(plain.filter((it) => !isHeld(it))), settings);
    for (const [i, it] of all.entries()) if (isHeld(it)) held[i] = strangeness(model, it.text);
  }
  return held;
}

/** Learns from all examples; how to weigh it with what the lists find, and where to stop a text, come from hands held out. */
export function train(all: readonly Example[]): { model: RiskModel; recall: number } {
  const held = heldOut(all);
  const inputs = all.map((it, i) => riskInputs(held[i] as number, it.listed, it.direction));
  const risky = fitLogistic(
    inputs,
    all.map(({ label }) => label !== HONEST),
  );
  const chances = inputs.map((it) => headConfidence(risky, it));
  const cutFor = (most: number, of: (it: Example) => boolean) =>
    leastChance(
      chances.filter((_, i) => all[i]?.label === HONEST && of(all[i])),
      most,
    );
  const customers = Math.max(
    cutFor(MOST.utterances, ({ kind }) => kind === 'utterance'),
    cutFor(MOST.cases, ({ kind, direction }) => kind === 'case' && direction === 'customer'),
  );
  const agents = cutFor(MOST.agents, ({ direction }) => direction === 'agent');
  const found = all.filter(
    ({ label, direction }, i) =>
      label !== HONEST && (chances[i] as number) > (direction === 'agent' ? agents : customers),
  );
  const recall = found.length / all.filter(({ label }) => label !== HONEST).length;
  // One cut is enough when what an agent says weighs as much less as its cut is higher.
  const curve = risky.with(AGENT, (risky[AGENT] as number) + oddsOf(customers) - oddsOf(agents));
  const surely = Math.round(customers * 1e4) / 1e4;
  return { model: { ...coarse(fit(rowsOf(all), settings)), curves: { risky: curve }, surely }, recall };
}

/** The place of the agent among `riskInputs`. */
const AGENT = 4;

/** The logarithm of the odds, to four places. */
function oddsOf(chance: number): number {
  return Math.round(1e4 * Math.log(chance / (1 - chance))) / 1e4;
}

/** The least chance above which no more than a share of honest texts lies; one half when there are none. */
function leastChance(honest: readonly number[], most: number): number {
  return [...honest].sort((a, b) => b - a)[Math.floor(most * honest.length)] ?? 0.5;
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
    `${all.length} examples; of hands it has not learnt from, lists and model stop ${(100 * recall).toFixed(1)} % of the risky ones, above a chance of ${model.surely}; ${bytes.byteLength} bytes\n`,
  );
}

if (import.meta.main) main();
