import { QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/escalation.ts';
import { get } from '../../functions/stores/tickets.ts';
import { at, aTimer, histories, TICKET_ID } from '../support/builders.ts';
import { aBatch, listenToLog } from '../support/requests.ts';
import { cancelled, keepHistory, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const sqs = mockClient(SQSClient);
const done = { batchItemFailures: [] };
const writes = () => dynamodb.commandCalls(TransactWriteItemsCommand).length;

let log = listenToLog();
beforeEach(async () => {
  vi.useFakeTimers({ now: at(8), toFake: ['Date'] });
  log = listenToLog();
  keepRows(dynamodb);
  await keepHistory(histories.withBot());
  dynamodb.resetHistory();
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
});

describe('a due timer', () => {
  it('fires to the second', async () => {
    expect(await handler(aBatch(aTimer('bot-due', 8)))).toEqual(done);
    expect((await get(TICKET_ID)).ticket.holder.kind).toBe('queue');
  });

  it('fires once, however often it comes', async () => {
    await handler(aBatch(aTimer('bot-due', 8)));
    await handler(aBatch(aTimer('bot-due', 8), aTimer('bot-due', 8)));

    expect(writes()).toBe(1);
  });

  it('that comes early is sent again for the rest of its time', async () => {
    vi.setSystemTime(at(7.9));

    expect(await handler(aBatch(aTimer('bot-due', 8)))).toEqual(done);

    expect(writes()).toBe(0);
    expect(sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input.Entries).toMatchObject([
      { DelaySeconds: 1 },
    ]);
  });

  it.each([
    ['was moved', aTimer('bot-due', 5)],
    ['was never armed', aTimer('offer-due', 8)],
  ])('that %s changes nothing', async (_name, timer) => {
    expect(await handler(aBatch(timer))).toEqual(done);
    expect(writes()).toBe(0);
  });

  it('that loses a race decides again', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejectsOnce(cancelled('ConditionalCheckFailed')).resolves({});

    expect(await handler(aBatch(aTimer('bot-due', 8)))).toEqual(done);
    expect(writes()).toBe(2);
  });
});

describe('a batch', () => {
  it.each([
    ['no JSON', 'hello'],
    ['no timer', {}],
    ['a kind nobody knows', { ...aTimer('bot-due', 8), kind: 'lunch' }],
    ['a ticket that does not exist', { ...aTimer('bot-due', 8), ticketId: 'KF-ZZZZ-ZZZZ-ZZZZ' }],
  ])('gives back only the message that is %s', async (_name, poison) => {
    const answer = await handler(aBatch(aTimer('offer-due', 8), poison, aTimer('bot-due', 8)));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(writes()).toBe(1);
  });

  it('comes back whole when the table does not answer', async () => {
    dynamodb.on(QueryCommand).rejects(new Error('down'));

    expect(await handler(aBatch(aTimer('bot-due', 8), aTimer('bot-due', 8)))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-1' }],
    });
  });

  it('that is broken is logged without its text', async () => {
    await handler(aBatch('SECRET-WORDS of a customer', '{"kind":"SECRET-WORDS"}'));

    expect(log()).toHaveLength(2);
    expect(log().join('')).not.toContain('SECRET');
  });
});
