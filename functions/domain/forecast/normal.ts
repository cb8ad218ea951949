/** The share of the standard normal distribution below z: by the series of G. Marsaglia, "Evaluating the normal distribution" (2004). */
export function normalBelow(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let [sum, term] = [z, z];
  for (let k = 3; sum + term !== sum; k += 2) {
    term = (term * z * z) / k;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)));
}

/** The z below which the standard normal distribution has a share, by bisection: to 1e-9. */
export function normalAt(share: number): number {
  let [low, high] = [-8, 8];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
