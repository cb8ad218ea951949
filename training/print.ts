import type { Report } from './report.ts';

const rows: readonly [string, (it: Report) => number | undefined][] = [
  ['intent, leaf', (it) => it.leaf],
  ['among the first three', (it) => it.topThree],
  ['topic', (it) => it.topic],
  ['category', (it) => it.category],
  ['acted on', (it) => it.acted],
  ['right when acted on', (it) => it.rightWhenActing],
  ['calibration error', (it) => it.calibrationError],
  ['sentiment', (it) => it.sentiment],
  ['urgent found', (it) => it.urgentRecall],
  ['urgent false alarms', (it) => it.urgentFalseAlarms],
  ['wants a person, F1', (it) => it.wantsHumanF1],
];

/** Prints reports side by side, then the weakest labels, the commonest confusions and the abstention curve of the first. */
export function print(reports: Readonly<Record<string, Report>>): void {
  const columns = Object.entries(reports);
  const [first] = Object.values(reports);
  if (!first) return;
  console.log(
    `\n${line(
      '',
      columns.map(([name, it]) => `${name} (${it.rows})`),
    )}`,
  );
  for (const [name, of] of rows)
    if (columns.some(([, it]) => of(it) !== undefined))
      console.log(
        line(
          name,
          columns.map(([, it]) => percent(of(it))),
        ),
      );

  console.log('\nActing on the surest share, and how often that is right:');
  for (const { acted, right, confidence } of first.abstention)
    console.log(line(percent(acted), [percent(right), `confidence ≥ ${confidence.toFixed(2)}`]));

  console.log('\nWeakest labels:');
  const weakest = Object.entries(first.perLabel)
    .sort(([, a], [, b]) => a.right / a.rows - b.right / b.rows)
    .slice(0, 12);
  for (const [label, { right, rows: all }] of weakest) console.log(line(label, [`${right} of ${all}`]));

  console.log('\nCommonest confusions:');
  for (const { wanted, guessed, rows: times } of first.confusions.slice(0, 12))
    console.log(`  ${times} × ${wanted} taken for ${guessed}`);
  console.log('');
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(44)}${cells.map((it) => it.padStart(14)).join('')}`;
}

function percent(part: number | undefined): string {
  return part === undefined ? '' : `${(part * 100).toFixed(1)} %`;
}
