import type { SocketMessage, SocketRequest } from '../../schemas/socket.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { ForbiddenError, NotFoundError } from '../domain/errors.ts';
import { deskEvents, sightOnSockets } from '../domain/desk-views.ts';
import { customerEvents } from '../domain/views.ts';
import type { Participant } from '../../schemas/participant.ts';
import { customer, type Serving } from './customer.ts';
import type { CustomerSession } from './platform.ts';

/** Most events one `resume` brings; a client that is further behind resumes again from `number`. */
const RESUME_LIMIT = 50;

type Answer<A extends SocketRequest['action']> = (
  request: Extract<SocketRequest, { action: A }>,
  participant: Participant,
) => Promise<SocketMessage>;

/** What a socket message does, and what is answered on the same socket. */
export const socket = (platform: Serving) => {
  const { tickets } = platform;
  const asCustomer = customer(platform);

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
    async resume({ ticketId, after }, participant) {
      requireVisible((await tickets.get(ticketId)).ticket, participant);
      const events = await tickets.listEvents(ticketId, after, RESUME_LIMIT);
      const number = Math.max(after, events.at(-1)?.number ?? 0);
      return { type: 'events', ticketId, after, number, events: visible(events, participant) };
    },
    async heartbeat({ seen = {} }, participant) {
      const numbers = await Promise.all(
        Object.keys(seen).map(async (ticketId) => {
          const { ticket, number } = await tickets.get(ticketId);
          requireVisible(ticket, participant);
          return [ticketId, number] as const;
        }),
      );
      return { type: 'heartbeat', numbers: Object.fromEntries(numbers) };
    },
  };

  return (request: SocketRequest, participant: Participant) => answerTo(request.action, request, participant);

  /** A generic, because TypeScript cannot tie a union's member to its row of the table. */
  function answerTo<A extends SocketRequest['action']>(
    action: A,
    request: SocketRequest,
    participant: Participant,
  ): Promise<SocketMessage> {
    return answers[action](request as Extract<SocketRequest, { action: A }>, participant);
  }
};

function sessionOf(participant: Participant): CustomerSession {
  if (participant.kind !== 'customer') throw new ForbiddenError('the desk writes over HTTPS');
  return { customerId: participant.id, segment: participant.segment, name: participant.name, expiresAt: '' };
}

/** The same check as on the live path: customers see their own tickets, the desk sees all. */
function requireVisible(ticket: Ticket, { kind, id }: Participant): void {
  if (kind === 'customer' && ticket.customerId !== id) throw new NotFoundError('ticket');
}

function visible(events: readonly TicketEvent[], { kind, id }: Participant) {
  return kind === 'customer' ? customerEvents(events) : deskEvents(events, sightOnSockets(id));
}
