/** Something that has its time. */
export interface Timed {
  readonly time: number;
  /** Of two with the same time, the one with the lower turn comes first. */
  readonly turn: number;
}

/** A binary heap: the earliest on top. */
export class Heap<T extends Timed> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  get first(): T | undefined {
    return this.items[0];
  }

  push(item: T): void {
    const { items } = this;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = items[up];
      if (!above || !isEarlier(item, above)) break;
      items[at] = above;
      at = up;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (!top || !last || items.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      const right = items[2 * at + 2];
      if (!left) break;
      const goesRight = right !== undefined && isEarlier(right, left);
      const child = goesRight ? right : left;
      if (!isEarlier(child, last)) break;
      items[at] = child;
      at = 2 * at + (goesRight ? 2 : 1);
    }
    items[at] = last;
    return top;
  }
}

function isEarlier(a: Timed, b: Timed): boolean {
  return a.time === b.time ? a.turn < b.turn : a.time < b.time;
}
