import type { QueuePerformance } from '../../../schemas/staffing.ts';

/** A queue whose customers give up: load in erlang, times in seconds. */
interface ImpatientQueue {
  readonly load: number;
  readonly slots: number;
  readonly handlingSeconds: number;
  readonly patienceSeconds: number;
  readonly targetSeconds: number;
}

/**
 * Erlang A (M/M/n+M) exactly, from the share `blocked` that Erlang B gives for the same load and slots.
 *
 * With x = nμ/θ, y = λ/θ and A(x, y) = 1 + Σ yʲ / ((x+1)…(x+j)): C. Palm, "Research on telephone traffic carried by full availability
 * groups", Tele 1957; as written by A. Mandelbaum and S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue", 2007.
 * The wait a customer is offered has the density λπₙ₋₁ exp(λ(1−e^−θt)/θ − nμt) (F. Baccelli, G. Hebuterne, "On queues with impatient
 * customers", 1981); the service level is its integral times the share e^−θt that is still there.
 */
export function palmA(queue: ImpatientQueue, blocked: number): QueuePerformance {
  const { load, slots, handlingSeconds, patienceSeconds, targetSeconds } = queue;
  const x = (slots * patienceSeconds) / handlingSeconds;
  const y = (load * patienceSeconds) / handlingSeconds;
  const all = lnA(x, y);
  const waitProbability = blocked === 0 ? 0 : 1 / (1 + ((1 - blocked) / blocked) * Math.exp(-all));

  /** Of those who wait, the share that is served, and the share that is served only after the target. */
  const inTime = Math.exp(-targetSeconds / patienceSeconds);
  const share = x / (x + 1);
  const servedOfWaiting = share * Math.exp(lnA(x + 1, y) - all);
  const tooLate =
    share *
    Math.exp((x + 1) * (-targetSeconds / patienceSeconds) + y * (1 - inTime) + lnA(x + 1, y * inTime) - all);

  const abandonment = waitProbability * between01(1 - servedOfWaiting);
  return {
    serviceLevel: between01(1 - waitProbability + waitProbability * (servedOfWaiting - tooLate)),
    waitProbability,
    averageWaitSeconds: abandonment * patienceSeconds,
    occupancy: (load * (1 - abandonment)) / slots,
    abandonment,
  };
}

/** Differences of nearly equal shares end a hair outside. */
function between01(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** The logarithm of A(x, y), because A itself overflows as soon as customers are patient and many. */
function lnA(x: number, y: number): number {
  const GREAT = 1e250;
  let [term, sum, taken] = [1, 1, 0];
  for (let k = 1; ; k += 1) {
    const ratio = y / (x + k);
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < 1e-17 * sum * (1 - ratio)) return taken + Math.log(sum);
    if (sum > GREAT) {
      term /= GREAT;
      sum /= GREAT;
      taken += Math.log(GREAT);
    }
  }
}
