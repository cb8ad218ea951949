import { seededRandom } from '../functions/memory/random.ts';

/** Rows of features in compressed form: row `i` has the columns `index[start[i]..start[i+1])` with their `value`s. */
export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** What one separator is asked: +1 for its own, −1 for others, 0 for rows it must not learn from. */
export type Signs = Int8Array;

const EPOCHS = 60;
const PRECISION = 0.05;

/**
 * A linear separator by dual coordinate descent for the squared hinge loss (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008,
 * algorithm 1): minimises ½‖w‖² + Σ cost·max(0, 1 − y·w·x)². The last entry of the result is the bias, learnt as a column that is
 * always 1. The same seed visits the rows in the same order, so the same data gives the same bytes.
 */
export function separate(
  { rows, columns, start, index, value }: Sparse,
  signs: Signs,
  cost: (row: number) => number,
  seed: number,
): Float64Array {
  const w = new Float64Array(columns + 1);
  const alpha = new Float64Array(rows);
  const order = Int32Array.from({ length: rows }, (_, i) => i).filter((i) => signs[i] !== 0);
  const norms = new Float64Array(rows);
  const slack = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    let sum = 1;
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k += 1) sum += (value[k] ?? 0) ** 2;
    norms[i] = sum;
    slack[i] = 1 / (2 * cost(i));
  }
  const random = seededRandom(seed);
  let active = order.length;
  let bound = Infinity;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    let most = -Infinity;
    let least = Infinity;
    for (let n = 0; n < active; n += 1) {
      const swap = n + Math.floor(random() * (active - n));
      const i = order[swap] ?? 0;
      order[swap] = order[n] ?? 0;
      order[n] = i;
      const y = signs[i] ?? 0;
      const from = start[i] ?? 0;
      const to = start[i + 1] ?? 0;
      let product = w[columns] ?? 0;
      for (let k = from; k < to; k += 1) product += (w[index[k] as number] as number) * (value[k] as number);
      const before = alpha[i] as number;
      const gradient = y * product - 1 + (slack[i] as number) * before;
      if (before === 0) {
        if (gradient > bound) {
          // It has been right by a wide margin: leave it out until the end.
          active -= 1;
          order[n] = order[active] as number;
          order[active] = i;
          n -= 1;
          continue;
        }
        if (gradient >= 0) {
          least = Math.min(least, 0);
          most = Math.max(most, 0);
          continue;
        }
      }
      most = Math.max(most, gradient);
      least = Math.min(least, gradient);
      if (Math.abs(gradient) < 1e-12) continue;
      const after = Math.max(before - gradient / ((norms[i] as number) + (slack[i] as number)), 0);
      const step = (after - before) * y;
      alpha[i] = after;
      w[columns] = (w[columns] as number) + step;
      for (let k = from; k < to; k += 1) {
        const j = index[k] as number;
        w[j] = (w[j] as number) + step * (value[k] as number);
      }
    }
    if (most - least < PRECISION) {
      if (active === order.length) break;
      active = order.length;
      bound = Infinity;
      continue;
    }
    bound = most <= 0 ? Infinity : most;
  }
  return w;
}
