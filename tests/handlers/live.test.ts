import {
  ApiGatewayManagementApiClient,
  LimitExceededException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/live.ts';
import { add } from '../../functions/stores/connections.ts';
import { readDay } from '../../functions/stores/reply-days.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { anEvent, at, aTicket, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aStream, listenToLog } from '../support/requests.ts';
import { pushedBy } from '../support/sockets.ts';
import { image, keepHistory, keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const sockets = mockClient(ApiGatewayManagementApiClient);
const sqs = mockClient(SQSClient);
const done = { batchItemFailures: [] };

const talliesNow = async () => (await readDay('2026-11-21')).tallies;
const put = (event: TicketEvent) => ({ NewImage: image({ event }) });
const pushed = () => pushedBy(sockets);
const leftTo = (queue: string) =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .filter(({ args: [{ input }] }) => input.QueueUrl === `https://sqs.test/${queue}`)
    .flatMap(({ args: [{ input }] }) =>
      (input.Entries ?? []).map(({ MessageBody = '' }): unknown => JSON.parse(MessageBody)),
    );
const patience = new LimitExceededException({
  $metadata: { httpStatusCode: 429 },
  message: 'Too many requests',
});
const reply = anEvent({
  number: 7,
  actor: { kind: 'agent', id: 'mei' },
  turn: { startedAt: isoAt(0), step: 'answered', agentId: 'mei' },
});

let log = listenToLog();
beforeEach(async () => {
  vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
  log = listenToLog();
  keepRows(dynamodb);
  sockets.reset();
  sqs.reset();
  sockets.on(PostToConnectionCommand).resolves({});
  sqs.on(SendMessageBatchCommand).resolves({});
  await keepHistory(histories.answered());
  await add('customer:customer-1', 'phone', at(0));
  await add('agent:mei', 'desk', at(0));
  await add('agent:ann', 'other-desk', at(0));
});

describe('what was saved', () => {
  it('is told to sockets and counted at once, with no queue between', async () => {
    expect(await handler(aStream(put(reply)))).toEqual(done);

    expect(
      pushed()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['desk', 'phone']);
    expect(await talliesNow()).toEqual([{ begun: 0, kept: 1, missed: 0 }]);
    expect(sqs.commandCalls(SendMessageBatchCommand)).toEqual([]);
  });

  it('together is told in one message, of which everyone gets what concerns them', async () => {
    const note = anEvent({
      number: 8,
      type: 'NoteAdded',
      actor: { kind: 'agent', id: 'mei' },
      body: { text: 'SECRET' },
    });
    const passed = anEvent({
      number: 9,
      type: 'OfferPassed',
      actor: { kind: 'system', id: 'kefu' },
      body: { agentId: 'ann', reason: 'expired' },
    });

    await handler(aStream(put(anEvent({ number: 7 })), put(note), put(passed)));

    const ranges = Object.fromEntries(
      pushed().map(({ to, message }) => [
        String(to),
        message.type === 'events' && [message.after, message.number, message.events.length],
      ]),
    );
    expect(ranges).toEqual({ phone: [6, 9, 1], desk: [6, 9, 3], 'other-desk': [8, 9, 1] });
  });

  it('is nothing for sockets when it is a ticket’s row', async () => {
    expect(await handler(aStream({ NewImage: image({ ticket: aTicket() }) }))).toEqual(done);
    expect(pushed()).toEqual([]);
  });
});

describe('what fails', () => {
  it('is left to its queue, and holds up nothing else', async () => {
    sockets.on(PostToConnectionCommand, { ConnectionId: 'phone' }).rejects(patience);

    expect(await handler(aStream(put(reply)))).toEqual(done);

    expect(leftTo('pushes')).toEqual([reply]);
    expect(leftTo('turns')).toEqual([]);
    expect(await talliesNow()).toEqual([{ begun: 0, kept: 1, missed: 0 }]);
    expect(log().map((line): unknown => JSON.parse(line))).toMatchObject([
      { message: 'turn counted' },
      {
        message: 'left to its queue',
        ticketId: TICKET_ID,
        reaction: 'pushes',
        error: 'SocketsBusyError',
      },
    ]);
  });

  it('of a count is left to the queue of counts', async () => {
    dynamodb.on(UpdateItemCommand).rejects(refused('ProvisionedThroughputExceededException'));

    expect(await handler(aStream(put(reply)))).toEqual(done);

    expect(leftTo('turns')).toEqual([reply]);
    expect(pushed()).toHaveLength(2);
  });

  it('comes back from the stream when its queue takes nothing', async () => {
    sockets.on(PostToConnectionCommand).rejects(patience);
    sqs.on(SendMessageBatchCommand).rejects(new Error('down'));

    expect(await handler(aStream(put(reply)))).toEqual({ batchItemFailures: [{ itemIdentifier: '100' }] });
  });
});
