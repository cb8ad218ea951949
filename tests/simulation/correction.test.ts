import { describe, expect, it } from 'vitest';
import { correctedSeats, type Look } from '../../functions/simulation/correction.ts';

/** A desk on which 100 come to each interval and each seat reaches so many of them in time; `looks` counts. */
function desk(reach: readonly number[], error = 0.001) {
  const looks: number[][] = [];
  const look: Look = (seats) => {
    looks.push([...seats]);
    return seats.map((count, at) => ({ came: 100, inTime: Math.min(100, count * (reach[at] ?? 0)), error }));
  };
  return { looks, look };
}

const search = { goal: 0.9, least: [1, 1, 1], most: [40, 40, 40] };

describe('the search for seats', () => {
  it('adds where the promise is missed and takes away where there is slack', () => {
    const { look } = desk([10, 20, 5]);

    expect(correctedSeats(look, [5, 8, 15], search)).toEqual([9, 5, 19]);
  });

  it('takes nothing away within the reach of luck', () => {
    const { look } = desk([10, 20, 5], 0.2);

    expect(correctedSeats(look, [12, 8, 20], search)).toEqual([12, 8, 20]);
  });

  it('ends where no number of seats is enough', () => {
    const { look, looks } = desk([0, 0, 0]);

    expect(correctedSeats(look, [5, 5, 5], { ...search, most: [16, 16, 16] })).toEqual([16, 16, 16]);
    expect(looks.length).toBeLessThanOrEqual(30);
  });

  it('does not go below what must be there, nor look at times when nobody comes', () => {
    const nobody: Look = (seats) => seats.map(() => ({ came: 0, inTime: 0, error: 0 }));
    const { look } = desk([100, 100, 100]);

    expect(correctedSeats(look, [5, 5, 5], { ...search, least: [3, 1, 5] })).toEqual([3, 1, 5]);
    expect(correctedSeats(nobody, [2, 0, 2], search)).toEqual([2, 0, 2]);
  });

  it('gives seats back to an interval whose neighbour pays for it', () => {
    // The second is reached in time only while the first has nine.
    const look: Look = ([first = 0]) => [
      { came: 100, inTime: 100, error: 0.001 },
      { came: 100, inTime: first >= 9 ? 92 : 10, error: 0.2 },
    ];

    const [first = 0] = correctedSeats(look, [12, 4], { goal: 0.9, least: [1, 1], most: [40, 40] });

    expect(first).toBe(9);
  });
});
