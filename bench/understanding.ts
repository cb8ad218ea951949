import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fold } from '../functions/domain/understanding/normalize.ts';
import { confidencesOf } from '../functions/domain/understanding/model/confidence.ts';
import { loadModel, type Model } from '../functions/domain/understanding/model/model.ts';
import { read } from '../functions/domain/understanding/model/read.ts';
import { leafIds } from '../functions/domain/understanding/taxonomy.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import { calibrate, score } from '../training/calibrate.ts';
import { fit } from '../training/fit.ts';
import { readPhrasings } from '../training/phrasings.ts';
import { report } from '../training/report.ts';
import { readJsonLines, readUtterances, type Row } from '../training/rows.ts';
import { productSettings, publicSettings } from '../training/settings.ts';
import { seededRandom } from '../functions/memory/random.ts';

const ROOT = join(import.meta.dirname, '..');
const SHARED = join(ROOT, '../shared/data');

/** How well messages are understood, on the dev splits: public sets show the method, the project's own utterances the product. */
export function benchUnderstanding(): Promise<void> {
  if (existsSync(SHARED)) publicSets();
  else console.log(`Public sets left out: they are read from ${SHARED}, which is not here.`);
  ownMessages();
  cost();
  return Promise.resolve();
}

function publicSets(): void {
  print('banking77, all examples', rightOf(...splits('intent_en_banking77.jsonl')), '≥ 92.0');
  const [banking, bankingDev] = splits('intent_en_banking77.jsonl');
  const few = mean([1, 2, 3].map((seed) => rightOf(pick(banking, 20, seed), bankingDev)));
  print('banking77, 20 a class (3 draws)', few, '≥ 84.5');

  const clinc = lines('intent_en_clinc150.jsonl');
  const inScope = clinc.filter(({ intent }) => intent !== 'oos');
  const strange = clinc.filter(({ intent }) => intent === 'oos');
  const dev = inScope.filter(({ split }) => split === 'dev');
  const learning = clinc.filter(({ split }) => split === 'train');
  const first = fit(learning, publicSettings);
  const model = {
    ...first,
    ...calibrationOf(
      first,
      clinc.filter(({ split }) => split === 'dev'),
    ),
  };
  print('clinc150, in scope', right(model, dev), '≥ 94');
  print(
    'clinc150, out of scope caught at 5 % rejection',
    caught(
      model,
      dev,
      strange.filter(({ split }) => split === 'dev'),
    ),
    '≥ 80',
  );

  const xsid = lines('intent_zh_xsid.jsonl');
  const folds = Array.from({ length: 10 }, (_, n) =>
    rightOf(
      xsid.filter((_row, i) => i % 10 !== n),
      xsid.filter((_row, i) => i % 10 === n),
    ),
  );
  print('xSID Chinese, ten folds', mean(folds), '≥ 92');
  print('Chinese reviews, sentiment', rightOf(...splits('sentiment_zh_reviews.jsonl', 'sentiment')), '≥ 86');
}

function ownMessages(): void {
  const rows = [
    ...readUtterances(join(ROOT, 'training/utterances'), ['train', 'dev', 'test'], new Set(leafIds)),
    ...readPhrasings(join(ROOT, 'local/seed/articles')),
  ];
  const of = (split: string) => rows.filter((it) => it.split === split);
  const first = fit(of('train'), productSettings);
  const model = { ...first, ...calibrationOf(first, of('dev')) };
  for (const split of ['dev', 'test']) {
    const made = report(model, score(model, of(split)));
    print(`own ${split}: intent leaf`, made.leaf, '≥ 90');
    print(`own ${split}: among the first three`, made.topThree, '≥ 97');
    print(`own ${split}: category`, made.category, '≥ 96');
    print(`own ${split}: sentiment`, made.sentiment ?? 0, '≥ 85');
    print(`own ${split}: urgent found`, made.urgentRecall ?? 0, '≥ 97');
    print(`own ${split}: urgent false alarms`, made.urgentFalseAlarms ?? 0, '≤ 5');
    print(`own ${split}: wants a person, F1`, made.wantsHumanF1 ?? 0, '≥ 98');
  }
}

/** Time a message, and the size of what is shipped. Ratios count here, not the machine's milliseconds. */
function cost(): void {
  const path = join(ROOT, 'training/model/understanding.bin');
  const bytes = readFileSync(path);
  const before = performance.now();
  const model = loadModel(readFileSync(path));
  const load = performance.now() - before;
  const texts = readUtterances(join(ROOT, 'training/utterances'), ['dev'], new Set(leafIds)).map(
    (it) => it.text,
  );
  for (const text of texts) understand(text, {}, model);
  const times = texts
    .map((text) => {
      const start = performance.now();
      understand(text, {}, model);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  console.log(
    `${'a message, p50 and p99'.padEnd(52)}${at(0.5).toFixed(2)} ms, ${at(0.99).toFixed(2)} ms   ≤ 0.3, < 2`,
  );
  console.log(
    `${'model: size, gzipped'.padEnd(52)}${(bytes.length / 1e6).toFixed(2)} MB, ${(gzipSync(bytes, { level: 9 }).length / 1e6).toFixed(2)} MB   ≤ 3`,
  );
  console.log(`${'model: load'.padEnd(52)}${load.toFixed(1)} ms   ≤ 15`);
}

function lines(file: string, label = 'intent'): Row[] {
  return readJsonLines(join(SHARED, file), label);
}

function splits(file: string, label?: string): [Row[], Row[]] {
  const rows = lines(file, label);
  return [rows.filter((it) => it.split === 'train'), rows.filter((it) => it.split === 'dev')];
}

/** So many examples of each label, drawn by a seed. */
function pick(rows: readonly Row[], many: number, seed: number): Row[] {
  const random = seededRandom(seed);
  const drawn = new Map<string, number>();
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)
    .filter(({ intent }) => {
      const before = drawn.get(intent) ?? 0;
      drawn.set(intent, before + 1);
      return before < many;
    });
}

function calibrationOf(model: Model, held: readonly Row[]): Pick<Model, 'trust' | 'curves' | 'surely'> {
  const { trust, curves, surely } = calibrate(model, score(model, held));
  return { trust, curves, surely };
}

function rightOf(learning: readonly Row[], asked: readonly Row[]): number {
  return right(fit(learning, publicSettings), asked);
}

function right(model: Model, asked: readonly Row[]): number {
  return asked.filter(({ text, intent }) => best(model, text).label === intent).length / asked.length;
}

function best(model: Model, text: string): { label: string; confidence: number } {
  const confidences = confidencesOf(model, read(model, fold(text).text).scores);
  const confidence = Math.max(...confidences);
  return { label: model.labels[confidences.indexOf(confidence)] ?? '', confidence };
}

/** The share of strange texts rejected by the threshold, or the label, that rejects one in twenty of the known. */
function caught(model: Model, known: readonly Row[], strange: readonly Row[]): number {
  const trustIn = ({ text }: Row) => {
    const { label, confidence } = best(model, text);
    return label === 'oos' ? 0 : confidence;
  };
  const sorted = known.map(trustIn).sort((a, b) => a - b);
  const threshold = sorted[Math.floor(sorted.length / 20)] ?? 0;
  return strange.filter((row) => trustIn(row) < threshold).length / strange.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, it) => sum + it, 0) / values.length;
}

function print(what: string, share: number, goal: string): void {
  console.log(`${what.padEnd(52)}${(share * 100).toFixed(1).padStart(6)} %   ${goal}`);
}
