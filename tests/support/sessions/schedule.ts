import { Heap, type Timed } from '../../../functions/memory/heap.ts';

interface Entry extends Timed {
  readonly run: () => unknown;
}

/** So many things at the same moment never end: somebody asks to be woken at a time that has passed. */
const STANDSTILL = 100_000;

/** Virtual time: what is to happen, in order of time, and of planning when the time is the same. */
export class Schedule {
  now = 0;
  private planned = 0;
  private readonly heap = new Heap<Entry>();

  plan(time: number, run: () => unknown): void {
    this.heap.push({ time: Math.max(time, this.now), turn: this.planned++, run });
  }

  /** Lets everything happen up to a time, each thing to its end before the next. @throws when time stands still */
  async runUntil(end: number): Promise<void> {
    let standing = 0;
    for (let next = this.heap.first; next && next.time <= end; next = this.heap.first) {
      this.heap.pop();
      standing = next.time > this.now ? 0 : standing + 1;
      if (standing > STANDSTILL) throw new Error('time stands still');
      this.now = next.time;
      const done = next.run();
      if (done instanceof Promise) await done;
    }
    this.now = end;
  }
}
