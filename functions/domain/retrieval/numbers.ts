/** Whole numbers from 0, in half the room where they are small. */
export type Numbers = Uint16Array | Uint32Array;

/** Room for numbers that are all below a bound. */
export function numbersBelow(bound: number, length: number): Numbers {
  return bound <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}
