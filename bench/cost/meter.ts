import { mayBeBehind, MOST_BEHIND } from '../../functions/domain/behind.ts';
import type { History, TicketChange } from '../../functions/domain/change.ts';
import { isLate } from '../../functions/domain/marked-turns.ts';
import { sum } from '../../functions/domain/numbers.ts';
import * as keys from '../../functions/stores/keys.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Bill } from './bill.ts';
import { sizeOf } from './item-size.ts';
import {
  READ_UNIT_BYTES,
  SOCKET_MESSAGE_BYTES,
  WRITE_UNIT_BYTES,
} from '../../functions/domain/cost/prices.ts';

/** Bytes of one row of an index of keys: table key, index key. */
const INDEX_ROW_BYTES = 200;

const eventBytes = (event: TicketEvent) =>
  sizeOf({
    pk: keys.ticketPartition(event.ticketId),
    sk: keys.eventSortKey(event.number),
    event,
    version: event.number,
    behind: MOST_BEHIND,
  });
const ticketBytes = (ticket: Ticket) =>
  sizeOf({
    pk: keys.ticketPartition(ticket.ticketId),
    sk: keys.TICKET_SORT_KEY,
    ticket,
    ...keys.ticketIndexKeys(ticket),
  });
const writeUnits = (bytes: number) => Math.ceil(bytes / WRITE_UNIT_BYTES);
const readUnits = (bytes: number) => Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES));

/**
 * The platform with a meter at every store and gateway that a ticket's way uses: what the stores on AWS would be billed for, by the real
 * size of the items. Not metered is what functions look at now and then whatever the traffic: settings, epoch, knowledge.
 */
export function metered(
  platform: Platform,
  { bill, saved, batch }: { bill: () => Bill; saved: () => void; batch: number },
): Platform {
  const { tickets, agents, connections, replies, questions, insights, capacity } = platform;
  const consistent = (bytes: number) => bill().add('readUnits', readUnits(bytes));
  const eventual = (bytes: number) => bill().add('readUnits', readUnits(bytes) / 2);
  const write = (bytes: number) => bill().add('writeUnits', writeUnits(bytes));
  const history = async (ticketId: string, found: History | undefined, after?: number) => {
    const from = Math.min(after ?? Infinity, found?.number ?? 0);
    // With those by which the ticket can be caught up.
    const rows = await tickets.listEvents(ticketId, Math.max(0, from - MOST_BEHIND), Infinity);
    consistent((found ? ticketBytes(found.ticket) : 0) + sum(rows.map(eventBytes)));
  };
  const listed = (rows: readonly Ticket[]) => {
    eventual(rows.length * INDEX_ROW_BYTES);
    for (const ticket of rows) {
      eventual(ticketBytes(ticket));
      // What an agent has is read again, with its last events.
      if (mayBeBehind(ticket)) consistent(READ_UNIT_BYTES);
    }
  };
  const seat = async (agentId: string | undefined) => {
    if (agentId !== undefined) bill().add('writeUnits', 2 * writeUnits(sizeOf(await agents.get(agentId))));
  };

  /** What `relay` sends, with what else it was handed. */
  const sentBy = (bodies: readonly object[]) => bill().queueRequest(bodies, 1 / batch);

  return {
    ...platform,
    tickets: {
      ...tickets,
      async get(ticketId, after) {
        const found = await tickets.get(ticketId, after);
        await history(ticketId, found, after);
        return found;
      },
      async find(ticketId, after) {
        const found = await tickets.find(ticketId, after);
        await history(ticketId, found, after);
        return found;
      },
      async listEvents(ticketId, after, limit) {
        const events = await tickets.listEvents(ticketId, after, limit);
        consistent(sum(events.map(eventBytes)));
        return events;
      },
      async save(change) {
        bill().add('writeUnits', unitsOf(change));
        await seat(change.takeSeat);
        await seat(change.freeSeat);
        await tickets.save(change);
        saved();
      },
      async listOfCustomer(customerId, limit, cursor) {
        const page = await tickets.listOfCustomer(customerId, limit, cursor);
        listed(page.rows);
        return page;
      },
      async listWaiting(queueId, limit, cursor) {
        const page = await tickets.listWaiting(queueId, limit, cursor);
        listed(page.rows);
        return page;
      },
      async countWaiting(queueId, ahead) {
        eventual(0);
        return tickets.countWaiting(queueId, ahead);
      },
    },
    agents: {
      ...agents,
      async get(agentId) {
        const agent = await agents.get(agentId);
        consistent(sizeOf(agent));
        return agent;
      },
      async list() {
        const all = await agents.list();
        eventual(sum(all.map(sizeOf)));
        return all;
      },
      async setPresence(agentId, availability, leaseUntil, until) {
        const agent = await agents.setPresence(agentId, availability, leaseUntil, until);
        write(sizeOf(agent));
        return agent;
      },
    },
    connections: {
      async add(participant, connectionId, now) {
        bill().add('writeUnits', 1);
        return connections.add(participant, connectionId, now);
      },
      async remove(participant, connectionId) {
        bill().add('writeUnits', 1);
        return connections.remove(participant, connectionId);
      },
      async forget(participant, connectionId, now) {
        bill().add('writeUnits', 1);
        return connections.forget(participant, connectionId, now);
      },
      async list(participant) {
        eventual(0);
        return connections.list(participant);
      },
    },
    replies: {
      ...replies,
      async count(step, now) {
        // The turn's row; of one that is told late the day's count as well, in one transaction.
        bill().add('writeUnits', isLate(step.turn.startedAt, now) ? 4 : 1);
        return replies.count(step, now);
      },
    },
    questions: {
      ...questions,
      async list() {
        const all = await questions.list();
        eventual(sum(all.map(sizeOf)));
        return all;
      },
      async count(question, event) {
        bill().add('writeUnits', 2 + 2 * writeUnits(sizeOf(question)));
        return questions.count(question, event);
      },
    },
    insights: {
      ...insights,
      async putFacts(facts) {
        // The facts, and the mark of their quarter.
        bill().add('writeUnits', writeUnits(sizeOf(facts)) + 1);
        return insights.putFacts(facts);
      },
    },
    capacity: {
      ...capacity,
      async get() {
        consistent(0);
        return capacity.get();
      },
    },
    async sendTimers(timers, now) {
      sentBy(timers);
      return platform.sendTimers(timers, now);
    },
    async requestClassification(requests) {
      sentBy(requests);
      return platform.requestClassification(requests);
    },
    async publish(events) {
      bill().add('busEvents', events.length);
      return platform.publish(events);
    },
    async tell(name, events) {
      sentBy(events);
      return platform.tell(name, events);
    },
    async push(connectionId, message) {
      bill().add('socketMessages', framesOf(message));
      return platform.push(connectionId, message);
    },
    log(level, message, ids = {}) {
      bill().logLine(JSON.stringify({ level, message, ...ids }));
      platform.log(level, message, ids);
    },
  };
}

/** How many messages API Gateway counts a frame as. */
export function framesOf(frame: object): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(frame)) / SOCKET_MESSAGE_BYTES);
}

/** Write units of ticket and history; what changes an index moves its row: one unit to take away, one to put. */
function unitsOf({ before, ticket, events, behind }: TicketChange): number {
  const history = sum(events.map((event) => writeUnits(eventBytes(event))));
  if (behind !== undefined) return history;
  const bytes = Math.max(ticketBytes(ticket), before ? ticketBytes(before) : 0);
  const from: Record<string, string> = before ? keys.ticketIndexKeys(before) : {};
  const to = keys.ticketIndexKeys(ticket);
  const moves = ['work', 'customer', 'due'].flatMap((index) => {
    const [old, next] = [from, to].map((row) => `${row[`${index}Pk`] ?? ''} ${row[`${index}Sk`] ?? ''}`);
    return old === next ? [] : [old, next].filter((key) => key !== ' ');
  });
  return 2 * (history + writeUnits(bytes)) + moves.length;
}
