import { Heap, type Timed } from '../../../functions/memory/heap.ts';

interface Entry extends Timed {
  readonly run: () => unknown;
}

/** Virtual time: what is to happen, in order of time, and of planning when the time is the same. */
export class Schedule {
  now = 0;
  private planned = 0;
  private readonly heap = new Heap<Entry>();

  plan(time: number, run: () => unknown): void {
    this.heap.push({ time: Math.max(time, this.now), turn: this.planned++, run });
  }

  /** Lets everything happen up to a time, each thing to its end before the next. */
  async runUntil(end: number): Promise<void> {
    for (let next = this.heap.first; next && next.time <= end; next = this.heap.first) {
      this.heap.pop();
      this.now = next.time;
      const done = next.run();
      if (done instanceof Promise) await done;
    }
    this.now = end;
  }
}
