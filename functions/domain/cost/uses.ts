import { CloudUse } from '../../../schemas/cost.ts';
import type { EventType, TicketEvent } from '../../../schemas/events.ts';

/** After something was said, a customer's client is taken to stay open until something more is said, for so long at most. */
const STAYS_OPEN_MS = 120_000;
/** Conversations that share an agent’s client and what it asks, assumed. */
export const SHARE_A_CLIENT = 3;
/** What timers write. */
const byTimer: readonly EventType[] = [
  'TargetWarned',
  'TargetBreached',
  'TicketEscalated',
  'RouteWidened',
  'OfferPassed',
];

/**
 * What a ticket has used of the cloud, by its history. `handling`: for how long agents had it (milliseconds); so long their clients,
 * which three conversations share, asked where it stood.
 */
export function cloudUseOf(
  events: readonly TicketEvent[],
  handling: number | undefined,
): Partial<Record<CloudUse, number>> {
  const uses: Record<CloudUse, number> = {
    accepted: events.filter(({ type }) => type === 'TicketAccepted').length,
    timers: events.filter(({ type }) => byTimer.includes(type)).length,
    'client-seconds': Math.round((customerOpen(events) + (handling ?? 0) / SHARE_A_CLIENT) / 1000),
  };
  return Object.fromEntries(CloudUse.options.flatMap((use) => (uses[use] > 0 ? [[use, uses[use]]] : [])));
}

/** Milliseconds that the customer's client was open. */
function customerOpen(events: readonly TicketEvent[]): number {
  const said = events
    .filter(
      ({ type, actor }) => (type === 'MessageSent' || type === 'SurveyAnswered') && actor.kind !== 'system',
    )
    .map(({ occurredAt }) => Date.parse(occurredAt));
  return said.reduce((open, time, at) => {
    const next = said[at + 1];
    return open + (next === undefined ? STAYS_OPEN_MS : Math.min(next - time, STAYS_OPEN_MS));
  }, 0);
}
