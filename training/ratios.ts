import { separate, type Signs, type Sparse } from './svm.ts';

/** With fewer texts of its own, and with a smaller share of all, a label's counts say too little: leaves lose half a point by them. */
const ENOUGH_TEXTS = 800;
const ENOUGH_SHARE = 0.03;
const SMOOTHING = 1;
const COST = 0.5;

/**
 * A separator averaged with a second one that sees every feature multiplied by how much oftener it stands in the label's texts than in
 * others, as a logarithm (Wang and Manning, ACL 2012, "NB-SVM"). Both are linear in the same features, so their mean is one separator. It
 * helps where a label has many texts, such as a sentiment: a point for moods, four for the wish for a person.
 */
export function withRatios(
  separator: Float64Array,
  data: Sparse,
  signs: Signs,
  { cost, features, seed }: { cost: (row: number) => number; features: number; seed: number },
): Float64Array {
  const own = signs.filter((it) => it > 0).length;
  if (own < Math.max(ENOUGH_TEXTS, ENOUGH_SHARE * signs.length)) return separator;
  const ratios = ratiosOf(data, signs, features);
  const value = data.value.map((it, k) => it * (ratios[data.index[k] ?? 0] ?? 1));
  const second = separate({ ...data, value }, signs, (row) => COST * cost(row), seed);
  return separator.map((weight, column) => (weight + (second[column] ?? 0) * (ratios[column] ?? 1)) / 2);
}

/** ln of each feature's share in the label's texts ÷ its share in the others; 1 for columns that count nothing. */
function ratiosOf({ rows, columns, start, index }: Sparse, signs: Signs, features: number): Float64Array {
  const own = new Float64Array(features).fill(SMOOTHING);
  const others = new Float64Array(features).fill(SMOOTHING);
  for (let row = 0; row < rows; row += 1) {
    const sign = signs[row] ?? 0;
    if (sign === 0) continue;
    const counts = sign > 0 ? own : others;
    for (let k = start[row] ?? 0; k < (start[row + 1] ?? 0); k += 1) {
      const column = index[k] ?? 0;
      if (column < features) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  const ratios = new Float64Array(columns + 1).fill(1);
  const total = (counts: Float64Array) => counts.reduce((sum, it) => sum + it, 0);
  const scale = total(others) / total(own);
  for (let column = 0; column < features; column += 1)
    ratios[column] = Math.log(((own[column] ?? 1) / (others[column] ?? 1)) * scale);
  return ratios;
}
