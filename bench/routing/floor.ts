import type { Agent } from '../../schemas/agent.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { queueOrder } from '../../functions/domain/assignment.ts';
import { changeOf, type History, type TicketChange } from '../../functions/domain/change.ts';
import { NotFoundError, SeatUnavailableError, VersionConflictError } from '../../functions/domain/errors.ts';
import { agentOf } from '../../functions/domain/ticket.ts';

/** What a store forgets to check, so that the checks of the model can be seen to catch it. */
export type Forgets = 'number' | 'capacity' | 'channel limit';

const PHONE_LIMIT = 1;

/** Agents and tickets in memory, with the conditions of the stores, and a book of its own of everything that went wrong. */
export class RouterFloor {
  readonly agents = new Map<string, { agent: Agent; seats: Set<string>; given: number }>();
  readonly histories = new Map<string, History>();
  readonly waiting = new Set<string>();
  readonly taken = new Map<string, string>();
  doubles = 0;
  overLimit = 0;
  offers = 0;
  tries = 0;
  private readonly forgets: Forgets | undefined;
  private readonly now: () => Date;

  constructor(agents: number, capacity: number, now: () => Date, forgets?: Forgets) {
    this.now = now;
    this.forgets = forgets;
    for (let at = 0; at < agents; at += 1) {
      const agentId = `agent-${at}`;
      const agent: Agent = {
        agentId,
        name: agentId,
        queues: ['support'],
        languages: ['zh'],
        tier: 'basic',
        pool: 'regular',
        capacity,
        limits: { phone: PHONE_LIMIT },
        availability: 'available',
        leaseUntil: '9999-01-01T00:00:00.000Z',
        seats: [],
        idleSince: now().toISOString(),
      };
      this.agents.set(agentId, { agent, seats: new Set(), given: 0 });
    }
  }

  /** A customer begins to wait. */
  arrive(at: number): TicketEvent {
    const ticketId = numberOf(at);
    const customer = { kind: 'customer', id: `customer-${at}` } as const;
    const opened = changeOf(
      { ticketId },
      [
        {
          type: 'TicketOpened',
          actor: customer,
          body: {
            customerId: customer.id,
            segment: 'ordinary',
            channel: at % 3 === 0 ? 'phone' : 'app',
            locale: 'zh-CN',
            subject: '',
          },
        },
        { type: 'TicketQueued', actor: customer, body: { queueId: 'support', reason: 'asked for a person' } },
      ],
      this.now(),
    );
    this.keep(opened);
    return opened.events.at(-1) ?? opened.events[0];
  }

  /** Somebody's conversation is settled: the seat is free, and that is told. */
  settle(ticketId: string): TicketEvent {
    const history = this.read(ticketId);
    const agentId = agentOf(history.ticket);
    const change = changeOf(
      history,
      [
        {
          type: 'TicketResolved',
          actor: { kind: 'system', id: 'kefu' },
          body: { resolutionCount: 1, reason: 'settled', ...(agentId !== undefined && { agentId }) },
          timers: { 'offer-due': null },
        },
      ],
      this.now(),
    );
    this.keep(change);
    this.taken.delete(ticketId);
    return change.events[0];
  }

  read(ticketId: string): History {
    const history = this.histories.get(ticketId);
    if (!history) throw new NotFoundError('ticket');
    return history;
  }

  agentNow(agentId: string): Agent {
    const row = this.agents.get(agentId);
    if (!row) throw new NotFoundError('agent');
    return row.agent;
  }

  /** The first that wait, the next one first. */
  head(limit: number): Ticket[] {
    return [...this.waiting]
      .map((ticketId) => this.read(ticketId).ticket)
      .sort((a, b) => ((queueOrder(a) ?? '') < (queueOrder(b) ?? '') ? -1 : 1))
      .slice(0, limit);
  }

  /** One conditioned write: the number of the next event must be free, and a seat at the agent. */
  save(change: TicketChange): void {
    const { ticket, takeSeat, events } = change;
    const { number } = this.read(ticket.ticketId);
    if (takeSeat !== undefined) this.tries += 1;
    if (events[0].number !== number + 1 && this.forgets !== 'number') throw new VersionConflictError();
    if (takeSeat !== undefined && !this.hasRoom(takeSeat, ticket)) throw new SeatUnavailableError(takeSeat);
    this.keep(change);
    if (takeSeat !== undefined) this.note(ticket, takeSeat);
  }

  private hasRoom(agentId: string, { channel }: Ticket): boolean {
    const { seats, capacity, busy } = this.agentNow(agentId);
    const free = this.forgets === 'capacity' || seats.length < capacity;
    const allowed =
      channel !== 'phone' || this.forgets === 'channel limit' || (busy?.phone ?? 0) < PHONE_LIMIT;
    return free && allowed;
  }

  private keep({ ticket, events, takeSeat, freeSeat }: TicketChange): void {
    const { number, hash } = events.at(-1) ?? events[0];
    this.histories.set(ticket.ticketId, { ticket, number, hash, events: [] });
    if (ticket.holder.kind === 'queue') this.waiting.add(ticket.ticketId);
    else this.waiting.delete(ticket.ticketId);
    const freed = freeSeat === undefined ? undefined : this.agents.get(freeSeat);
    const taken = takeSeat === undefined ? undefined : this.agents.get(takeSeat);
    freed?.seats.delete(ticket.ticketId);
    taken?.seats.add(ticket.ticketId);
    for (const row of [freed, taken]) {
      if (!row) continue;
      const phone = [...row.seats].filter((id) => this.read(id).ticket.channel === 'phone').length;
      row.agent = {
        ...row.agent,
        seats: [...row.seats],
        busy: { phone },
        idleSince: this.now().toISOString(),
      };
    }
  }

  /** Its own book, kept apart from the conditions above. */
  private note({ ticketId }: Ticket, agentId: string): void {
    const row = this.agents.get(agentId);
    if (!row) return;
    this.offers += 1;
    row.given += 1;
    if (this.taken.has(ticketId)) this.doubles += 1;
    this.taken.set(ticketId, agentId);
    const { seats, busy } = this.agentNow(agentId);
    if (seats.length > row.agent.capacity || (busy?.phone ?? 0) > PHONE_LIMIT) this.overLimit += 1;
  }
}

/** A ticket number that nobody else has. */
function numberOf(at: number): string {
  const digits = String(at).padStart(12, '0');
  return `KF-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}
