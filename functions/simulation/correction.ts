import { itemAt } from '../domain/numbers.ts';
import type { Fared } from './planned-day.ts';

/** So often seats are added, taken away, and added again at the end: whatever happens, it ends. */
const ROUNDS = { up: 10, down: 12, end: 8 } as const;
/** What one round adds or takes, as a share of an interval's seats; one seat at least. */
const STEP = { up: 0.1, down: 0.05 } as const;

/** Plays the day with so many seats by interval, for each part of the search with other customers: luck with some does not last. */
export type Look = (seats: readonly number[], part: keyof typeof ROUNDS) => readonly Fared[];

/** How seats of the intervals of a day are searched. */
export interface Search {
  /** Share of those who come to be reached within the target. */
  readonly goal: number;
  /** By interval: fewer are not tried, more neither. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/**
 * Seats that keep the goal in every interval of a played day, near the fewest: intervals that miss it get more until none does, those with
 * slack get fewer as long as they and the next one keep it, and what that broke is mended. Slack is two standard errors at least, so that
 * luck takes no seat away. An interval that would need more than its most stays short.
 */
export function correctedSeats(look: Look, from: readonly number[], search: Search): number[] {
  const enough = moreWhereShort(look, from, search, 'up');
  const fewer = fewerWhereSlack(look, enough, search);
  return moreWhereShort(look, fewer, search, 'end');
}

/** Whether an interval misses the goal; one that nobody came to does not. */
export function isShort({ came, inTime }: Fared, goal: number): boolean {
  return came > 0 && inTime < goal * came;
}

function moreWhereShort(
  look: Look,
  from: readonly number[],
  { goal, most }: Search,
  part: 'up' | 'end',
): number[] {
  let seats = [...from];
  for (let round = 0; round < ROUNDS[part]; round += 1) {
    const fared = look(seats, part);
    const more = seats.map((count, at) =>
      isShort(itemAt(fared, at), goal)
        ? Math.max(count, Math.min(itemAt(most, at), count + Math.ceil(count * STEP.up)))
        : count,
    );
    if (more.every((count, at) => count === seats[at])) break;
    seats = more;
  }
  return seats;
}

function fewerWhereSlack(look: Look, from: readonly number[], { goal, least }: Search): number[] {
  let seats = [...from];
  const settled = new Set<number>();
  for (let round = 0; round < ROUNDS.down; round += 1) {
    // Neighbours take turns: a queue that one leaves is the next one's.
    const tried = [...seats.keys()].filter(
      (at) => at % 2 === round % 2 && !settled.has(at) && itemAt(seats, at) > itemAt(least, at),
    );
    if (tried.length === 0) continue;
    const trial = seats.map((count, at) =>
      tried.includes(at)
        ? Math.max(itemAt(least, at), count - Math.max(1, Math.floor(count * STEP.down)))
        : count,
    );
    const fared = look(trial, 'down');
    for (const at of tried) {
      const own = itemAt(fared, at);
      const next = fared[at + 1];
      if (hasSlack(own, goal) && !(next && isShort(next, goal))) continue;
      trial[at] = itemAt(seats, at);
      settled.add(at);
    }
    seats = trial;
  }
  return seats;
}

function hasSlack({ came, inTime, error }: Fared, goal: number): boolean {
  return came > 0 && inTime / came >= goal + 2 * error;
}
