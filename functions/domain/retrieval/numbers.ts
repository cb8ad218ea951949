/** Whole numbers from 0, in half the room where they are small. */
export type Numbers = Uint16Array | Uint32Array;

/** Room for numbers that are all below a bound. */
export function numbersBelow(bound: number, length: number): Numbers {
  return bound <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}

/*
 * What stands at a place; 0 beyond the end. One function for each kind of array: code that reads several kinds is several
 * times slower, and these are read a hundred thousand times a question.
 */
export const u8 = (from: Uint8Array, place: number): number => from[place] ?? 0;
export const u32 = (from: Uint32Array, place: number): number => from[place] ?? 0;
export const f32 = (from: Float32Array, place: number): number => from[place] ?? 0;
export const small = (from: Numbers, place: number): number => from[place] ?? 0;
export const nth = (from: readonly number[], place: number): number => from[place] ?? 0;
