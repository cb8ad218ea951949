import type { TicketEvent } from '../../schemas/events.ts';

/** Events of one ticket whose numbers follow one another. */
export type Run = readonly [TicketEvent, ...TicketEvent[]];

/** With the longest texts, still what one push can carry. */
const MOST = 8;

/** The runs that events make, in whatever order their tickets are mixed. */
export function runsOf(events: readonly TicketEvent[]): Run[] {
  const runs: [TicketEvent, ...TicketEvent[]][] = [];
  const current = new Map<string, [TicketEvent, ...TicketEvent[]]>();
  for (const event of events) {
    const run = current.get(event.ticketId);
    if (run && run.length < MOST && run.at(-1)?.number === event.number - 1) run.push(event);
    else {
      const next: [TicketEvent, ...TicketEvent[]] = [event];
      current.set(event.ticketId, next);
      runs.push(next);
    }
  }
  return runs;
}
