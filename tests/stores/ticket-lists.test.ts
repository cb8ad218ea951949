import { BatchGetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { CursorError } from '../../functions/stores/cursor.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import * as tickets from '../../functions/stores/tickets.ts';
import { aHistory, anOpening, aTicket, isoAt, TICKET_ID } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  dynamodb.reset();
});

const partition = `T#${TICKET_ID}`;
const queries = () => dynamodb.commandCalls(QueryCommand).map(({ args }) => args[0].input);

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
