import type { EventType } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { QueuePlace } from '../domain/views.ts';
import { isNotable, placeAfter, placeText } from '../domain/waiting.ts';
import type { Platform, Uses } from './platform.ts';
import { pusher, type Pushing, SocketsBusyError } from './push.ts';

type Needs = Uses<{ tickets: 'listWaiting'; agents: 'list'; capacity: 'get' }> &
  Pushing &
  Pick<Platform, 'incident' | 'now'>;

/** A queue is looked at this often at most, and only its first so many are told. */
const EVERY_MS = 10_000;
const FIRST = 20;

/** What moves a queue; `TicketRouted` is also how somebody begins to wait. */
const moves: readonly EventType[] = ['TicketRouted', 'TicketOffered', 'OfferPassed', 'TicketAccepted'];

/**
 * Tells those at the head of a ticket's queue where they stand, when it has moved and that is notable. What was told is remembered by
 * the function alone: another one may say the same once more, and nothing is written. Whoever begins to wait is told at once.
 */
export const tellPlaces = (platform: Needs) => {
  const { tickets, agents, capacity, incident, now } = platform;
  const pushTo = pusher(platform);
  const lookedAt = new Map<string, number>();
  const told = new Map<string, Map<string, QueuePlace>>();

  return async (
    type: EventType,
    { ticketId, queueId }: Pick<Ticket, 'ticketId' | 'queueId'>,
  ): Promise<void> => {
    if (!moves.includes(type)) return;
    const time = now().getTime();
    const soon = time - (lookedAt.get(queueId) ?? 0) < EVERY_MS;
    if (soon && type !== 'TicketRouted') return;
    if (!soon) lookedAt.set(queueId, time);
    const [{ rows }, all, { standbyOpen }, { botOnly }] = await Promise.all([
      tickets.listWaiting(queueId, FIRST),
      agents.list(),
      capacity.get(),
      incident(),
    ]);
    const before = told.get(queueId);
    const after = new Map(soon ? before : []);
    const tell = async (ticket: Ticket, ahead: number): Promise<void> => {
      const known = before?.get(ticket.ticketId);
      const place = placeAfter(ahead, ticket, botOnly ? [] : all, { now: now(), standbyOpen });
      if (!isNotable(known, place)) {
        if (known) after.set(ticket.ticketId, known);
      } else if (await pushed(ticket, place)) after.set(ticket.ticketId, place);
    };
    await Promise.all(
      rows.flatMap((ticket, ahead) => (soon && ticket.ticketId !== ticketId ? [] : [tell(ticket, ahead)])),
    );
    told.set(queueId, after);
  };

  /** Worth one try: the next look tells what has come of it. */
  async function pushed({ ticketId, customerId, language }: Ticket, place: QueuePlace): Promise<boolean> {
    const text = placeText(place, language);
    try {
      await pushTo(
        `customer:${customerId}`,
        { type: 'place', ticketId, ...place, text },
        { sheddable: true },
      );
      return true;
    } catch (error) {
      if (!(error instanceof SocketsBusyError)) throw error;
      return false;
    }
  }
};
