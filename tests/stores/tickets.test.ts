import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { SeatUnavailableError, VersionConflictError } from '../../functions/domain/errors.ts';
import { acceptTicket, addNote, resolveByAgent } from '../../functions/domain/desk.ts';
import { offerTicket } from '../../functions/domain/assignment.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import * as tickets from '../../functions/stores/tickets.ts';
import { aCaller, anAgent, anOpening, by, histories, isoAt, TICKET_ID, when } from '../support/builders.ts';
import { cancelled, conditionFailed, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  dynamodb.reset();
});

const partition = `T#${TICKET_ID}`;
const puts = () => dynamodb.commandCalls(PutItemCommand).map(({ args }) => args[0].input);
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
