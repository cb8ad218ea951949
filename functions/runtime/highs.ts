import * as highsModule from 'highs';
import type { Programme, Row, Solve } from '../domain/staffing/programme.ts';

/**
 * HiGHS as a solver, from 3.5 MB of WebAssembly that stand beside its code: single-threaded, so the same programme has the same solution.
 * All programmes together get so many seconds; a solution within `gap` of the least cost will do, for people will change a roster anyway.
 */
export async function highsSolver({ seconds = 120, gap = 0.001 } = {}): Promise<Solve> {
  const load: unknown = highsModule.default;
  if (!isLoader(load)) throw new TypeError('the package highs has changed: it exports no function');
  const highs = await load();
  const until = performance.now() + seconds * 1000;
  return (programme) => {
    const left = Math.max(0.1, (until - performance.now()) / 1000);
    const answer = highs.solve(inWords(programme), {
      output_flag: false,
      mip_rel_gap: gap,
      time_limit: left,
      random_seed: 0,
    });
    if (answer.Status === 'Infeasible') return { kind: 'impossible' };
    if (answer.Status !== 'Optimal')
      return { kind: 'gave-up', why: `the solver gave up after ${seconds} s: ${answer.Status}` };
    const columns = answer.Columns;
    return { kind: 'solved', values: programme.costs.map((_, at) => columns[`x${at}`]?.Primal ?? 0) };
  };
}

/** The package's types are those of its CommonJS form; here it is an ES module, and its default export the function itself. */
function isLoader(exported: unknown): exported is typeof highsModule.default.default {
  return typeof exported === 'function';
}

/** The programme in the LP format of CPLEX, which HiGHS reads. */
function inWords({ costs, rows }: Programme): string {
  const names = costs.map((_, at) => `x${at}`);
  return [
    'Minimize',
    ` cost: ${sumOf(costs.map((times, variable) => ({ variable, times })))}`,
    'Subject To',
    ...rows.flatMap(rowInWords),
    'General',
    ` ${names.join('\n ')}`,
    'End',
  ].join('\n');
}

function rowInWords({ terms, least, most }: Row, at: number): string[] {
  const sum = sumOf(terms);
  return [
    ...(least === undefined ? [] : [` l${at}: ${sum} >= ${least}`]),
    ...(most === undefined ? [] : [` m${at}: ${sum} <= ${most}`]),
  ];
}

/** One term a line: the format has a greatest length of line. */
function sumOf(terms: Row['terms']): string {
  return terms
    .map(({ times, variable }) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} x${variable}`)
    .join('\n   ');
}
