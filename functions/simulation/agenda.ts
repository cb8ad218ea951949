/** What is due next: when, what kind, for whom, and one more number of its own. */
export interface Due {
  time: number;
  kind: number;
  who: number;
  extra: number;
}

const FIRST_ROOM = 1024;

/**
 * Everything that will happen, the earliest first; of two at the same time, the one asked for first. A binary heap in flat arrays of
 * numbers: nothing is made for the garbage collector, and a million entries take 33 MB.
 */
export class Agenda {
  readonly next: Due = { time: 0, kind: 0, who: 0, extra: 0 };
  private times = new Float64Array(FIRST_ROOM);
  private turns = new Float64Array(FIRST_ROOM);
  private kinds = new Uint8Array(FIRST_ROOM);
  private whos = new Int32Array(FIRST_ROOM);
  private extras = new Int32Array(FIRST_ROOM);
  private size = 0;
  private turn = 0;

  /** Time in milliseconds of the epoch. */
  add(time: number, kind: number, who: number, extra = 0): void {
    if (this.size === this.times.length) this.grow();
    this.turn += 1;
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((this.times[up] ?? 0) <= time) break;
      this.move(up, at);
      at = up;
    }
    this.put(at, time, this.turn, kind, who, extra);
  }

  /** Takes the earliest into `next`; false when there is none. */
  take(): boolean {
    if (this.size === 0) return false;
    const { next } = this;
    next.time = this.times[0] ?? 0;
    next.kind = this.kinds[0] ?? 0;
    next.who = this.whos[0] ?? 0;
    next.extra = this.extras[0] ?? 0;
    this.size -= 1;
    if (this.size > 0) this.sink();
    return true;
  }

  /** Puts what was last where the top was. */
  private sink(): void {
    const last = this.size;
    const [time, turn] = [this.times[last] ?? 0, this.turns[last] ?? 0];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.isEarlier(child + 1, this.times[child] ?? 0, this.turns[child] ?? 0))
        child += 1;
      if (!this.isEarlier(child, time, turn)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, time, turn, this.kinds[last] ?? 0, this.whos[last] ?? 0, this.extras[last] ?? 0);
  }

  private isEarlier(at: number, time: number, turn: number): boolean {
    const own = this.times[at] ?? 0;
    return own === time ? (this.turns[at] ?? 0) < turn : own < time;
  }

  private put(at: number, time: number, turn: number, kind: number, who: number, extra: number): void {
    this.times[at] = time;
    this.turns[at] = turn;
    this.kinds[at] = kind;
    this.whos[at] = who;
    this.extras[at] = extra;
  }

  private move(from: number, to: number): void {
    this.put(
      to,
      this.times[from] ?? 0,
      this.turns[from] ?? 0,
      this.kinds[from] ?? 0,
      this.whos[from] ?? 0,
      this.extras[from] ?? 0,
    );
  }

  private grow(): void {
    const room = this.times.length * 2;
    this.times = wider(new Float64Array(room), this.times);
    this.turns = wider(new Float64Array(room), this.turns);
    this.kinds = wider(new Uint8Array(room), this.kinds);
    this.whos = wider(new Int32Array(room), this.whos);
    this.extras = wider(new Int32Array(room), this.extras);
  }
}

function wider<T extends { set(from: ArrayLike<number>): void }>(to: T, from: ArrayLike<number>): T {
  to.set(from);
  return to;
}
