import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError } from '../../functions/domain/errors.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import type { History } from '../../functions/domain/change.ts';
import { replyToCustomer } from '../../functions/domain/desk.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import * as tickets from '../../functions/stores/tickets.ts';
import { aCommand, anOpening, by, histories, saved, TICKET_ID, when } from '../support/builders.ts';
import { keepHistory, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  dynamodb.reset();
});

const partition = `T#${TICKET_ID}`;
const queries = () => dynamodb.commandCalls(QueryCommand).map(({ args }) => args[0].input);

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
