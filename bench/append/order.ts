/** Decides who goes on: everything that happens in a history waits for its turn between two steps. */
export interface Order {
  /** Begins all that `start` begins, and ends when nothing is left to do. */
  play(start: () => void): Promise<void>;
  /** Begins something that goes on by itself, step by step. It must not fail. */
  begin(deed: () => Promise<void>): void;
  /** Waits for the next turn; for the first `held` turns from now only if nobody else can go on. */
  step(held?: number): Promise<unknown>;
}

interface Waiting {
  goOn: (value: undefined) => void;
  from: number;
}

/** Lets chance decide: one deed at a time, from the end of one wait to the beginning of its next. */
export class SeededOrder implements Order {
  private readonly random: () => number;
  private readonly waiting: Waiting[] = [];
  private turn = 0;
  private running = 0;
  private end: (value: undefined) => void = () => undefined;

  constructor(random: () => number) {
    this.random = random;
  }

  play(start: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.end = resolve;
      // Nobody goes on before everybody has begun.
      this.running = 1;
      start();
      this.rest();
    });
  }

  begin(deed: () => Promise<void>): void {
    this.running += 1;
    void deed().then(() => this.rest());
  }

  step(held = 0): Promise<undefined> {
    return new Promise((goOn) => {
      this.waiting.push({ goOn, from: this.turn + held });
      this.rest();
    });
  }

  /** Somebody waits or has come to the end: when nobody runs, the next one is chosen. */
  private rest(): void {
    this.running -= 1;
    if (this.running > 0) return;
    const at = this.choice();
    const next = this.waiting[at];
    if (!next) {
      this.end(undefined);
      return;
    }
    this.waiting.splice(at, 1);
    this.turn += 1;
    this.running = 1;
    next.goOn(undefined);
  }

  private choice(): number {
    let ready = 0;
    let soonest = 0;
    this.waiting.forEach(({ from }, at) => {
      if (from <= this.turn) ready += 1;
      if (from < (this.waiting[soonest]?.from ?? 0)) soonest = at;
    });
    if (ready === 0) return soonest;
    let left = Math.floor(this.random() * ready);
    return this.waiting.findIndex(({ from }) => from <= this.turn && left-- === 0);
  }
}
