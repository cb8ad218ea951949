import type { RiskCategory, RiskExcuse } from '../../../schemas/risk.ts';
import type { Found, Hit } from './find.ts';
import { gap, type Reading } from './fold.ts';
import type { Rule } from './list/book.ts';
import type { RiskList } from './list/load.ts';
import { countWords } from './signs.ts';
import { covers, firstFrom, type Spots } from './spots.ts';

/** A text with what was found in it, ready for questions about what stands near what. */
export interface Scene {
  readonly reading: Reading;
  readonly found: Found;
  readonly words: Int32Array;
  readonly list: RiskList;
}

/** Distances in words; a Chinese character counts as one. */
const NEAR = 24;
const AFTER = 10;
const REFUSED = 8;
const SCENE = 80;
const categories = 12;

export function sceneOf(list: RiskList, reading: Reading, found: Found): Scene {
  return { reading, found, words: countWords(reading), list };
}

/** The company that makes a rule's word count, as places; undefined when some is missing. */
export function companyOf(scene: Scene, hit: Hit, rule: Rule): [number, number][] | undefined {
  const places: [number, number][] = [];
  let end = hit.end;
  for (const [after, ids] of rule[3]) {
    const place = after
      ? nearest(scene, ids, { start: end, end, before: 0, behind: AFTER })
      : nearest(scene, ids, { start: hit.start, end, before: NEAR, behind: NEAR });
    if (!place) return undefined;
    places.push(place);
    if (after) end = place[1];
  }
  return places;
}

/** Whether a phrase is around the word that makes it harmless in this category. */
export function isHarmless({ found }: Scene, { start, end }: Hit, category: number): boolean {
  return covers(found.harmless.get(category), start, end);
}

/** Whether somebody offers something around the word. */
export function isOffered(scene: Scene, hit: Hit): boolean {
  return count(scene, hit, 'offer', NEAR) > 0;
}

/** Whether the text holds a harmless phrase, or says that it tells, asks about rules or speaks of a work or toy. */
export function isExplained({ found, list }: Scene): boolean {
  const ids = explaining.flatMap((name) => list.book.classes[name] ?? []);
  return (
    [...found.harmless.keys()].some((it) => it < categories) ||
    ids.some((id) => (found.classes.get(id)?.ends.length ?? 0) > 0)
  );
}

/** Whether the text neither explains itself nor asks nor names a matter: it only says what it says. */
export function isBare(scene: Scene): boolean {
  const { found, list } = scene;
  const ids = ['matter', 'question', 'story', 'refusal'].flatMap((name) => list.book.classes[name] ?? []);
  return !isExplained(scene) && ids.every((id) => !found.classes.has(id));
}

const explaining = ['victim', 'third-person', 'report', 'concern', 'fiction'];

/** How strongly the text speaks for each excuse: 0 not at all, 1 once, 1.5 more than once. */
export function excuseOf(scene: Scene, hit: Hit, excuse: RiskExcuse, category: RiskCategory): number {
  if (excuse === 'refusal') return refuses(scene, hit) ? 1 : 0;
  if (excuse === 'quote') return isQuoted(scene.reading, hit) && count(scene, hit, 'said') > 0 ? 1 : 0;
  const name =
    excuse === 'third-person' ? (othersClass[category] ?? excuse) : excuse === 'anger' ? 'matter' : excuse;
  return [0, 1, 1.5][count(scene, hit, name)] ?? 0;
}

/** To name somebody excuses neither a threat nor an insult: there it takes words that say who was threatened or insulted. */
const othersClass: Partial<Record<RiskCategory, string>> = { violence: 'threatened', hate: 'insulted' };

/** How many words of a class are around the word: none, one, or two and more. */
function count(scene: Scene, { start, end }: Hit, name: string, within = SCENE): number {
  const id = scene.list.book.classes[name];
  if (id === undefined) return 0;
  const place = nearest(scene, [id], { start, end, before: within, behind: within });
  if (!place) return 0;
  const [from, to] = [Math.min(start, place[0]), Math.max(end, place[1])];
  const other =
    nearest(scene, [id], { start: from, end: to, before: within, behind: within }) ??
    (place[0] >= end ? nearest(scene, [id], { start, end: start, before: within, behind: -1 }) : undefined);
  return other ? 2 : 1;
}

/** "Do not", "never" and the like shortly before the word, in the same sentence. */
function refuses(scene: Scene, hit: Hit): boolean {
  const id = scene.list.book.classes['refusal'];
  if (id === undefined) return false;
  const place = nearest(scene, [id], { start: hit.start, end: hit.start, before: REFUSED, behind: -1 });
  if (!place) return false;
  for (let i = place[1]; i <= hit.start; i += 1) if (scene.reading.gaps[i] === gap.stop) return false;
  return true;
}

/** The nearest place of one of the classes that does not overlap the stretch: behind it, else before it. */
function nearest(
  scene: Scene,
  ids: readonly number[],
  { start, end, before, behind }: { start: number; end: number; before: number; behind: number },
): [number, number] | undefined {
  for (const id of ids) {
    const spots = scene.found.classes.get(id);
    if (!spots) continue;
    const place =
      nextPlace(scene, id, spots, { end, behind }) ?? lastPlace(scene, id, spots, { start, before });
    if (place) return place;
  }
  return undefined;
}

function nextPlace(
  { words, found }: Scene,
  id: number,
  spots: Spots,
  { end, behind }: { end: number; behind: number },
): [number, number] | undefined {
  for (let i = firstFrom(spots.ends, end + 1); i < spots.ends.length; i += 1) {
    const [from = 0, to = 0] = [spots.starts[i], spots.ends[i]];
    const distance = (words[from] as number) - (words[end] as number);
    if (from >= end && distance > behind) return undefined;
    if (from >= end && !covers(found.harmless.get(categories + id), from, to)) return [from, to];
  }
  return undefined;
}

function lastPlace(
  { words, found }: Scene,
  id: number,
  spots: Spots,
  { start, before }: { start: number; before: number },
): [number, number] | undefined {
  for (let i = firstFrom(spots.ends, start + 1) - 1; i >= 0; i -= 1) {
    const [from = 0, to = 0] = [spots.starts[i], spots.ends[i]];
    if ((words[start] as number) - (words[to] as number) > before) return undefined;
    if (!covers(found.harmless.get(categories + id), from, to)) return [from, to];
  }
  return undefined;
}

const opening = '“「『‘"《【\'';
const closing = '”」』’"》】\'';
/** Farthest quotation mark from a quoted word, in units. */
const QUOTED = 30;

function isQuoted({ original, from, to }: Reading, { start, end }: Hit): boolean {
  const [first, last] = [from[start] as number, to[end - 1] as number];
  const has = (marks: string, text: string) => Array.from(text).some((it) => marks.includes(it));
  return (
    has(opening, original.slice(Math.max(0, first - QUOTED), first)) &&
    has(closing, original.slice(last, last + QUOTED))
  );
}
