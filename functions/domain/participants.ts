import {
  addressOf,
  type Participant,
  type Party,
  type SeenCursor,
  watchersOf,
} from '../../schemas/participant.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { ForbiddenError, NotFoundError } from './errors.ts';
import { agentOf } from './ticket.ts';

/** Seconds between heartbeats while somebody waits for words, and otherwise: API Gateway closes what is silent for 10 minutes. */
const LIVE_SECONDS = 30;
const IDLE_SECONDS = 540;

/** Customers see their own tickets, the desk sees all. */
export function maySee(ticket: Ticket, { kind, id }: Participant): boolean {
  return kind === 'agent' || ticket.customerId === id;
}

/** @throws NotFoundError: another customer's ticket is not told apart from one that does not exist. */
export function requireVisible(ticket: Ticket, participant: Participant): void {
  if (!maySee(ticket, participant)) throw new NotFoundError('ticket');
}

/** Whether it takes part in the conversation: the ticket is its own, or in its hands. @throws like `requireVisible`, and ForbiddenError */
export function requirePart(ticket: Ticket, participant: Participant): void {
  requireVisible(ticket, participant);
  if (participant.kind === 'agent' && agentOf(ticket) !== participant.id)
    throw new ForbiddenError('the ticket is not with you');
}

/** Seconds after which somebody who looks at these tickets is to ask again where they stand. */
export function heartbeatSeconds(tickets: readonly Ticket[]): number {
  return tickets.some(({ status }) => status === 'new' || status === 'open') ? LIVE_SECONDS : IDLE_SECONDS;
}

/** Addresses of everybody else in the conversation: the customer, who has it in hand, and who watches. */
export function othersIn(ticket: Ticket, participant: Participant): string[] {
  const agentId = agentOf(ticket);
  const all = [
    `customer:${ticket.customerId}`,
    ...(agentId === undefined ? [] : [`agent:${agentId}`]),
    watchersOf(ticket.ticketId),
  ];
  return all.filter((address) => address !== addressOf(participant));
}

/** Somebody as the one at this address may know them: customers do not learn ids. */
export function partyFor(address: string, { kind, id, name }: Participant): Party {
  return { kind, ...(!address.startsWith('customer:') && { id }), ...(name !== undefined && { name }) };
}

/** How far an address has read. */
export interface Cursor {
  address: string;
  number: number;
}

/** How far everybody has read, for this reader. To a customer all agents are one; nobody has read beyond the last event. */
export function cursorsFor(reader: Participant, cursors: readonly Cursor[], last: number): SeenCursor[] {
  const known = cursors.map(({ address, number }) => ({
    by: partyAt(address),
    number: Math.min(number, last),
  }));
  if (reader.kind === 'agent') return known;
  return (['customer', 'agent'] as const).flatMap((kind) => {
    const numbers = known.filter(({ by }) => by.kind === kind).map(({ number }) => number);
    return numbers.length > 0 ? [{ by: { kind }, number: Math.max(...numbers) }] : [];
  });
}

function partyAt(address: string): Party {
  const kind = address.startsWith('customer:') ? 'customer' : 'agent';
  return { kind, id: address.slice(kind.length + 1) };
}
