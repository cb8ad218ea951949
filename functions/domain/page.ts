import type { TicketEvent } from '../../schemas/events.ts';

/** The first events that together take no more than this many bytes as JSON; one at least. */
export function withinBytes(events: readonly TicketEvent[], limit: number): readonly TicketEvent[] {
  let bytes = 0;
  const end = events.findIndex((event, at) => {
    bytes += new TextEncoder().encode(JSON.stringify(event)).length;
    return bytes > limit && at > 0;
  });
  return end === -1 ? events : events.slice(0, end);
}
