import type { ArticleText } from '../../../schemas/article.ts';
import { f32 } from '../retrieval/numbers.ts';

/** Where the words of a text point to, as numbers whose squares sum to 1. */
export type Direction = Float32Array;
/** Tells where the words of a text point to; nothing where none of them is known, as in Chinese so far. */
export type MeaningOf = (text: string) => Direction | undefined;

/** Entries by their number, as an index of articles has them. */
interface Texts {
  textOf(entry: number): ArticleText;
}

/** Entries whose ways of asking are compared by meaning: the likeliest by everything else. */
const COMPARED = 8;
/** Entries whose directions are kept after they were read. */
const MOST_KEPT = 2000;

/** Directions of the entries' ways of asking, read when first needed; forgotten with their index. */
const kept = new WeakMap<Texts, Map<number, readonly Direction[]>>();

/**
 * How near each of these entries comes to what a question means: the cosine between the question and the nearest of the entry's title
 * and phrasings, less the mean of those compared. `entries` are given best first; the first eight are compared, the others come as
 * near as the farthest of these. An entry without phrasings is known by its words alone, and neither gains nor loses.
 */
export function nearness(
  index: Texts,
  text: string,
  entries: readonly number[],
  meaningOf: MeaningOf,
): readonly number[] {
  const asked = meaningOf(text);
  if (!asked) return entries.map(() => 0);
  const compared = entries
    .slice(0, COMPARED)
    .map((entry) => directionsOf(index, entry, meaningOf)?.map((it) => cosine(asked, it)));
  const known = compared.flatMap((cosines) => (cosines?.length ? [Math.max(...cosines)] : []));
  if (known.length === 0) return entries.map(() => 0);
  const mean = known.reduce((sum, it) => sum + it, 0) / known.length;
  const farthest = Math.min(...known);
  return entries.map((_, i) => {
    if (i >= COMPARED) return farthest - mean;
    const cosines = compared[i];
    return cosines ? Math.max(farthest, ...cosines) - mean : 0;
  });
}

/** Where each way of asking points to; nothing for an entry without phrasings. */
function directionsOf(index: Texts, entry: number, meaningOf: MeaningOf): readonly Direction[] | undefined {
  const { title, phrasings } = index.textOf(entry);
  if (phrasings.length === 0) return undefined;
  const known = kept.get(index) ?? new Map<number, readonly Direction[]>();
  const found = known.get(entry);
  if (found) return found;
  const directions = [title, ...phrasings].flatMap((it) => meaningOf(it) ?? []);
  if (known.size >= MOST_KEPT) known.clear();
  kept.set(index, known.set(entry, directions));
  return directions;
}

function cosine(a: Direction, b: Direction): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += f32(a, i) * f32(b, i);
  return sum;
}
