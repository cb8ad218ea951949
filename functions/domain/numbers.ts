/** What stands at a place that is surely there. @throws RangeError when it is not: then whoever asks is wrong */
export function itemAt<T>(list: { readonly [place: number]: T; readonly length: number }, place: number): T {
  const item = list[place];
  if (item === undefined) throw new RangeError(`there is no place ${place} among ${list.length}`);
  return item;
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** NaN of nothing. */
export function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
