/**
 * Weights of 1 ÷ (1 + e^−(w·x)) by Newton's method on the log loss with a light ridge (10⁻³) that keeps them finite. Give a constant 1
 * among the inputs for an offset. Rounded to four places, so that every machine writes the same bytes.
 */
export function fitLogistic(inputs: readonly (readonly number[])[], wanted: readonly boolean[]): number[] {
  const size = inputs[0]?.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const gradient: number[] = weights.map((it) => RIDGE * it);
    const bends: number[][] = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)));
    for (const [n, x] of inputs.entries()) {
      const p = 1 / (1 + Math.exp(-dot(weights, x)));
      const error = p - (wanted[n] ? 1 : 0);
      const bend = Math.max(p * (1 - p), 1e-9);
      for (let i = 0; i < size; i += 1) {
        gradient[i] = (gradient[i] ?? 0) + error * (x[i] ?? 0);
        const row = bends[i] ?? [];
        for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + bend * (x[i] ?? 0) * (x[j] ?? 0);
      }
    }
    const step = solve(bends, gradient);
    weights = weights.map((it, i) => it - (step[i] ?? 0));
  }
  return weights.map((it) => Math.round(it * 10_000) / 10_000);
}

const RIDGE = 1e-3;

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, it, i) => sum + it * (b[i] ?? 0), 0);
}

/** Gaussian elimination; the matrix is positive definite, so no rows need to change places. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let i = 0; i < size; i += 1) {
    const pivot = rows[i]?.[i] ?? 1;
    for (let below = i + 1; below < size; below += 1) {
      const factor = (rows[below]?.[i] ?? 0) / pivot;
      rows[below] = (rows[below] ?? []).map((it, j) => it - factor * (rows[i]?.[j] ?? 0));
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    const known = (rows[i] ?? [])
      .slice(i + 1, size)
      .reduce((sum, it, k) => sum + it * (result[i + 1 + k] ?? 0), 0);
    result[i] = ((rows[i]?.[size] ?? 0) - known) / (rows[i]?.[i] ?? 1);
  }
  return result;
}
