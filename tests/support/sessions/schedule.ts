/** Chance that can be had again: the same seed gives the same numbers in [0, 1). */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => unknown;
}

/** Virtual time: what is to happen, in order of time, and of planning when the time is the same. */
export class Schedule {
  now = 0;
  private planned = 0;
  private readonly heap: Entry[] = [];

  plan(at: number, run: () => unknown): void {
    const entry = { at: Math.max(at, this.now), order: this.planned++, run };
    let index = this.heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.heap[parent];
      if (!above || before(above, entry)) break;
      this.heap[index] = above;
      index = parent;
    }
    this.heap[index] = entry;
  }

  /** Lets everything happen up to a time, each thing to its end before the next. */
  async runUntil(end: number): Promise<void> {
    for (let next = this.heap[0]; next && next.at <= end; next = this.heap[0]) {
      this.removeFirst();
      this.now = next.at;
      const done = next.run();
      if (done instanceof Promise) await done;
    }
    this.now = end;
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = this.heap[2 * index + 1];
      const right = this.heap[2 * index + 2];
      const child = left && right && before(right, left) ? 2 * index + 2 : 2 * index + 1;
      const lesser = this.heap[child];
      if (!lesser || before(last, lesser)) break;
      this.heap[index] = lesser;
      index = child;
    }
    this.heap[index] = last;
  }
}

function before(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
