import {
  ApiGatewayManagementApiClient,
  GoneException,
  LimitExceededException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { push } from '../../functions/gateways/sockets.ts';
import { SocketMessage } from '../../schemas/socket.ts';
import { refused } from '../support/stub-aws.ts';

const sockets = mockClient(ApiGatewayManagementApiClient);
beforeEach(() => {
  sockets.reset();
});

const heartbeat = SocketMessage.parse({ type: 'heartbeat', epoch: '0', numbers: {}, next: 540 });

describe('pushing', () => {
  it('sends the message as JSON', async () => {
    sockets.on(PostToConnectionCommand).resolves({});

    const outcome = await push('connection-1', heartbeat);

    expect(outcome).toBe('sent');
    expect(sockets.commandCalls(PostToConnectionCommand)[0]?.args[0].input).toEqual({
      ConnectionId: 'connection-1',
      Data: new TextEncoder().encode('{"type":"heartbeat","epoch":"0","numbers":{},"next":540}'),
    });
  });

  it('tells when the socket is gone', async () => {
    sockets.on(PostToConnectionCommand).rejects(new GoneException({ $metadata: {}, message: 'Gone' }));

    expect(await push('connection-1', heartbeat)).toBe('gone');
  });

  it('tells when API Gateway takes no more for now', async () => {
    const $metadata = { httpStatusCode: 429 };
    sockets
      .on(PostToConnectionCommand)
      .rejects(new LimitExceededException({ $metadata, message: 'Too many requests' }));

    expect(await push('connection-1', heartbeat)).toBe('busy');
  });

  it.each(['ForbiddenException', 'PayloadTooLargeException', 'TimeoutError'])('fails on %s', async (name) => {
    const trouble = refused(name);
    sockets.on(PostToConnectionCommand).rejects(trouble);

    await expect(push('connection-1', heartbeat)).rejects.toBe(trouble);
  });
});
