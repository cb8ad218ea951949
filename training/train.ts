import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { loadModel, type Model } from '../functions/domain/understanding/model/model.ts';
import { normalize } from '../functions/domain/understanding/normalize.ts';
import { leafIds } from '../functions/domain/understanding/taxonomy.ts';
import { calibrate, score } from './calibrate.ts';
import { fitAside } from './aside.ts';
import { fit, type Settings } from './fit.ts';
import { readPhrasings } from './phrasings.ts';
import { print } from './print.ts';
import { report, type Report } from './report.ts';
import { readJsonLines, readUtterances, TrainingDataError, withoutRepeats, type Row } from './rows.ts';
import { bytesOf, writeWhole } from './save.ts';
import { productSettings, publicSettings } from './settings.ts';

const HERE = import.meta.dirname;
const ARTICLES = join(HERE, '../local/seed/articles');
const usage = `npm run train -- [--data FILE]… [--only] [--out DIR] [--force]

Trains the model that reads what customers say, and prints how good it is.

  --data FILE   JSON Lines with text and intent (optional: split, sentiment, urgent, wantsHuman), learnt beside the
                project's own utterances
  --only        learn from the --data files alone, whatever their labels; this is the default when --out is given
  --out DIR     where the model goes                                             [training/model]
  --force       promote the model even when it is worse than the one that is there`;

/** A new model may be this much worse on the gate and still be promoted: about one standard error. */
const TOLERANCE = 0.005;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true, default: [] },
      only: { type: 'boolean' },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  try {
    const only = values.only ?? (values.data.length > 0 && values.out !== undefined);
    const own = only
      ? []
      : [
          ...readUtterances(join(HERE, 'utterances'), ['train', 'dev', 'test'], new Set(leafIds)),
          ...readPhrasings(ARTICLES),
        ];
    const rows = withoutRepeats([...own, ...values.data.flatMap((file) => readJsonLines(file))], normalize);
    demandExamples(rows, only ? [] : leafIds);
    await train(rows, { only, out: values.out ?? join(HERE, 'model'), force: values.force });
  } catch (error) {
    if (!(error instanceof TrainingDataError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function train(
  rows: readonly Row[],
  { only, out, force }: { only: boolean; out: string; force: boolean },
): Promise<void> {
  const settings: Settings = {
    ...(only ? publicSettings : productSettings),
    progress: (done, of) => process.stderr.write(`\r${done + 1} of ${of} separators `),
  };
  const learning = rows.filter((it) => it.split === 'train');
  const dev = rows.filter((it) => it.split === 'dev');
  const test = rows.filter((it) => it.split === 'test');
  const held = dev.length > 0 ? dev : learning.filter((_, i) => i % 5 === 0);

  // Learnt with the dev rows on a core of its own, while this one calibrates and measures on rows the model has not seen.
  const whole = fitAside([...learning, ...dev], only ? 'public' : 'product');
  const first = fit(dev.length > 0 ? learning : learning.filter((_, i) => i % 5 !== 0), settings);
  const { trust, curves, surely } = calibrate(first, score(first, held));
  const measured = { ...first, trust, curves, surely };
  process.stderr.write('\n');
  print({
    dev: report(measured, score(measured, held)),
    ...(test.length > 0 && { test: report(measured, score(measured, test)) }),
  });

  const final: Model = { ...(await whole), trust, curves, surely };
  const gate = test.length > 0 ? report(final, score(final, test)) : undefined;
  promote(final, gate, { out, force });
}

/** Writes the model unless it is worse on the gate (the test split) than the one it would replace. */
function promote(
  model: Model,
  gate: Report | undefined,
  { out, force }: { out: string; force: boolean },
): void {
  const bytes = bytesOf(model);
  const before = join(out, 'gate.json');
  const earlier = existsSync(before) ? gateOf(readFileSync(before, 'utf8')) : undefined;
  if (gate && earlier !== undefined && gate.leaf < earlier - TOLERANCE && !force) {
    console.error(
      `not promoted: ${percent(gate.leaf)} of the gate right, the model in ${out} reached ${percent(earlier)}; --force overrides`,
    );
    process.exitCode = 2;
    return;
  }
  loadModel(bytes);
  writeWhole(out, 'understanding.bin', bytes);
  if (gate) writeWhole(out, 'gate.json', `${JSON.stringify({ leaf: gate.leaf, rows: gate.rows })}\n`);
  const packed = gzipSync(bytes, { level: 9 }).length;
  console.log(
    `${join(out, 'understanding.bin')}: ${model.keys.length} features, ${kB(bytes.length)}, ${kB(packed)} gzipped` +
      (gate ? `; gate ${percent(gate.leaf)} of ${gate.rows}` : ''),
  );
}

function gateOf(text: string): number | undefined {
  const value: unknown = JSON.parse(text);
  const found = typeof value === 'object' && value !== null && 'leaf' in value ? value.leaf : undefined;
  return typeof found === 'number' ? found : undefined;
}

function demandExamples(rows: readonly Row[], wanted: readonly string[]): void {
  const learning = new Set(rows.filter((it) => it.split === 'train').map((it) => it.intent));
  const missing = wanted.filter((id) => !learning.has(id));
  if (missing.length > 0)
    throw new TrainingDataError(`training/utterances/train: no examples of ${missing.join(', ')}`);
  if (learning.size < 2) throw new TrainingDataError('at least two intents with examples are needed');
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
