import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { described, HONEST, type RiskModel, strangeness } from '../functions/domain/risk/learnt.ts';
import { assessRisk } from '../functions/domain/risk/assess.ts';
import { sceneOf } from '../functions/domain/risk/context.ts';
import { findWords } from '../functions/domain/risk/find.ts';
import { read } from '../functions/domain/risk/fold.ts';
import { fit } from '../training/fit.ts';
import type { Row } from '../training/rows.ts';
import { bytesOf } from '../training/save.ts';
import { readCases, readUtterances, starterList, stops } from './score.ts';

const FOLDS = 4;
/** Most honest texts that may look risky to the model alone: of the hard ones of the case file, and of customers' utterances. */
const MOST_HARD = 0.02;
const MOST_UTTERANCES = 0.004;
const settings = { leastTexts: 1, cost: 1, mostFeatures: 24_000, seed: 1 };

interface Example {
  /** As `described` says it. */
  readonly text: string;
  readonly label: string;
  readonly kind: 'case' | 'utterance';
  /** Whether the lists already stop it, so that the model is not asked. */
  readonly stopped: boolean;
}

/** The examples: risky and hard honest messages of customers, and customers' utterances, which are honest. */
export function examples(): Example[] {
  const root = join(import.meta.dirname, '..');
  const cases = ['train', 'dev']
    .flatMap((name) => readCases(join(root, `risk/cases/${name}.jsonl`)))
    .filter((it) => it.direction === 'customer');
  const risky = new Set(cases.flatMap(({ risk, text }) => (risk === null ? [] : [text])));
  const utterances = readUtterances(join(root, 'training/utterances/train')).filter((it) => !risky.has(it));
  const list = starterList();
  const example = (text: string, label: string, kind: Example['kind']): Example => {
    const reading = read(text);
    const scene = sceneOf(list, reading, findWords(list, reading));
    const stopped = assessRisk(text, list, { direction: 'customer' }).some(stops);
    return { text: described(scene), label, kind, stopped };
  };
  return [
    ...cases.map(({ text, risk }) => example(text, risk ?? HONEST, 'case')),
    ...utterances.map((text) => example(text, HONEST, 'utterance')),
  ];
}

/** Learns from all examples; the margin comes from examples that the model had not learnt from. */
export function train(all: readonly Example[]): { model: RiskModel; recall: number } {
  const held = all.map(() => 0);
  for (let part = 0; part < FOLDS; part += 1) {
    const isHeld = (i: number) => i % FOLDS === part;
    const model = fit(rowsOf(all.filter((_, i) => !isHeld(i))), settings);
    for (const [i, { text }] of all.entries()) if (isHeld(i)) held[i] = strangeness(model, text);
  }
  const of = (wanted: (it: Example) => boolean) => held.filter((_, i) => wanted(all[i] ?? nothing));
  const margin = Math.max(
    quantile(
      of((it) => it.label === HONEST && it.kind === 'case' && !it.stopped),
      1 - MOST_HARD,
    ),
    quantile(
      of((it) => it.kind === 'utterance'),
      1 - MOST_UTTERANCES,
    ),
  );
  const risky = of((it) => it.label !== HONEST && !it.stopped);
  const recall = risky.filter((it) => it > margin).length / risky.length;
  const surely = Math.round(margin * 1000) / 1000;
  return { model: { ...fit(rowsOf(all), settings), surely }, recall };
}

const nothing: Example = { text: '', label: '', kind: 'case', stopped: false };
/** Cases are few beside the utterances: each counts this often. */
const REPEATS = 2;

function rowsOf(all: readonly Example[]): Row[] {
  return all.flatMap(({ text, label, kind }) => {
    const row: Row = { text, intent: label, split: 'train', at: '', author: '' };
    return kind === 'case' ? Array.from({ length: REPEATS }, () => row) : [row];
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
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
