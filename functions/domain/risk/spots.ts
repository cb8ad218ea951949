/** Places in a reading, in the order of their ends. */
export interface Spots {
  readonly starts: number[];
  readonly ends: number[];
}

export function addSpot(into: Map<number, Spots>, id: number, start: number, end: number): void {
  const known = into.get(id);
  if (!known) into.set(id, { starts: [start], ends: [end] });
  else if (known.starts.at(-1) !== start || known.ends.at(-1) !== end) {
    known.starts.push(start);
    known.ends.push(end);
  }
}

/** Whether one of the places covers the stretch. */
export function covers(spots: Spots | undefined, start: number, end: number): boolean {
  if (!spots) return false;
  for (let i = firstFrom(spots.ends, end); i < spots.ends.length; i += 1) {
    if ((spots.starts[i] as number) <= start) return true;
    // No phrase is longer than a list's longest word.
    if ((spots.ends[i] as number) > end + 60) return false;
  }
  return false;
}

/** The first index whose value is not below `at`, in values that do not fall. */
export function firstFrom(values: readonly number[], at: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
