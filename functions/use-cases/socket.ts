import type { SocketMessage, SocketRequest } from '../../schemas/socket.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { ForbiddenError } from '../domain/errors.ts';
import { deskEvents, sightOnSockets } from '../domain/desk-views.ts';
import { heartbeatSeconds, maySee } from '../domain/participants.ts';
import { agentOf } from '../domain/ticket.ts';
import { customerEvents } from '../domain/views.ts';
import { type Participant, watchersOf } from '../../schemas/participant.ts';
import { customer, type Serving } from './customer.ts';
import { eventsPage } from './events-page.ts';
import type { CustomerSession, Uses } from './platform.ts';

/** Most one `resume` brings: as many events, and what fits into one frame. A client that is further behind asks again. */
const RESUME_LIMIT = 50;
const RESUME_BYTES = 30_000;

type Needs = Serving & Uses<{ connections: 'add' | 'remove' }>;

type Answer<A extends SocketRequest['action']> = (
  request: Extract<SocketRequest, { action: A }>,
  participant: Participant,
  connectionId: string,
) => Promise<SocketMessage>;

/** What a socket message does, and what is answered on the same socket. */
export const socket = (platform: Omit<Needs, 'placeOf'>) => {
  const { tickets, connections } = platform;
  const pageOf = eventsPage(platform);
  // Nothing that comes over a socket asks for the place in the queue.
  const asCustomer = customer({ ...platform, placeOf: async () => undefined });

  const answers: { [A in SocketRequest['action']]: Answer<A> } = {
    async open({ action: _, ...input }, participant) {
      const receipt = await asCustomer.openTicket(input, sessionOf(participant));
      return { type: 'receipt', commandId: input.commandId, ...receipt };
    },
    async send({ action: _, ...input }, participant) {
      const receipt = await asCustomer.sendMessage(input, sessionOf(participant));
      return { type: 'receipt', commandId: input.commandId, ...receipt };
    },
    async person({ action: _, ...input }, participant) {
      const receipt = await asCustomer.askForPerson(input, sessionOf(participant));
      return { type: 'receipt', commandId: input.commandId, ...receipt };
    },
    async resume({ ticketId, after, epoch }, participant, connectionId) {
      const wanted = { ticketId, after, epoch, limit: RESUME_LIMIT, bytes: RESUME_BYTES };
      const { ticket, page } = await pageOf(wanted, participant);
      // Whoever has the ticket gets its events anyway.
      if (participant.kind === 'agent' && agentOf(ticket) !== participant.id)
        await connections.add(watchersOf(ticketId), connectionId, platform.now());
      return { type: 'events', ticketId, ...page, events: visible(page.events, participant) };
    },
    async leave({ ticketId }, _participant, connectionId) {
      await connections.remove(watchersOf(ticketId), connectionId);
      return { type: 'left', ticketId };
    },
    async heartbeat({ seen = {}, epoch }, participant) {
      const found = await Promise.all(Object.keys(seen).map((ticketId) => tickets.find(ticketId)));
      const own = found.flatMap((history) =>
        history && maySee(history.ticket, participant) ? [history] : [],
      );
      return {
        type: 'heartbeat',
        epoch: await platform.epoch(epoch),
        numbers: Object.fromEntries(own.map(({ ticket, number }) => [ticket.ticketId, number])),
        next: heartbeatSeconds(own.map(({ ticket }) => ticket)),
      };
    },
  };

  return (request: SocketRequest, participant: Participant, connectionId: string) =>
    answerTo(request.action, request, participant, connectionId);

  /** A generic, because TypeScript cannot tie a union's member to its row of the table. */
  function answerTo<A extends SocketRequest['action']>(
    action: A,
    request: SocketRequest,
    participant: Participant,
    connectionId: string,
  ): Promise<SocketMessage> {
    return answers[action](request as Extract<SocketRequest, { action: A }>, participant, connectionId);
  }
};

function sessionOf(participant: Participant): CustomerSession {
  if (participant.kind !== 'customer') throw new ForbiddenError('the desk writes over HTTPS');
  return { customerId: participant.id, segment: participant.segment, name: participant.name, expiresAt: '' };
}

function visible(events: readonly TicketEvent[], { kind, id }: Participant) {
  return kind === 'customer' ? customerEvents(events) : deskEvents(events, sightOnSockets(id));
}
