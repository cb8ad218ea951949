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

/** DynamoDB ends a page at 1 MB of UTF-8; a unit of JSON is at most three bytes of that. */
const SURELY_WHOLE_UNITS = 250_000;

/** Whether a page of rows is the last one: it has fewer than were asked for, and not because they were too large for one page. */
export function isLastPage(rows: readonly object[], limit: number): boolean {
  return rows.length === 0 || (rows.length < limit && JSON.stringify(rows).length < SURELY_WHOLE_UNITS);
}
