import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Sent } from './check.ts';

const Line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('try'),
    ticketId: z.string(),
    commandId: z.string(),
    after: z.number(),
    changes: z.boolean(),
  }),
  z.object({ kind: z.literal('answer'), commandId: z.string(), number: z.number() }),
]);
type Line = z.infer<typeof Line>;

/** A write that a process has begun. */
export type Begun = Sent & { changes: boolean };

/** What one process has tried and been answered, in a file that survives its end; the order is that of its deeds. */
export class Journal {
  readonly writes = new Map<string, Begun>();
  private readonly path: string;
  private readonly sender: string;

  constructor(path: string, sender: string) {
    this.path = path;
    this.sender = sender;
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    // What comes after the last line break was cut off by the end of the process.
    for (const line of text.split('\n').slice(0, -1)) this.take(Line.parse(JSON.parse(line)));
  }

  /** Notes that a write is about to be sent for the first time. */
  begin(write: Omit<Begun, 'sender' | 'acknowledged'>): void {
    this.note({ kind: 'try', ...write });
  }

  /** Notes what was answered. */
  answered(commandId: string, number: number): void {
    this.note({ kind: 'answer', commandId, number });
  }

  private note(line: Line): void {
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
    this.take(line);
  }

  private take(line: Line): void {
    if (line.kind === 'try') {
      const { kind: _, ...write } = line;
      this.writes.set(line.commandId, { ...write, sender: this.sender });
    } else {
      const write = this.writes.get(line.commandId);
      if (write) write.acknowledged = line.number;
    }
  }
}
