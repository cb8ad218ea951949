import { CloudUse } from '../../../schemas/cost.ts';
import { FactFlag, FactTime, type FactRow, Speaker } from '../../../schemas/facts.ts';
import type { Figures } from '../../../schemas/roll-up.ts';
import { Target } from '../../../schemas/target.ts';
import { addSketch, addValue, readSketch, writeSketch } from './sketch.ts';

type Counts<K extends string> = Partial<Record<K, number>>;

/** Figures while they are being counted. All sums are of whole numbers: their order never shows. */
export interface Tally {
  tickets: number;
  readonly flags: Counts<FactFlag>;
  readonly kept: Counts<Target>;
  readonly breached: Counts<Target>;
  readonly times: Map<FactTime, { total: number; sketch: Map<number, number> }>;
  scores: number;
  readonly messages: Counts<Speaker>;
  readonly used: Counts<CloudUse>;
  /** Tickets whose handling has a price, and the sum of it. */
  readonly labour: { tickets: number; microdollars: number };
}

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return {
    tickets: 0,
    flags: {},
    kept: {},
    breached: {},
    times: new Map(),
    scores: 0,
    messages: {},
    used: {},
    labour: { tickets: 0, microdollars: 0 },
  };
}

/** Counts one ticket more. */
export function addFacts(tally: Tally, facts: FactRow): void {
  tally.tickets += 1;
  for (const flag of facts.flags) add(tally.flags, flag, 1);
  for (const target of facts.kept) add(tally.kept, target, 1);
  for (const target of facts.breached) add(tally.breached, target, 1);
  for (const kind of FactTime.options) {
    for (const time of facts.times[kind] ?? []) {
      const spread = spreadOf(tally, kind);
      spread.total += time;
      addValue(spread.sketch, time);
    }
  }
  tally.scores += facts.score ?? 0;
  for (const speaker of Speaker.options) add(tally.messages, speaker, facts.messages[speaker]);
  for (const use of CloudUse.options) add(tally.used, use, facts.used[use]);
  if (facts.labour !== undefined) addLabour(tally, { tickets: 1, microdollars: facts.labour });
}

/** Counts everything that was counted elsewhere. */
export function addFigures(tally: Tally, figures: Figures): void {
  tally.tickets += figures.tickets;
  for (const flag of FactFlag.options) add(tally.flags, flag, figures.flags[flag]);
  for (const target of Target.options) {
    add(tally.kept, target, figures.kept[target]);
    add(tally.breached, target, figures.breached[target]);
  }
  for (const kind of FactTime.options) {
    const times = figures.times[kind];
    if (!times) continue;
    const spread = spreadOf(tally, kind);
    spread.total += times.total;
    addSketch(spread.sketch, readSketch(times.sketch));
  }
  tally.scores += figures.scores;
  for (const speaker of Speaker.options) add(tally.messages, speaker, figures.messages[speaker]);
  for (const use of CloudUse.options) add(tally.used, use, figures.used[use]);
  addLabour(tally, figures.labour);
}

/** What was counted, the same bytes for the same tickets. */
export function figuresOf(tally: Tally): Figures {
  const { tickets, flags, kept, breached, times, scores, messages, used, labour } = tally;
  return {
    tickets,
    flags: inOrder(FactFlag.options, flags),
    kept: inOrder(Target.options, kept),
    breached: inOrder(Target.options, breached),
    times: Object.fromEntries(
      FactTime.options.flatMap((kind) => {
        const spread = times.get(kind);
        return spread ? [[kind, { total: spread.total, sketch: writeSketch(spread.sketch) }]] : [];
      }),
    ),
    scores,
    messages: inOrder(Speaker.options, messages),
    used: inOrder(CloudUse.options, used),
    labour: { ...labour },
  };
}

/** The sum of figures. */
export function sumOf(all: Iterable<Figures>): Figures {
  const tally = emptyTally();
  for (const figures of all) addFigures(tally, figures);
  return figuresOf(tally);
}

/** The sums of figures by name. */
export function sumsBy<T extends { figures: Figures }>(
  rows: Iterable<T>,
  nameOf: (row: T) => string,
): Map<string, Figures> {
  const groups = Map.groupBy(rows, nameOf);
  return new Map([...groups].map(([name, of]) => [name, sumOf(of.map(({ figures }) => figures))]));
}

function spreadOf({ times }: Tally, kind: FactTime): { total: number; sketch: Map<number, number> } {
  const known = times.get(kind);
  if (known) return known;
  const made = { total: 0, sketch: new Map<number, number>() };
  times.set(kind, made);
  return made;
}

function addLabour({ labour }: Tally, { tickets, microdollars }: Figures['labour']): void {
  labour.tickets += tickets;
  labour.microdollars += microdollars;
}

function add<K extends string>(counts: Counts<K>, name: K, by = 0): void {
  const had: number | undefined = counts[name];
  if (by > 0) Object.assign(counts, { [name]: (had ?? 0) + by });
}

function inOrder<K extends string>(names: readonly K[], counts: Counts<K>): Counts<K> {
  const found: Counts<K> = {};
  for (const name of names) add(found, name, counts[name]);
  return found;
}
