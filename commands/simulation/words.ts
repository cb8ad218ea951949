import type { Difference, Report } from '../../schemas/simulation.ts';
import { percent, seconds } from '../kefu/words.ts';

/** A report as people read it. */
export function reportInWords({
  days,
  counts,
  waits,
  kept,
  occupancy,
  fairness,
  cost,
  ...shares
}: Report): string {
  const lines = [
    `${counts.opened} tickets in ${days} ${days === 1 ? 'day' : 'days'}: ${counts.settledByBot} settled by the bot alone, ${counts.settledByAgent} by people, ${counts.gaveUp} gave up waiting${shares.abandonment === undefined ? '' : ` (${percent(shares.abandonment)} of those who waited)`}, ${counts.unfinished} unfinished${reopenedInWords(counts)}`,
    '',
    row('waited for a person', ['times', 'mean', 'p50', 'p90', 'p99']),
    ...Object.entries(waits).map(([name, { count, mean, p50, p90, p99 }]) =>
      row(`  ${name}`, [String(count), ...[mean, p50, p90, p99].map((it) => seconds(tenth(it)))]),
    ),
    '',
    row('promises kept', ['of', 'share']),
    ...Object.entries(kept).map(([name, { count, share }]) =>
      row(`  ${name}`, [String(count), percent(share)]),
    ),
    '',
    row('agents', ['hours', 'busy', 'seats', 'fairness']),
    ...Object.entries(occupancy).map(([name, { hours, busy, seats }]) =>
      row(`  ${name}`, [
        String(Math.round(hours)),
        percent(busy),
        percent(seats),
        fairness[name]?.toFixed(3) ?? '–',
      ]),
    ),
    '',
    `the standby pool opened ${counts.standbyOpenings} ×, for ${Math.round(counts.standbySeconds / 60)} minutes; ${counts.escalations} rungs were climbed, ${counts.transferred} conversations changed hands`,
    `cost: labour $${cost.labour.toFixed(0)}, cloud $${cost.cloud.toFixed(2)} (${counts.writeUnits} write units)${cost.perTicket === undefined ? '' : `, $${cost.perTicket.toFixed(4)} a ticket`}`,
  ];
  return `${lines.join('\n')}\n`;
}

function reopenedInWords({ reopened }: Report['counts']): string {
  return reopened === 0 ? '' : `; ${reopened} of them counted once more, because they were reopened`;
}

/** Figures side by side: those that people decide by, or all. */
export function differencesInWords(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'nothing changed\n';
  const rows = differences.map(({ figure, before, after }) => {
    const change =
      before !== undefined && after !== undefined && before !== 0 ? (after - before) / before : undefined;
    const sign = change === undefined ? '' : `${change > 0 ? '+' : ''}${percent(change)}`;
    return row(`  ${figure}`, [shown(before), shown(after), sign]);
  });
  return `${[row('figure', ['as it is', 'what if', 'change']), ...rows].join('\n')}\n`;
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(30)}${cells.map((it) => it.padStart(14)).join('')}`;
}

function shown(value: number | undefined): string {
  if (value === undefined) return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 4 : 1);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
