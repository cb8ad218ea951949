import { readFileSync } from 'node:fs';
import { cpuUsage, stdout } from 'node:process';
import { assessRisk } from '../functions/domain/risk/assess.ts';
import { compileRiskList } from '../functions/domain/risk/list/compile.ts';
import { loadRiskList } from '../functions/domain/risk/list/load.ts';
import type { ListFile } from '../functions/domain/risk/list/parse.ts';
import { loadRiskModel } from '../functions/domain/risk/learnt.ts';
import { mask } from '../functions/domain/risk/personal-data.ts';
import { readLists } from '../risk/compile.ts';
import { printScore, readCases, readUtterances, score, starterList, stops } from '../risk/score.ts';

const TERMS = 500_000;
const ROOT = new URL('..', import.meta.url).pathname;

/**
 * The risk engine: how it scores on its case files and on customers' utterances, by its lists alone and with its model; then memory
 * and speed with the starter lists and 500,000 made-up terms. Medians of processor time.
 */
export async function benchRisk(): Promise<void> {
  scores();
  const lists = [...readLists(`${ROOT}risk/terms`), ...syntheticLists(TERMS)];
  const made = compileRiskList(lists);
  const load = median(Array.from({ length: 9 }, () => timed(() => loadRiskList(made.bytes))));
  const list = loadRiskList(made.bytes);
  stdout.write(
    `\n${made.words} words, ${made.nodes} nodes, ${(made.bytes.byteLength / 1e6).toFixed(1)} MB: ` +
      `${(made.bytes.byteLength / made.words).toFixed(1)} bytes a word; load ${load.toFixed(1)} ms\n`,
  );
  const texts = readUtterances(`${ROOT}training/utterances/dev`);
  const units = texts.reduce((sum, it) => sum + it.length, 0);
  const assess = () => texts.forEach((text) => assessRisk(text, list, { direction: 'customer' }));
  assess();
  const pass = median(Array.from({ length: 5 }, () => timed(assess)));
  stdout.write(
    `${texts.length} messages: ${((1000 * pass) / texts.length).toFixed(0)} µs each, ${((1e6 * pass) / units).toFixed(0)} ns a character\n`,
  );
  for (const [name, unit] of Object.entries(floods)) {
    const text = unit.repeat(Math.ceil(32_768 / unit.length));
    const spent = timed(() => [assessRisk(text, list, { direction: 'customer' }), mask(text)]);
    stdout.write(`32 KB of ${name}: ${spent.toFixed(0)} ms\n`);
  }
}

function scores(): void {
  const list = starterList();
  const model = loadRiskModel(readFileSync(`${ROOT}risk/model/risk.model.bin`));
  const ways = [{ name: 'lists alone' }, { name: 'lists and model', model }];
  for (const file of ['dev', 'test', 'test-ferry'])
    for (const way of ways)
      printScore(
        `${file}, ${way.name}`,
        score(readCases(`${ROOT}risk/cases/${file}.jsonl`), list, way.model),
      );
  for (const split of ['train', 'dev', 'test']) {
    const texts = readUtterances(`${ROOT}training/utterances/${split}`);
    for (const { name, ...way } of ways) {
      const stopped = texts.filter((it) =>
        assessRisk(it, list, { direction: 'customer', ...way }).some(stops),
      );
      stdout.write(
        `utterances ${split}, ${name}: ${stopped.length} of ${texts.length} stopped (${((100 * stopped.length) / Math.max(1, texts.length)).toFixed(2)} %)\n`,
      );
    }
  }
}

const floods = {
  'one character': '枪',
  'zero-width characters': '赌\u200b\u200b\u200b\u200b\u200b\u200b\u200b博',
  'lone surrogates': '\ud800',
  'right-to-left marks': '\u202e加微信\u202c',
  'spaced letters': 'a b ',
  digits: '1',
  'company without end': '枪卖',
};

/** Made-up Chinese terms of two to seven characters: the same number makes the same terms. */
function syntheticLists(count: number): ListFile[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  let state = 42;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  while (seen.size < count) {
    const length = 2 + next(6);
    // Squared, so that some characters are common and beginnings are shared, as in real lists.
    const term = Array.from({ length }, () =>
      String.fromCharCode(0x4e00 + Math.floor((next(3000) * next(3000)) / 3000)),
    ).join('');
    if (seen.has(term)) continue;
    seen.add(term);
    lines.push(`medium =${term}`);
  }
  return [{ name: 'spam.synthetic.txt', text: lines.join('\n') }];
}

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function timed(work: () => unknown): number {
  const start = cpuUsage();
  work();
  const { user, system } = cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
