import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { requestClassification } from '../../functions/gateways/classification-queue.ts';
import { send } from '../../functions/gateways/sqs.ts';
import { sendTimers } from '../../functions/gateways/timer-queue.ts';
import { at, aTimer, TICKET_ID } from '../support/builders.ts';

const sqs = mockClient(SQSClient);
beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
});

const batches = () => sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input);
const bodies = (count: number) => Array.from({ length: count }, (_, index) => ({ body: { index } }));

describe('sending', () => {
  it.each([
    [0, []],
    [1, [1]],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
  ])('%i messages takes batches of %j', async (count, sizes) => {
    await send('https://sqs.test/queue', bodies(count));

    expect(batches().map(({ Entries }) => Entries?.length)).toEqual(sizes);
  });

  it('keeps every message, in order', async () => {
    await send('https://sqs.test/queue', bodies(25));

    const sent = batches().flatMap(({ Entries = [] }) => Entries.map(({ MessageBody }) => MessageBody));
    expect(sent).toEqual(bodies(25).map(({ body }) => JSON.stringify(body)));
  });

  it('gives the messages of a batch different ids', async () => {
    await send('https://sqs.test/queue', bodies(10));

    expect(new Set(batches()[0]?.Entries?.map(({ Id }) => Id)).size).toBe(10);
  });

  it('delays each message on its own', async () => {
    await send('https://sqs.test/queue', [
      { body: {} },
      { body: {}, delaySeconds: 0 },
      { body: {}, delaySeconds: 900 },
    ]);

    expect(batches()[0]?.Entries?.map(({ DelaySeconds }) => DelaySeconds)).toEqual([undefined, 0, 900]);
  });

  it('fails when any message was not accepted', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({})
      .resolves({ Failed: [{ Id: '0', SenderFault: false, Code: 'InternalError' }] });

    await expect(send('https://sqs.test/queue', bodies(11))).rejects.toThrow(
      '1 messages were not accepted: InternalError',
    );
  });

  it('sends nothing after a batch that failed', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [{ Id: '0', SenderFault: true, Code: 'Invalid' }] });

    await expect(send('https://sqs.test/queue', bodies(25))).rejects.toThrow();

    expect(batches()).toHaveLength(1);
  });
});

describe('the work queues', () => {
  it.each([
    [7.2, 8],
    [8, 8],
    [0, 0],
    [-30, 0],
    [900, 900],
    [5000, 900],
  ])('bring a timer due in %d s after %i s', async (due, delay) => {
    await sendTimers([aTimer('bot-due', due)], at(0));

    expect(batches()).toEqual([
      {
        QueueUrl: 'https://sqs.test/timers',
        Entries: [{ Id: '0', MessageBody: JSON.stringify(aTimer('bot-due', due)), DelaySeconds: delay }],
      },
    ]);
  });

  it('bring words to classification at once', async () => {
    const request = { ticketId: TICKET_ID, number: 2 };

    await requestClassification([request]);

    expect(batches()).toEqual([
      {
        QueueUrl: 'https://sqs.test/classification',
        Entries: [{ Id: '0', MessageBody: JSON.stringify(request), DelaySeconds: undefined }],
      },
    ]);
  });
});
