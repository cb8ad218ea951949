import { quote, type Folded } from './normalize.ts';

/**
 * Cues by name, one a line: `weight any|of|these & together|with|one|of|these`. `@class` stands for a class of words, `*` ends a
 * beginning. Weights are half points; a negative one speaks against the name.
 */
export type Lexicon = Readonly<Record<string, string>>;

/** What the text says for one name. */
export interface Evidence {
  readonly score: number;
  /** The words that speak for it, as the writer wrote them, strongest first. */
  readonly reasons: readonly string[];
}

export interface CueBook {
  /** Terms by their first two characters; each knows the groups it satisfies. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly cues: readonly Cue[];
  /** How much each group tells when its cue is met only in part; empty where parts do not count. */
  readonly telling: readonly number[];
}

interface Term {
  readonly text: string;
  readonly open: boolean;
  readonly groups: number[];
}

interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly groups: readonly number[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every further cue for the same name tells less that is new. */
const decay = 0.7;
const mostReasons = 4;

/** Reads a lexicon once, so that a text can be matched in one pass. */
export function compile(
  lexicon: Lexicon,
  classes: Readonly<Record<string, string>>,
  hints: 'hints' | 'no-hints',
): CueBook {
  const groupIds = new Map<string, number>();
  const cues: Cue[] = [];
  for (const [name, lines] of Object.entries(lexicon)) {
    for (const line of lines.split('\n').map((it) => it.trim())) {
      if (!line) continue;
      const gap = line.indexOf(' ');
      const groups = line.slice(gap + 1).split(' & ');
      const weight = Number(line.slice(0, gap)) / 2;
      cues.push({ name, weight, groups: groups.map((it) => idOf(groupIds, it)) });
    }
  }
  return { cues, terms: indexTerms(groupIds, classes), telling: hints === 'hints' ? tellingOf(cues) : [] };
}

/** Everything the text says, by name; names nothing speaks for are absent. */
export function readCues(book: CueBook, folded: Folded): Map<string, Evidence> {
  const found = findGroups(book, folded.text);
  const findings = new Map<string, Findings>();
  for (const cue of book.cues) {
    const met = cue.groups.every((it) => found.has(it));
    const hint = met || cue.weight < 0 ? 0 : hintOf(cue, found, book);
    if (!met && hint === 0) continue;
    const known = findings.get(cue.name) ?? { met: [], hint: 0, half: cue };
    if (met) known.met.push(cue);
    findings.set(cue.name, hint > known.hint ? { ...known, hint, half: cue } : known);
  }
  const evidence = new Map<string, Evidence>();
  for (const [name, { met, hint, half }] of findings) {
    const score = scoreOf(met.map((it) => it.weight)) + hint;
    const cues = met.some((it) => it.weight > 0) ? met : [half];
    if (score > 0) evidence.set(name, { score, reasons: reasonsOf(cues, found, folded) });
  }
  return evidence;
}

/** What the text has for one name: its cues, and the best of those it only has a part of. */
interface Findings {
  readonly met: Cue[];
  readonly hint: number;
  readonly half: Cue;
}

/** A cue met in part counts this share, less the more names its words belong to. */
const hintShare = 0.2;
const commonWord = 12;

function hintOf({ weight, groups }: Cue, found: ReadonlyMap<number, Span>, book: CueBook): number {
  const telling = groups.reduce(
    (most, it) => (found.has(it) ? Math.max(most, book.telling[it] ?? 0) : most),
    0,
  );
  return hintShare * weight * telling;
}

/** How much each group tells, 0 to 1: all when one name uses it, nothing when a dozen do. */
function tellingOf(cues: readonly Cue[]): number[] {
  const names: Set<string>[] = [];
  for (const { name, weight, groups } of cues) {
    if (weight > 0) for (const group of groups) (names[group] ??= new Set()).add(name);
  }
  return Array.from(names, (it?: Set<string>) =>
    Math.max(0, 1 - Math.log(it?.size ?? commonWord) / Math.log(commonWord)),
  );
}

function scoreOf(weights: readonly number[]): number {
  const against = weights.filter((it) => it < 0).reduce((sum, it) => sum + it, 0);
  return weights
    .filter((it) => it > 0)
    .sort((a, b) => b - a)
    .reduce((sum, weight, rank) => sum + weight * decay ** rank, against);
}

function reasonsOf(cues: readonly Cue[], found: ReadonlyMap<number, Span>, folded: Folded): string[] {
  const quotes = cues
    .filter((it) => it.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((cue) => {
      const spans = cue.groups.flatMap((it) => found.get(it) ?? []).sort((a, b) => a.start - b.start);
      return [...new Set(spans.map((it) => quote(folded, it.start, it.end)))].join(' … ');
    });
  return [...new Set(quotes)].filter((it) => it !== '').slice(0, mostReasons);
}

/** The groups with a term in the text, each with the place of its first one, the longest there. */
function findGroups({ terms }: CueBook, text: string): Map<number, Span> {
  const found = new Map<number, Span>();
  for (let start = 0; start < text.length; start += 1) {
    const first = text.charAt(start);
    const latin = isWord(first);
    if (latin && isWord(text[start - 1])) continue;
    const pair = terms.get(first + nextOf(text, start, latin));
    if (pair) matchTerms(pair, text, start, found);
    const single = terms.get(first);
    if (single) matchTerms(single, text, start, found);
  }
  return found;
}

function matchTerms(terms: readonly Term[], text: string, start: number, found: Map<number, Span>): void {
  for (const term of terms) {
    const end = endOf(term, text, start);
    if (end < 0) continue;
    for (const group of term.groups) {
      const known = found.get(group);
      if (!known || (known.start === start && known.end < end)) found.set(group, { start, end });
    }
  }
}

/** The second character as terms are written: without apostrophes, hyphens or spaces between Chinese characters. */
function nextOf(text: string, start: number, latin: boolean): string {
  const next = text.charAt(start + 1);
  if (next === "'") return text.charAt(start + 2);
  if (next === '-') return ' ';
  return next === ' ' && !latin ? text.charAt(start + 2) : next;
}

/** Where the term ends when it stands at `start`, else -1. Apostrophes do not count, and a hyphen is a space. */
function endOf({ text: term, open }: Term, text: string, start: number): number {
  let at = start;
  for (let i = 0; i < term.length; at += 1) {
    const [wanted, read] = [term[i], text[at]];
    if (read === wanted || (wanted === ' ' && read === '-')) i += 1;
    else if (read !== "'" && !(read === ' ' && !isWord(wanted) && wanted !== ' ')) return -1;
  }
  if (open || !isWord(term.at(-1))) return at;
  let end = at;
  while (end < at + 4 && (isWord(text[end]) || text[end] === "'")) end += 1;
  return !isWord(text[end]) && endings.has(text.slice(at, end)) ? end : -1;
}

/** What an English word may end in and stay the same word. */
const endings = new Set(['', 's', 'es', 'd', 'ed', 'ing', "'s", "'", 'r', 'er', 'ers', 'rs', 'ly']);

function isWord(character: string | undefined): boolean {
  return (
    character !== undefined &&
    ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9'))
  );
}

function indexTerms(
  groupIds: ReadonlyMap<string, number>,
  classes: Readonly<Record<string, string>>,
): Map<string, Term[]> {
  const groupsOf = new Map<string, number[]>();
  for (const [group, id] of groupIds) {
    for (const term of new Set(expand(group, classes))) {
      const list = groupsOf.get(term);
      if (list) list.push(id);
      else groupsOf.set(term, [id]);
    }
  }
  const index = new Map<string, Term[]>();
  for (const [written, groups] of groupsOf) {
    const open = written.endsWith('*');
    const term = { text: open ? written.slice(0, -1) : written, open, groups };
    const key = term.text.slice(0, 2);
    const list = index.get(key);
    if (list) list.push(term);
    else index.set(key, [term]);
  }
  return index;
}

/** The terms of a group, its classes written out. */
export function expand(group: string, classes: Readonly<Record<string, string>>): string[] {
  return group
    .split('|')
    .flatMap((it) => (it.startsWith('@') ? (classes[it.slice(1)] ?? '').split('|') : [it]));
}

function idOf(ids: Map<string, number>, key: string): number {
  const id = ids.get(key) ?? ids.size;
  ids.set(key, id);
  return id;
}
