import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { TicketEvent } from '../../schemas/events.ts';
import { TicketsEnvironment } from '../../schemas/environment.ts';
import { Ticket } from '../../schemas/ticket.ts';
import { Timer } from '../../schemas/timer.ts';
import { caughtUp, mayBeBehind, MOST_BEHIND } from '../domain/behind.ts';
import type { History, TicketChange } from '../domain/change.ts';
import {
  NotFoundError,
  SeatUnavailableError,
  TornHistoryError,
  VersionConflictError,
} from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, fromItem, type Item, type Page, queryAll, queryPage, toItem } from './dynamodb.ts';
import * as keys from './keys.ts';
import { seatWrites } from './seats.ts';
import { failedCondition, transact } from './transact.ts';

const { TICKETS_TABLE } = environment(TicketsEnvironment);

/** So often a ticket is read before it is taken to be broken. */
const READS = 5;

const EventRow = z.object({
  event: TicketEvent,
  version: z.optional(z.int()),
  behind: z.optional(z.int()),
});

/** The ticket and the end of its history; with `after`, every event after that number as well. One consistent read. */
export async function get(ticketId: string, after?: number): Promise<History> {
  const history = await find(ticketId, after);
  if (!history) throw new NotFoundError('ticket');
  return history;
}

/** Like `get`, for a ticket that may not exist yet. */
export async function find(ticketId: string, after?: number): Promise<History | undefined> {
  for (let tries = 1; tries <= READS; tries += 1) {
    const found = await readWhole(ticketId, after);
    if (found !== 'torn') return found;
  }
  throw new TornHistoryError(ticketId);
}

/** `torn` when a write was met half way. */
async function readWhole(ticketId: string, after?: number): Promise<History | undefined | 'torn'> {
  const rows = await (after === undefined ? readEnd(ticketId) : readAfter(ticketId, after));
  const ticketRow = rows.find((row) => row['sk'] === keys.TICKET_SORT_KEY);
  if (!ticketRow) return undefined;
  const events = rows.filter((row) => row !== ticketRow).map((row) => EventRow.parse(row));
  const last = events.at(-1);
  // A cursor beyond the end finds no event to continue from: read the end instead.
  if (after !== undefined && !(last && last.event.number >= after)) return readWhole(ticketId);
  if (!last) return undefined;
  const { event, behind = 0 } = last;
  const ticket = caughtUp(Ticket.parse(ticketRow['ticket']), events);
  if (!ticket) return 'torn';
  const known = after ?? event.number - 1;
  return {
    ticket,
    number: event.number,
    hash: event.hash,
    events: events.flatMap((row) => (row.event.number > known ? [row.event] : [])),
    behind,
  };
}

/** The history after a number: so many events, if there are. */
export async function listEvents(ticketId: string, after: number, limit: number): Promise<TicketEvent[]> {
  const rows = await queryAll(
    {
      TableName: TICKETS_TABLE,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: toItem({
        ':pk': keys.ticketPartition(ticketId),
        ':from': keys.eventSortKey(Math.min(after + 1, keys.LAST_NUMBER)),
        ':to': keys.eventSortKey(keys.LAST_NUMBER),
      }),
      ConsistentRead: true,
    },
    limit,
  );
  return rows.map(({ event }) => TicketEvent.parse(event));
}

/**
 * Saves a change whole or not at all. The lock is the key of the next event: whoever comes second gets
 * VersionConflictError; a change that takes a seat gets SeatUnavailableError when there is none.
 */
export async function save(change: TicketChange): Promise<void> {
  await (change.behind === undefined ? putChange(change) : putMessage(change));
}

/** A customer's tickets, newest first. */
export function listOfCustomer(customerId: string, limit: number, cursor?: string): Promise<Page<Ticket>> {
  return listIndex('byCustomer', 'customerPk', keys.customerPartition(customerId), {
    limit,
    cursor,
    newestFirst: true,
  });
}

/** Tickets waiting in a queue, the next one first. */
export function listWaiting(queueId: string, limit: number, cursor?: string): Promise<Page<Ticket>> {
  return listIndex('byWork', 'workPk', keys.queuePartition(queueId), { limit, cursor });
}

/** Tickets offered to or held by an agent. */
export function listOfAgent(agentId: string, limit: number, cursor?: string): Promise<Page<Ticket>> {
  return listIndex('byWork', 'workPk', keys.agentPartition(agentId), { limit, cursor });
}

/** How many tickets wait in a queue; with a ticket, how many before it. */
export async function countWaiting(queueId: string, ahead?: Ticket): Promise<number> {
  const order = ahead && keys.ticketIndexKeys(ahead)['workSk'];
  let total = 0;
  let from: Item | undefined;
  do {
    const page = await dynamodb.send(
      new QueryCommand({
        TableName: TICKETS_TABLE,
        IndexName: 'byWork',
        KeyConditionExpression: order ? 'workPk = :pk AND workSk < :order' : 'workPk = :pk',
        ExpressionAttributeValues: toItem({
          ':pk': keys.queuePartition(queueId),
          ...(order && { ':order': order }),
        }),
        Select: 'COUNT',
        ExclusiveStartKey: from,
      }),
    );
    total += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  } while (from);
  return total;
}

/** Timers of one shard that fall due in a minute. */
export async function listDue(minute: string, shard: number): Promise<Timer[]> {
  const rows = await queryAll({
    TableName: TICKETS_TABLE,
    IndexName: 'byDue',
    KeyConditionExpression: 'duePk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': keys.duePartition(minute, shard) }),
  });
  return rows.map((row) => {
    const [dueAt, kind, ticketId] = String(row['dueSk']).split('#');
    return Timer.parse({ dueAt, kind, ticketId });
  });
}

function readEnd(ticketId: string): Promise<Record<string, unknown>[]> {
  return queryPage(
    {
      TableName: TICKETS_TABLE,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': keys.ticketPartition(ticketId) }),
      ScanIndexForward: false,
      ConsistentRead: true,
    },
    1 + MOST_BEHIND,
  ).then(({ rows }) => rows.reverse());
}

/**
 * From the event at the cursor, whose hash the next one needs, through to the ticket behind the last; and so many before it that the
 * ticket can be caught up.
 */
function readAfter(ticketId: string, after: number): Promise<Record<string, unknown>[]> {
  return queryAll({
    TableName: TICKETS_TABLE,
    KeyConditionExpression: 'pk = :pk AND sk >= :from',
    ExpressionAttributeValues: toItem({
      ':pk': keys.ticketPartition(ticketId),
      ':from': keys.eventSortKey(Math.max(0, after + 1 - MOST_BEHIND)),
    }),
    ConsistentRead: true,
  });
}

async function listIndex(
  index: string,
  partitionName: string,
  partition: string,
  { limit, cursor, newestFirst }: { limit: number; cursor?: string; newestFirst?: boolean },
): Promise<Page<Ticket>> {
  const page = await queryPage(
    {
      TableName: TICKETS_TABLE,
      IndexName: index,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': partitionName },
      ExpressionAttributeValues: toItem({ ':pk': partition }),
      ScanIndexForward: !newestFirst,
    },
    limit,
    cursor,
  );
  return { ...page, rows: await readTickets(page.rows) };
}

/** The indexes hold keys only, so that a ticket that changes inside its queue costs them nothing. */
async function readTickets(rows: Record<string, unknown>[]): Promise<Ticket[]> {
  const byPartition = new Map<unknown, Ticket>();
  let wanted = rows.map(({ pk, sk }) => toItem({ pk, sk }));
  while (wanted.length > 0) {
    const { Responses, UnprocessedKeys } = await dynamodb.send(
      new BatchGetItemCommand({ RequestItems: { [TICKETS_TABLE]: { Keys: wanted.slice(0, 100) } } }),
    );
    const found = (Responses?.[TICKETS_TABLE] ?? []).map(async (item) => {
      const row = fromItem(item);
      byPartition.set(row['pk'], await upToDate(Ticket.parse(row['ticket'])));
    });
    await Promise.all(found);
    wanted = [...(UnprocessedKeys?.[TICKETS_TABLE]?.Keys ?? []), ...wanted.slice(100)];
  }
  return rows.flatMap(({ pk }) => byPartition.get(pk) ?? []);
}

async function upToDate(row: Ticket): Promise<Ticket> {
  return mayBeBehind(row) ? (await get(row.ticketId)).ticket : row;
}

function eventItem(event: TicketEvent, more: Omit<z.infer<typeof EventRow>, 'event'> = {}): Item {
  const { ticketId, number } = event;
  return toItem({ pk: keys.ticketPartition(ticketId), sk: keys.eventSortKey(number), event, ...more });
}

async function putMessage({ ticket, events: [event], behind }: TicketChange): Promise<void> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: TICKETS_TABLE,
        Item: eventItem(event, { version: ticket.version, ...(behind && { behind }) }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}

async function putChange(change: TicketChange): Promise<void> {
  const { ticket, events } = change;
  const last = events.at(-1);
  const history: TransactWriteItem[] = events.map((event) => ({
    Put: {
      TableName: TICKETS_TABLE,
      Item: eventItem(event, event === last ? { version: ticket.version } : {}),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }));
  const state: TransactWriteItem = {
    Put: {
      TableName: TICKETS_TABLE,
      Item: toItem({
        pk: keys.ticketPartition(ticket.ticketId),
        sk: keys.TICKET_SORT_KEY,
        ticket,
        ...keys.ticketIndexKeys(ticket),
      }),
    },
  };
  const seats = seatWrites(change);
  const TransactItems = [...history, state, ...seats.map(({ write }) => write)];
  const reasons = await transact(TransactItems);
  if (!reasons) return;
  const noSeat = seats.findIndex((_, at) => failedCondition(reasons[events.length + 1 + at]));
  const lostRace = reasons.slice(0, events.length).some(failedCondition);
  const agentId = seats[noSeat]?.agentId;
  if (!lostRace && agentId !== undefined) throw new SeatUnavailableError(agentId);
  throw new VersionConflictError();
}
