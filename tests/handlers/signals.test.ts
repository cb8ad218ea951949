import {
  ApiGatewayManagementApiClient,
  LimitExceededException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/signals.ts';
import { add } from '../../functions/stores/connections.ts';
import { list } from '../../functions/stores/cursors.ts';
import type { Participant } from '../../schemas/participant.ts';
import type { SignalRequest } from '../../schemas/socket.ts';
import { at, histories, TICKET_ID } from '../support/builders.ts';
import { aSocketEvent, listenToLog } from '../support/requests.ts';
import { pushedBy } from '../support/sockets.ts';
import { keepHistory, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const sockets = mockClient(ApiGatewayManagementApiClient);
const ticketId = TICKET_ID;
const customer: Participant = { kind: 'customer', id: 'customer-1', segment: 'ordinary', name: '小王' };
const stranger: Participant = { kind: 'customer', id: 'customer-2', segment: 'ordinary' };
const mei: Participant = { kind: 'agent', id: 'mei', name: 'Mei' };
const ann: Participant = { kind: 'agent', id: 'ann' };
const seen = (number: number) => ({ action: 'seen', ticketId, number }) as const;
const typing = { action: 'typing', ticketId } as const;

/** What went to which socket; the one that spoke is `connection-1`. */
const pushed = () => pushedBy(sockets);

const signal = (
  participant: Participant,
  request: SignalRequest | object,
  route: 'seen' | 'typing' = 'seen',
) => handler(aSocketEvent(route, participant, request));

/** Seconds of the test’s clock: signals are rare, and none of these tests is to feel another. */
let clock = 100;
beforeEach(async () => {
  clock += 1000;
  vi.useFakeTimers({ now: at(clock), toFake: ['Date'] });
  listenToLog();
  keepRows(dynamodb);
  sockets.reset();
  sockets.on(PostToConnectionCommand).resolves({});
  await keepHistory(histories.answered());
  await add('customer:customer-1', 'phone', at(0));
  await add('customer:customer-1', 'tablet', at(0));
  await add('agent:mei', 'desk', at(0));
  await add('agent:ann', 'other-desk', at(0));
  await add(`watch:${ticketId}`, 'lead-desk', at(0));
});

describe('having read', () => {
  it('is told to the customer’s devices, without the agent’s id', async () => {
    await signal(mei, seen(5));

    expect(pushed().filter(({ to }) => to === 'phone' || to === 'tablet')).toEqual(
      ['phone', 'tablet'].map((to) => ({
        to,
        message: { type: 'seen', ticketId, by: { kind: 'agent', name: 'Mei' }, number: 5 },
      })),
    );
  });

  it('is told to who has the ticket and who watches, and confirmed', async () => {
    await signal(customer, seen(6));

    expect(pushed().map(({ to }) => to)).toEqual(['desk', 'lead-desk', 'connection-1']);
    expect(pushed()[0]?.message).toEqual({
      type: 'seen',
      ticketId,
      by: { kind: 'customer', id: 'customer-1', name: '小王' },
      number: 6,
    });
  });

  it('never goes back, nor beyond the end', async () => {
    await signal(customer, seen(99));
    vi.setSystemTime(at(clock + 10));
    await signal(customer, seen(2));

    expect(await list(ticketId)).toEqual([{ address: 'customer:customer-1', number: 6 }]);
  });

  it('is told once, however often it is said', async () => {
    await signal(customer, seen(6));
    await signal(customer, seen(6));

    expect(pushed().filter(({ to }) => to === 'desk')).toHaveLength(1);
    expect(pushed().filter(({ to }) => to === 'connection-1')).toHaveLength(2);
  });

  it('moves once a second at most', async () => {
    await signal(customer, seen(3));
    await signal(customer, seen(4));
    const refusal = pushed().at(-1)?.message;
    vi.setSystemTime(at(clock + 1));
    await signal(customer, seen(4));

    expect(refusal).toMatchObject({ type: 'error', ticketId, error: { code: 'too_many_requests' } });
    expect(await list(ticketId)).toEqual([{ address: 'customer:customer-1', number: 4 }]);
  });

  it('stands when the others cannot be told', async () => {
    sockets
      .on(PostToConnectionCommand, { ConnectionId: 'desk' })
      .rejects(new LimitExceededException({ $metadata: { httpStatusCode: 429 }, message: 'Too many' }));

    await signal(customer, seen(5));

    expect(await list(ticketId)).toEqual([{ address: 'customer:customer-1', number: 5 }]);
    expect(pushed().at(-1)?.to).toBe('connection-1');
  });
});

describe('typing', () => {
  it('is told to everybody else, and kept nowhere', async () => {
    const writes = () =>
      dynamodb.calls().filter(({ args: [{ constructor }] }) => /Put|Update/.test(constructor.name));
    const before = writes().length;

    await signal(customer, typing, 'typing');

    expect(pushed()).toEqual(
      ['desk', 'lead-desk'].map((to) => ({
        to,
        message: { type: 'typing', ticketId, by: { kind: 'customer', id: 'customer-1', name: '小王' } },
      })),
    );
    expect(writes()).toHaveLength(before);
  });

  it('is dropped for a while after API Gateway took no more', async () => {
    sockets
      .on(PostToConnectionCommand)
      .rejectsOnce(new LimitExceededException({ $metadata: { httpStatusCode: 429 }, message: 'Too many' }))
      .resolves({});

    await signal(customer, typing, 'typing');
    const tried = pushed().length;
    await signal(customer, typing, 'typing');
    const shed = pushed().length - tried;
    vi.setSystemTime(at(clock + 6));
    await signal(customer, typing, 'typing');

    expect(shed).toBe(0);
    expect(pushed().length).toBeGreaterThan(tried);
  });
});

describe('refusals', () => {
  it.each([
    ['seen', seen(3)],
    ['typing', typing],
  ] as const)('%s: a stranger’s ticket is as if there were none', async (route, request) => {
    await signal(stranger, request, route);

    expect(pushed()).toMatchObject([
      { to: 'connection-1', message: { type: 'error', ticketId, error: { code: 'not_found' } } },
    ]);
    expect(await list(ticketId)).toEqual([]);
  });

  it.each([
    ['seen', seen(3)],
    ['typing', typing],
  ] as const)('%s: who only watches is not shown to the customer', async (route, request) => {
    await signal(ann, request, route);

    expect(pushed()).toMatchObject([{ to: 'connection-1', message: { error: { code: 'forbidden' } } }]);
  });

  it.each([
    ['hello', 'body', 'must be JSON'],
    [{ action: 'seen', ticketId }, 'number', 'is required'],
    [{ action: 'seen', ticketId, number: 0 }, 'number', 'must be more than 0'],
    [{ action: 'typing' }, 'ticketId', 'is required'],
  ])('name field and rule: %j', async (request, field, rule) => {
    await handler(aSocketEvent('seen', customer, request));

    expect(pushed()[0]?.message).toMatchObject({ error: { code: 'bad_request', issues: [{ field, rule }] } });
  });
});
