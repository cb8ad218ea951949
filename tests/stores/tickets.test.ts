import {
  BatchGetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError, SeatUnavailableError, VersionConflictError } from '../../functions/domain/errors.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import type { History } from '../../functions/domain/change.ts';
import { acceptTicket, addNote, replyToCustomer, resolveByAgent } from '../../functions/domain/desk.ts';
import { offerTicket } from '../../functions/domain/assignment.ts';
import { CursorError } from '../../functions/stores/cursor.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import * as tickets from '../../functions/stores/tickets.ts';
import {
  aCaller,
  aCommand,
  aHistory,
  anAgent,
  anOpening,
  aTicket,
  by,
  histories,
  isoAt,
  saved,
  TICKET_ID,
  when,
} from '../support/builders.ts';
import {
  cancelled,
  conditionFailed,
  keepHistory,
  keepRows,
  refused,
  stubDynamoDB,
} from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  dynamodb.reset();
});

const partition = `T#${TICKET_ID}`;
const puts = () => dynamodb.commandCalls(PutItemCommand).map(({ args }) => args[0].input);
const queries = () => dynamodb.commandCalls(QueryCommand).map(({ args }) => args[0].input);
const written = () =>
  dynamodb.commandCalls(TransactWriteItemsCommand).flatMap(({ args }) => args[0].input.TransactItems ?? []);

const offered = () => offerTicket(histories.inQueue(), anAgent(), when(20));
const noted = () => addNote(histories.answered(), { ...by(), text: '查过订单' }, when(50));

describe('saving', () => {
  it('puts a plain message alone, under the number that must still be free', async () => {
    dynamodb.on(PutItemCommand).resolves({});
    const change = noted();

    await tickets.save(change);

    expect(puts()).toEqual([
      {
        TableName: 'tickets',
        Item: toItem({
          pk: partition,
          sk: `E#${String(change.events[0].number).padStart(10, '0')}`,
          event: change.events[0],
          version: change.ticket.version,
          behind: 2,
        }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    ]);
  });

  it('sends nothing else for a plain message', async () => {
    dynamodb.on(PutItemCommand).resolves({});

    await tickets.save(noted());

    expect(dynamodb.calls()).toHaveLength(1);
  });

  it('puts every event of a decision only if its number is free', async () => {
    dynamodb.on(TransactWriteItemsCommand).resolves({});
    const change = anOpening();

    await tickets.save(change);

    expect(written().slice(0, -1)).toEqual(
      change.events.map((event) => ({
        Put: {
          TableName: 'tickets',
          Item: toItem({
            pk: partition,
            sk: `E#${String(event.number).padStart(10, '0')}`,
            event,
            // The last one tells the version of the ticket.
            version: event.number === 2 ? change.ticket.version : undefined,
          }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
    );
  });

  it('puts the ticket in the same transaction, with its index keys', async () => {
    dynamodb.on(TransactWriteItemsCommand).resolves({});
    const { ticket } = anOpening();

    await tickets.save(anOpening());

    expect(written().at(-1)).toEqual({
      Put: {
        TableName: 'tickets',
        Item: toItem({
          pk: partition,
          sk: 'TICKET',
          ticket,
          customerPk: 'C#customer-1',
          customerSk: `${isoAt(0)}#${TICKET_ID}`,
          duePk: 'D#2026-11-22T07:12#0',
          dueSk: `${isoAt(69_120)}#resolution-warning#${TICKET_ID}`,
        }),
      },
    });
  });

  it('takes a seat only at an agent who is available, reachable and has room', async () => {
    dynamodb.on(TransactWriteItemsCommand).resolves({});

    await tickets.save(offered());

    expect(written().at(-1)).toEqual({
      Update: {
        TableName: 'desk',
        Key: toItem({ pk: 'AGENTS', sk: 'mei' }),
        UpdateExpression: 'ADD seats :seat, #seats :seat SET idleSince = :now',
        ConditionExpression:
          'availability = :available AND leaseUntil > :now AND (attribute_not_exists(seats) OR size(seats) < #capacity) ' +
          'AND (attribute_not_exists(#limits.#channel) OR attribute_not_exists(#seats) OR size(#seats) < #limits.#channel)',
        ExpressionAttributeNames: {
          '#seats': 'seats-app',
          '#capacity': 'capacity',
          '#limits': 'limits',
          '#channel': 'app',
        },
        ExpressionAttributeValues: {
          ':seat': { SS: [TICKET_ID] },
          ':now': { S: isoAt(20) },
          ':available': { S: 'available' },
        },
      },
    });
  });

  it('frees the seat of a settled ticket without a condition', async () => {
    dynamodb.on(TransactWriteItemsCommand).resolves({});

    await tickets.save(resolveByAgent(histories.answered(), { ...by(), reason: '已退款' }, when(60)));

    expect(written().at(-1)).toEqual({
      Update: {
        TableName: 'desk',
        Key: toItem({ pk: 'AGENTS', sk: 'mei' }),
        UpdateExpression: 'DELETE seats :seat, #seats :seat SET idleSince = :now',
        ExpressionAttributeNames: { '#seats': 'seats-app' },
        ExpressionAttributeValues: { ':seat': { SS: [TICKET_ID] }, ':now': { S: isoAt(60) } },
      },
    });
  });

  it('moves the seat when a lead takes over an offer', async () => {
    dynamodb.on(TransactWriteItemsCommand).resolves({});
    const lead = aCaller({ agentId: 'lin', name: 'Lin', roles: ['lead'] });

    await tickets.save(acceptTicket(histories.offered(), by(lead), when(25)));

    expect(
      written().flatMap(({ Update }) => (Update ? [[Update.Key?.['sk']?.S, Update.UpdateExpression]] : [])),
    ).toEqual([
      ['lin', 'ADD seats :seat, #seats :seat SET idleSince = :now'],
      ['mei', 'DELETE seats :seat, #seats :seat SET idleSince = :now'],
    ]);
  });

  it('reports a message whose number is taken as a conflict', async () => {
    dynamodb.on(PutItemCommand).rejects(conditionFailed());

    await expect(tickets.save(noted())).rejects.toBeInstanceOf(VersionConflictError);
  });

  it.each<[string, Parameters<typeof cancelled>, typeof VersionConflictError | typeof SeatUnavailableError]>([
    ['a taken number is a conflict', ['ConditionalCheckFailed', 'None', 'None'], VersionConflictError],
    ['a full agent has no seat', ['None', 'None', 'ConditionalCheckFailed'], SeatUnavailableError],
    [
      'a taken number tells more than a full agent',
      ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'],
      VersionConflictError,
    ],
    [
      'a transaction at the same time is a conflict',
      ['TransactionConflict', 'None', 'None'],
      VersionConflictError,
    ],
    ['a busy agent row is a conflict', ['None', 'None', 'TransactionConflict'], VersionConflictError],
    ['no reasons at all are a conflict', [], VersionConflictError],
  ])('cancelled: %s', async (_name, codes, kind) => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled(...codes));

    await expect(tickets.save(offered())).rejects.toBeInstanceOf(kind);
  });

  it('names the agent who had no seat', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled('None', 'None', 'ConditionalCheckFailed'));

    await expect(tickets.save(offered())).rejects.toMatchObject({ agentId: 'mei' });
  });

  it.each([
    ['message', noted, PutItemCommand],
    ['decision', offered, TransactWriteItemsCommand],
  ])('passes on what it cannot act on: %s', async (_name, change, command) => {
    const trouble = refused('InternalServerError');
    if (command === PutItemCommand) dynamodb.on(PutItemCommand).rejects(trouble);
    else dynamodb.on(TransactWriteItemsCommand).rejects(trouble);

    await expect(tickets.save(change())).rejects.toBe(trouble);
  });
});

describe('reading one', () => {
  beforeEach(async () => {
    keepRows(dynamodb);
    await tickets.save(anOpening());
    await tickets.save(
      receiveMessage(histories.withBot(), { text: '在吗', command: aCommand('2') }, when(1)),
    );
  });

  it('reads the ticket and what it may be behind in one consistent query of five rows', async () => {
    const history = await tickets.get(TICKET_ID);

    expect(history).toMatchObject({ number: 3, events: [{ number: 3 }] });
    expect(queries()).toMatchObject([{ Limit: 5, ScanIndexForward: false, ConsistentRead: true }]);
  });

  it('reads from the event at the cursor on, whose hash the next one continues, and three before it', async () => {
    await tickets.get(TICKET_ID, 3);

    expect(queries()).toMatchObject([
      {
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':from': { S: 'E#0000000000' } },
        ConsistentRead: true,
      },
    ]);
  });

  it.each([
    ['everything after 0', 0, [1, 2, 3]],
    ['what is after the cursor', 2, [3]],
    ['nothing after the last', 3, []],
  ])('brings %s', async (_name, after, numbers) => {
    const history = await tickets.get(TICKET_ID, after);

    expect(history.events.map(({ number }) => number)).toEqual(numbers);
  });

  it.each([undefined, 0, 2, 3, 4, 99, Number.MAX_SAFE_INTEGER])(
    'knows the end of the history from cursor %s',
    async (after) => {
      const { number, hash, ticket } = await tickets.get(TICKET_ID, after);

      const end = await tickets.get(TICKET_ID, 0);
      expect({ number, hash, ticket }).toEqual({
        number: 3,
        hash: end.events.at(-1)?.hash,
        ticket: end.ticket,
      });
    },
  );

  it.each([undefined, 0, 5])('finds nothing where no ticket is, from cursor %s', async (after) => {
    expect(await tickets.find('KF-ZZZZ-ZZZZ-ZZZZ', after)).toBeUndefined();
  });

  it('refuses a ticket that does not exist', async () => {
    await expect(tickets.get('KF-ZZZZ-ZZZZ-ZZZZ')).rejects.toBeInstanceOf(NotFoundError);
  });

  it('follows every page of a long history', async () => {
    const { ticket } = anOpening();
    const rows = anOpening().events.map((event) => toItem({ pk: partition, sk: `E#${event.number}`, event }));
    dynamodb.reset();
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: rows.slice(0, 1), LastEvaluatedKey: toItem({ pk: partition, sk: 'E#1' }) })
      .resolvesOnce({ Items: [...rows.slice(1), toItem({ pk: partition, sk: 'TICKET', ticket })] });

    const { number } = await tickets.get(TICKET_ID, 0);

    expect(number).toBe(2);
    expect(queries()[1]?.ExclusiveStartKey).toEqual(toItem({ pk: partition, sk: 'E#1' }));
  });
});

describe('reading one whose row is behind', () => {
  const answered = histories.answered();
  const reply = (history: History, second: number) =>
    replyToCustomer(history, { ...by(), text: '马上' }, when(second));
  const ask = (history: History, second: number) =>
    receiveMessage(history, { text: '在吗', command: aCommand(String(second)) }, when(second));

  /** Three events behind: asked, answered, asked. */
  let latest: History;

  beforeEach(async () => {
    keepRows(dynamodb);
    await keepHistory(answered);
    latest = { ...answered, behind: 0 };
    for (const [index, step] of [ask, reply, ask].entries()) {
      const change = step(latest, 100 + index);
      await tickets.save(change);
      latest = saved(latest.events, change);
    }
    expect(latest.behind).toBe(3);
  });

  // Its last event is the ninth.
  it.each([undefined, 0, 3, 7, 8, 9, 10, 11, 12, 13, 14, 99])(
    'shows it as its history makes it, from cursor %s',
    async (after) => {
      expect(latest.number).toBe(9);
      const { ticket, number, behind } = await tickets.get(TICKET_ID, after);

      expect(ticket).toEqual(latest.ticket);
      expect({ number, behind }).toEqual({ number: latest.number, behind: 3 });
    },
  );

  it('lists it so', async () => {
    const { rows } = await tickets.listOfAgent('mei', 10);

    expect(rows).toEqual([latest.ticket]);
  });

  it('reads again what a write has torn, and gives up when it stays so', async () => {
    const { events } = answered;
    const end = events.at(-1);
    const row = toItem({ pk: partition, sk: 'TICKET', ticket: answered.ticket });
    const at = (version: number) => toItem({ pk: partition, sk: 'E#9', event: end, version });
    dynamodb.reset();
    const { version } = answered.ticket;
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [row, at(version + 1)] })
      .resolvesOnce({ Items: [row, at(version)] })
      .resolves({ Items: [row, at(version + 1)] });

    expect((await tickets.get(TICKET_ID)).ticket).toEqual(answered.ticket);
    expect(queries()).toHaveLength(2);
    await expect(tickets.get(TICKET_ID)).rejects.toThrow('does not fit its history');
  });
});

describe('a page of a history', () => {
  beforeEach(async () => {
    keepRows(dynamodb);
    await tickets.save(anOpening());
  });

  it.each([
    [0, 100, [1, 2]],
    [0, 1, [1]],
    [1, 100, [2]],
    [2, 100, []],
  ])('holds after %i at most %i events', async (after, limit, numbers) => {
    const events = await tickets.listEvents(TICKET_ID, after, limit);

    expect(events.map(({ number }) => number)).toEqual(numbers);
  });

  it('is as long as was asked for, where DynamoDB cuts it because it is large', async () => {
    const rows = anOpening().events.map((event) => toItem({ pk: partition, sk: `E#${event.number}`, event }));
    const cut = toItem({ pk: partition, sk: 'E#1' });
    dynamodb.reset();
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: rows.slice(0, 1), LastEvaluatedKey: cut })
      .resolvesOnce({ Items: rows.slice(1, 2), LastEvaluatedKey: toItem({ pk: partition, sk: 'E#2' }) });

    const events = await tickets.listEvents(TICKET_ID, 0, 2);

    expect(events.map(({ number }) => number)).toEqual([1, 2]);
    expect(queries().map(({ Limit, ExclusiveStartKey }) => [Limit, ExclusiveStartKey])).toEqual([
      [2, undefined],
      [1, cut],
    ]);
  });

  it.each([0, 9_999_999_999, 99_999_999_998, Number.MAX_SAFE_INTEGER])(
    'asks for a range DynamoDB accepts, after %i',
    async (after) => {
      await tickets.listEvents(TICKET_ID, after, 10);

      const { ':from': from, ':to': to } = queries()[0]?.ExpressionAttributeValues ?? {};
      expect((from?.S ?? 'none') <= (to?.S ?? '')).toBe(true);
    },
  );
});

describe('lists', () => {
  const others = ['KF-0000-0000-0001', 'KF-0000-0000-0002', 'KF-0000-0000-0003'];

  beforeEach(async () => {
    keepRows(dynamodb);
    for (const ticketId of others) await tickets.save(anOpening({ ticketId }));
    await tickets.save(
      anOpening({ ticketId: TICKET_ID, customer: { customerId: 'customer-2', segment: 'vip' } }),
    );
    dynamodb.resetHistory();
  });

  it('asks each index for its partition', async () => {
    await tickets.listOfCustomer('customer-1', 10);
    await tickets.listWaiting('support', 10);
    await tickets.listOfAgent('mei', 10);

    expect(
      queries().map(
        ({ IndexName, ExpressionAttributeNames, ExpressionAttributeValues, ScanIndexForward }) => [
          IndexName,
          ExpressionAttributeNames?.['#pk'],
          ExpressionAttributeValues?.[':pk']?.S,
          ScanIndexForward,
        ],
      ),
    ).toEqual([
      ['byCustomer', 'customerPk', 'C#customer-1', false],
      ['byWork', 'workPk', 'Q#support', true],
      ['byWork', 'workPk', 'A#mei', true],
    ]);
  });

  it('shows only the customer’s own tickets', async () => {
    const { rows } = await tickets.listOfCustomer('customer-2', 10);

    expect(rows.map(({ ticketId }) => ticketId)).toEqual([TICKET_ID]);
  });

  it('leads through all tickets page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await tickets.listOfCustomer('customer-1', 2, cursor);
      seen.push(...page.rows.map(({ ticketId }) => ticketId));
      cursor = page.cursor;
    } while (cursor !== undefined);

    expect(seen).toEqual([...others].reverse());
  });

  it('has no cursor on the last page', async () => {
    expect(await tickets.listOfCustomer('customer-1', 10)).not.toHaveProperty('cursor');
  });

  it('reads the tickets in batches of 100 and asks again for those left over', async () => {
    const keys = Array.from({ length: 150 }, (_, index) => toItem({ pk: `T#${index}`, sk: 'TICKET' }));
    dynamodb.reset();
    dynamodb.on(QueryCommand).resolves({ Items: keys });
    dynamodb
      .on(BatchGetItemCommand)
      .resolvesOnce({ UnprocessedKeys: { tickets: { Keys: keys.slice(0, 3) } } })
      .resolves({});

    await tickets.listWaiting('support', 100);

    const asked = dynamodb
      .commandCalls(BatchGetItemCommand)
      .map(({ args }) => args[0].input.RequestItems?.['tickets']?.Keys?.length);
    expect(asked).toEqual([100, 53]);
  });

  it('leaves out a ticket that is gone by the time it is read', async () => {
    dynamodb.on(BatchGetItemCommand).resolves({});

    expect(await tickets.listOfCustomer('customer-1', 10)).toEqual({ rows: [] });
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('hello').toString('base64url')],
    ['empty', ''],
    ['null', encoded(null)],
    ['a number', encoded(7)],
    ['an array', encoded(['a'])],
    ['an empty array', encoded([])],
    ['a key with a number', encoded({ pk: 1 })],
    ['a nested key', encoded({ pk: { S: 'x' } })],
  ])('refuses a cursor that is %s', async (_name, cursor) => {
    await expect(tickets.listOfCustomer('customer-1', 10, cursor)).rejects.toBeInstanceOf(CursorError);
  });

  it('refuses the cursor of another list', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ValidationException'));

    const foreign = encoded({ pk: partition, sk: 'TICKET', customerPk: 'C#customer-2', customerSk: 'x' });

    await expect(tickets.listOfCustomer('customer-1', 10, foreign)).rejects.toBeInstanceOf(CursorError);
  });

  it('does not blame the cursor when there is none', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ValidationException'));

    await expect(tickets.listOfCustomer('customer-1', 10)).rejects.not.toBeInstanceOf(CursorError);
  });
});

describe('counting', () => {
  it('counts a queue over all pages without reading tickets', async () => {
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Count: 7, LastEvaluatedKey: toItem({ pk: 'x', sk: 'y' }) })
      .resolvesOnce({ Count: 3 });

    expect(await tickets.countWaiting('support')).toBe(10);
    expect(queries()).toMatchObject([{ Select: 'COUNT' }, { Select: 'COUNT' }]);
  });

  it('counts those before a ticket', async () => {
    dynamodb.on(QueryCommand).resolves({ Count: 2 });
    const ticket = aTicket({ status: 'open', holder: { kind: 'queue', since: isoAt(10) } });

    await tickets.countWaiting('support', ticket);

    expect(queries()).toMatchObject([
      {
        KeyConditionExpression: 'workPk = :pk AND workSk < :order',
        ExpressionAttributeValues: { ':order': { S: `${isoAt(10)}#${TICKET_ID}` } },
      },
    ]);
  });

  it('counts the whole queue for a ticket that does not wait', async () => {
    dynamodb.on(QueryCommand).resolves({});

    expect(await tickets.countWaiting('support', aHistory().ticket)).toBe(0);
    expect(queries()[0]?.KeyConditionExpression).toBe('workPk = :pk');
  });
});

describe('far timers', () => {
  it('reads those of a minute and shard from the key alone', async () => {
    dynamodb.on(QueryCommand).resolves({
      Items: [toItem({ pk: partition, sk: 'TICKET', dueSk: `${isoAt(3600)}#auto-close#${TICKET_ID}` })],
    });

    const timers = await tickets.listDue('2026-11-21T13:00', 2);

    expect(timers).toEqual([{ ticketId: TICKET_ID, kind: 'auto-close', dueAt: isoAt(3600) }]);
    expect(queries()).toMatchObject([
      { IndexName: 'byDue', ExpressionAttributeValues: { ':pk': { S: 'D#2026-11-21T13:00#2' } } },
    ]);
  });
});
