import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { assessRisk } from '../functions/domain/risk/assess.ts';
import { compileRiskList } from '../functions/domain/risk/list/compile.ts';
import { loadRiskList, type RiskList } from '../functions/domain/risk/list/load.ts';
import { loadRiskModel, type RiskModel } from '../functions/domain/risk/learnt.ts';
import { RiskCategory, RiskDirection, type RiskFinding } from '../schemas/risk.ts';
import { readLists } from './compile.ts';

/** One line of a case file: what is said by whom, and the risk in it; null when it is honest. */
const RiskCase = z.strictObject({
  direction: RiskDirection,
  risk: z.nullable(RiskCategory),
  text: z.string(),
});
type RiskCase = z.infer<typeof RiskCase>;

export interface Score {
  readonly honest: number;
  /** Honest texts that are blocked or held. */
  readonly wronged: readonly RiskCase[];
  readonly flagged: number;
  readonly risky: number;
  /** Risky texts that are neither blocked nor held; despair of a customer only has to be flagged. */
  readonly missed: readonly RiskCase[];
  readonly byCategory: ReadonlyMap<RiskCategory, { cases: number; caught: number; named: number }>;
}

export function readCases(file: string): RiskCase[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((it) => it !== '').map((it) => RiskCase.parse(JSON.parse(it)));
}

export function starterList(): RiskList {
  return loadRiskList(compileRiskList(readLists(join(import.meta.dirname, 'terms'))).bytes);
}

export function score(cases: readonly RiskCase[], list: RiskList, model?: RiskModel): Score {
  const wronged: RiskCase[] = [];
  const missed: RiskCase[] = [];
  const byCategory = new Map<RiskCategory, { cases: number; caught: number; named: number }>();
  let flagged = 0;
  for (const it of cases) {
    const findings = assessRisk(it.text, list, { direction: it.direction, ...(model && { model }) });
    if (it.risk === null) {
      if (findings.some(stops)) wronged.push(it);
      else if (findings.length > 0) flagged += 1;
      continue;
    }
    const { risk } = it;
    const enough = (finding: RiskFinding) => stops(finding) || finding.category === 'self-harm';
    const caught = findings.some(enough);
    if (!caught) missed.push(it);
    const sum = byCategory.get(risk) ?? { cases: 0, caught: 0, named: 0 };
    byCategory.set(risk, {
      cases: sum.cases + 1,
      caught: sum.caught + (caught ? 1 : 0),
      named: sum.named + (findings.some((finding) => enough(finding) && finding.category === risk) ? 1 : 0),
    });
  }
  const risky = cases.filter(({ risk }) => risk !== null).length;
  return { honest: cases.length - risky, wronged, flagged, risky, missed, byCategory };
}

export function stops({ action }: RiskFinding): boolean {
  return action !== 'flag';
}

/** The customers' texts of the utterance files: `<mood><u><h> text`, headings in brackets, comments behind `#`. */
export function readUtterances(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((it) =>
    it.endsWith('.txt'),
  );
  return files.sort().flatMap((name) =>
    readFileSync(join(directory, name), 'utf8')
      .split('\n')
      .flatMap((line) => /^[+=!-]u?h? (\S.*?)(?: @\S+)?$/u.exec(line.trim())?.[1] ?? []),
  );
}

export function printScore(title: string, result: Score): void {
  const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  const { honest, wronged, risky, missed, flagged } = result;
  stdout.write(
    `${title}: honest ${honest}, false positives ${wronged.length} (${share(wronged.length, honest)}), ` +
      `flagged ${flagged} (${share(flagged, honest)}); risky ${risky}, recall ${share(risky - missed.length, risky)}\n`,
  );
  for (const category of RiskCategory.options) {
    const { cases, caught, named } = result.byCategory.get(category) ?? { cases: 0, caught: 0, named: 0 };
    stdout.write(
      `  ${category.padEnd(12)} ${String(cases).padStart(3)} cases, recall ${share(caught, cases).padStart(7)}, under its own name ${share(named, cases).padStart(7)}\n`,
    );
  }
}

/** `node risk/score.ts FILE [--model FILE] [--errors]`: scores the starter lists on a case file, with the learnt part if given. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { model: { type: 'string' }, errors: { type: 'boolean' } },
  });
  const [file = join(import.meta.dirname, 'cases/dev.jsonl')] = positionals;
  const list = starterList();
  const model = values.model === undefined ? undefined : loadRiskModel(readFileSync(values.model));
  const result = score(readCases(file), list, model);
  printScore(file, result);
  if (!values.errors) return;
  for (const it of [...result.wronged, ...result.missed]) {
    const findings = assessRisk(it.text, list, { direction: it.direction, ...(model && { model }) });
    const why = findings.map(
      ({ category, action, terms, excuse, disguise, learnt }) =>
        `${category} ${action} ${terms.join('+')} ${excuse ?? ''}${disguise ?? ''}${learnt ? '(learnt)' : ''}`,
    );
    stdout.write(`${it.direction} ${it.risk ?? 'honest'}: ${it.text}  ← ${why.join('; ')}\n`);
  }
}

if (import.meta.main) main();
