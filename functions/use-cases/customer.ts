import type { customerApi } from '../../schemas/customer-api.ts';
import type { Attachment } from '../../schemas/message.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Receipt } from '../../schemas/views.ts';
import { progressOfAppeal } from '../domain/appeals.ts';
import { askForPerson, customerOf, openTicket, receiveMessage } from '../domain/conversation.ts';
import { resolveTicket } from '../domain/resolving.ts';
import { NotFoundError } from '../domain/errors.ts';
import { requireAttachmentsOn } from '../domain/incident.ts';
import { answerSurvey } from '../domain/survey.ts';
import { readTicketNumber, ticketNumber } from '../domain/ticket-number.ts';
import { customerEvents, customerTicket, progressOf } from '../domain/views.ts';
import { appeal } from './appeal.ts';
import { commandOf, decideInEpoch, type Outcome, repeatOf, retried, type Write } from './decide.ts';
import type { Answers } from './answers.ts';
import { screened, type Writing } from './note-risks.ts';
import { eventsPage } from './events-page.ts';
import type { PlaceOf } from './place.ts';
import type { CustomerSession, Platform, Uses } from './platform.ts';

/** What customers' doings take. */
export type Serving = Uses<{
  tickets: 'get' | 'find' | 'save' | 'listEvents' | 'listOfCustomer';
  cursors: 'list';
  risks: 'note' | 'findScreened' | 'addAppeal' | 'getAppeal' | 'countOnce';
}> &
  Pick<Platform, 'screen' | 'policy' | 'incident' | 'now' | 'log' | 'epoch'> & { placeOf: PlaceOf };

/** What customers can do with their own tickets, over HTTPS and WebSocket alike. */
export const customer = (platform: Serving): Answers<typeof customerApi, CustomerSession> => {
  const { tickets, policy } = platform;
  const situation = async () => ({ now: platform.now(), policy: await policy() });
  const pageOf = eventsPage(platform);

  return {
    async openTicket({ commandId, ...content }, caller) {
      const ticketId = ticketNumber(caller.customerId, commandId);
      const command = commandOf({ commandId, content });
      const said = writing(caller, commandId, content.text, ticketId);
      const epoch = await platform.epoch();
      const outcome = await screened(platform, said, (screening) =>
        retried(async () => {
          const existing = await tickets.find(ticketId, 0);
          if (existing) return repeatOf(existing.events, command) ?? { number: existing.number, events: [] };
          await requireTaken(content);
          const opening = { ...content, ticketId, customer: caller, command, screening };
          const change = openTicket(opening, await situation());
          await tickets.save(change);
          return { number: change.events.length, events: change.events };
        }),
      );
      return receipt(ticketId, { ...outcome, epoch });
    },

    async sendMessage({ ticketId, commandId, after, epoch, ...content }, caller) {
      const said = writing(caller, commandId, content.text, ticketId);
      const outcome = await screened(platform, said, (screening) =>
        writeOnce(ticketId, caller, { commandId, after, epoch, content }, async (history, command) => {
          await requireTaken(content);
          return receiveMessage(history, { ...content, command, screening }, await situation());
        }),
      );
      return receipt(ticketId, outcome);
    },

    async askForPerson({ ticketId, commandId, after, epoch }, caller) {
      return write(
        ticketId,
        caller,
        { commandId, after, epoch, content: 'person' },
        async (history, command) => askForPerson(history, command, await situation()),
      );
    },

    async resolveMyTicket({ ticketId, commandId, after, epoch }, caller) {
      return write(
        ticketId,
        caller,
        { commandId, after, epoch, content: 'resolve' },
        async (history, command) =>
          resolveTicket(
            history,
            { actor: customerOf(history), command, reason: 'the customer says it is settled' },
            await situation(),
          ),
      );
    },

    async answerSurvey({ ticketId, commandId, after, epoch, ...answer }, caller) {
      return write(ticketId, caller, { commandId, after, epoch, content: answer }, async (history, command) =>
        answerSurvey(history, { ...answer, command }, await situation()),
      );
    },

    async listMyTickets({ limit, cursor }, caller) {
      const page = await tickets.listOfCustomer(caller.customerId, limit, cursor);
      return { ...page, rows: page.rows.map((ticket) => customerTicket(ticket, ticket.version)) };
    },

    async getMyTicket({ ticketId }, caller) {
      const { ticket, number } = await ownTicket(ticketId, caller);
      return customerTicket(ticket, number, await platform.placeOf(ticket));
    },

    async listMyEvents(wanted, { customerId, segment }) {
      const { page } = await pageOf(wanted, { kind: 'customer', id: customerId, segment });
      return { ...page, events: customerEvents(page.events) };
    },

    async appeal(body, { customerId }) {
      return appeal(platform, `customer:${customerId}`, body);
    },

    async getMyAppeal({ appealId }, { customerId }) {
      const found = await platform.risks.getAppeal(appealId);
      if (found?.writer !== `customer:${customerId}`) throw new NotFoundError('appeal');
      return progressOfAppeal(found);
    },

    async lookUpTicket({ number }) {
      const ticketId = readTicketNumber(number);
      const history = ticketId && (await tickets.find(ticketId));
      if (!history) throw new NotFoundError('ticket');
      return progressOf(history.ticket, await platform.placeOf(history.ticket));
    },
  };

  async function requireTaken({ attachments = [] }: { attachments?: readonly Attachment[] | undefined }) {
    if (attachments.length > 0) requireAttachmentsOn(await platform.incident());
  }

  async function ownTicket(ticketId: string, caller: CustomerSession) {
    const history = await tickets.get(ticketId);
    requireOwn(history.ticket, caller);
    return history;
  }

  async function write(
    ticketId: string,
    caller: CustomerSession,
    content: Write,
    decision: Parameters<typeof decideInEpoch>[3],
  ): Promise<Receipt> {
    return receipt(ticketId, await writeOnce(ticketId, caller, content, decision));
  }

  function writeOnce(
    ticketId: string,
    caller: CustomerSession,
    content: Write,
    decision: Parameters<typeof decideInEpoch>[3],
  ): ReturnType<typeof decideInEpoch> {
    const requireAccess = (ticket: Ticket) => requireOwn(ticket, caller);
    return decideInEpoch(platform, ticketId, { ...content, requireAccess }, decision);
  }
};

function writing(caller: CustomerSession, commandId: string, text: string, ticketId: string): Writing {
  return { kind: 'customer', id: caller.customerId, commandId, text, ticketId };
}

/** Another customer's ticket is not told apart from one that does not exist. */
function requireOwn(ticket: Ticket, caller: CustomerSession): void {
  if (ticket.customerId !== caller.customerId) throw new NotFoundError('ticket');
}

function receipt(ticketId: string, { number, events, epoch }: Outcome & { epoch: string }): Receipt {
  return { ticketId, number, events: customerEvents(events), epoch };
}
