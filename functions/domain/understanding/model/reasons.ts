import { quote, type Folded } from '../normalize.ts';
import type { Model } from './model.ts';
import type { Reading } from './read.ts';

const MOST = 3;
/** A word must bring this share of all that speaks for a label. */
const TELLING = 0.08;

/** The writer's own words that speak most for a column of the model, most telling first; overlapping ones are joined. */
export function wordsFor(model: Model, message: Folded, reading: Reading, column: number): string[] {
  const { features, rows, values } = reading;
  const columns = model.bias.length;
  const speaking: { start: number; end: number; weight: number }[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? -1;
    if (row < 0) continue;
    const weight =
      (values[i] as number) *
      (model.scale[row] as number) *
      (model.weights[row * columns + column] as number);
    if (weight > 0)
      speaking.push({
        start: features.spans[2 * i] as number,
        end: features.spans[2 * i + 1] as number,
        weight,
      });
  }
  const all = speaking.reduce((sum, it) => sum + it.weight, 0);
  const joined: typeof speaking = [];
  for (const it of speaking.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && it.start < last.end) {
      last.end = Math.max(last.end, it.end);
      last.weight += it.weight;
    } else joined.push({ ...it });
  }
  const telling = joined
    .filter(({ weight }) => weight >= all * TELLING)
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, MOST)
    .map(({ start, end }) => quote(message, start, end));
  return [...new Set(telling)].filter((it) => it !== '');
}
