/** What an environment of the function remembers of the language model's last calls. */
export interface Breaker {
  /** Calls in a row that brought no reply. */
  readonly failures: number;
  /** Not asked before this time, in milliseconds since 1970. */
  readonly pausedUntil: number;
}

/** Nothing went wrong yet. */
export const calm: Breaker = { failures: 0, pausedUntil: 0 };

/** Failures in a row after which the model is left alone. */
const PATIENCE = 3;

/** How long, for the first time; doubled by every further failure, up to the most. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 15 * 60_000;

/** Whether the model may be asked; after a pause one call tries, and decides by its outcome. */
export function mayAsk({ pausedUntil }: Breaker, now: Date): boolean {
  return now.getTime() >= pausedUntil;
}

/** What is remembered after a call: a reply forgets all failures, and from the third failure in a row on there is a pause. */
export function afterCall({ failures }: Breaker, replied: boolean, now: Date): Breaker {
  if (replied) return calm;
  const inRow = failures + 1;
  if (inRow < PATIENCE) return { failures: inRow, pausedUntil: 0 };
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(inRow - PATIENCE, 10));
  return { failures: inRow, pausedUntil: now.getTime() + pause };
}
