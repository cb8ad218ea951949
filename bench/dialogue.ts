import { join } from 'node:path';
import { stdout } from 'node:process';
import { CUTS, type Cuts, optionsOf } from '../functions/domain/dialogue.ts';
import { botMayAnswer, leafIds, parentOf } from '../functions/domain/understanding/taxonomy.ts';
import { calibrate, score } from '../training/calibrate.ts';
import { fit } from '../training/fit.ts';
import { readUtterances, type Row, type Split } from '../training/rows.ts';
import { productSettings } from '../training/settings.ts';
import { type Deed, type Replayed, replayer } from './replay.ts';

const ROOT = join(import.meta.dirname, '..');
/**
 * Every message of the exams as the first of a conversation: what becomes of it, and how often that is right. The model is fitted to
 * train and calibrated on dev, because the one that ships has learned from dev as well.
 */
export async function benchDialogue(): Promise<void> {
  const rows = readUtterances(join(ROOT, 'training/utterances'), ['train', 'dev', 'test'], new Set(leafIds));
  const of = (split: Split) => rows.filter((it) => it.split === split);
  const fitted = fit(of('train'), productSettings);
  const { trust, curves, surely } = calibrate(fitted, score(fitted, of('dev')));
  const replay = replayer({ ...fitted, trust, curves, surely });
  for (const split of ['dev', 'test'] as const) {
    const all: Replayed[] = [];
    for (const row of of(split)) all.push(await replay(row));
    tell(split, all);
    if (split === 'dev') tellCuts(all);
  }
}

function tell(split: string, all: readonly Replayed[]): void {
  const of = (...deeds: Deed[]) => all.filter(({ deed }) => deeds.includes(deed));
  const settled = of('answers', 'guides');
  const alone = all.filter(({ row }) => isForBot(row));
  const which = of('asks which');
  const line = (what: string, part: number, whole: number) =>
    stdout.write(
      `${`${split}: ${what}`.padEnd(58)}${((part / whole) * 100).toFixed(1).padStart(6)} %  (${part} of ${whole})\n`,
    );
  line('answered', of('answers').length, all.length);
  line('guided by a kit', of('guides').length, all.length);
  line('asked which is meant', which.length, all.length);
  line('asked openly', of('asks openly').length, all.length);
  line('handed to a person', of('hands over').length, all.length);
  line(
    'answered or guided, of what the bot may settle',
    settled.filter(({ row }) => isForBot(row)).length,
    alone.length,
  );
  line('answers and kits about the right leaf', settled.filter(isRight).length, settled.length);
  line(
    'answers whose article serves the right leaf',
    of('answers').filter(isServed).length,
    of('answers').length,
  );
  line(
    'handed over of what the bot may settle',
    of('hands over').filter(({ row }) => isForBot(row)).length,
    alone.length,
  );
  tellReasons(of('hands over').filter(({ row }) => isForBot(row)));
  line(
    'answered though a person was needed',
    settled.filter(({ row }) => row.urgent || row.wantsHuman).length,
    settled.length,
  );
  line(
    'questions that offer the right leaf',
    which.filter(({ row, options }) => options.includes(row.intent)).length,
    which.length,
  );
}

/** Why it handed over what it might have settled, most often first. */
function tellReasons(all: readonly Replayed[]): void {
  const counts = new Map<string, number>();
  for (const { reason = '' } of all) {
    const plain = reason.replace(/:.*|(?<=a person must settle) .*/su, '');
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 6);
  stdout.write(`${most.map(([reason, count]) => `  ${count} ${reason}`).join('\n')}\n`);
}

/** What the labels leave to the bot. */
function isForBot({ intent, urgent, wantsHuman }: Row): boolean {
  return botMayAnswer(intent) && !urgent && !wantsHuman;
}

function isRight({ row, taken }: Replayed): boolean {
  return taken === row.intent || (taken !== undefined && taken === row.secondary);
}

function isServed({ row, about }: Replayed): boolean {
  return about.includes(row.intent) || about.includes(parentOf(row.intent) ?? row.intent);
}

/** What other cuts would offer where the bot asks. */
function tellCuts(all: readonly Replayed[]): void {
  const asked = all.filter(({ deed }) => deed === 'asks which' || deed === 'asks openly');
  stdout.write(
    `\nnear noise likely  offers  right  of offers  options  wrong options a question (${asked.length} on dev)\n`,
  );
  for (const near of [0.15, 0.25, 0.35, 0.5])
    for (const noise of [0.05, 0.08, 0.1, 0.15])
      for (const likely of [0.15, 0.2, 0.3]) tellCut({ near, noise, likely }, asked);
  stdout.write('\n');
}

function tellCut(cuts: Cuts, asked: readonly Replayed[]): void {
  const offers = asked.map(({ row, understanding }) => ({ row, options: optionsOf(understanding, cuts) }));
  const made = offers.filter(({ options }) => options.length > 0);
  const right = made.filter(({ row, options }) => options.includes(row.intent)).length;
  const shown = made.reduce((sum, { options }) => sum + options.length, 0);
  const used = cuts.near === CUTS.near && cuts.noise === CUTS.noise && cuts.likely === CUTS.likely;
  stdout.write(
    `${cuts.near.toFixed(2)}  ${cuts.noise.toFixed(2)}  ${cuts.likely.toFixed(2)} ` +
      `${String(made.length).padStart(7)} ${String(right).padStart(6)} ${((right / made.length) * 100).toFixed(1).padStart(8)} % ` +
      `${(shown / made.length).toFixed(2).padStart(8)} ${((shown - right) / made.length).toFixed(2).padStart(8)}${used ? '  <- in use' : ''}\n`,
  );
}
