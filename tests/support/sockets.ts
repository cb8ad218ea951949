import {
  type ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { AwsClientStub } from 'aws-sdk-client-mock';
import { SocketMessage } from '../../schemas/socket.ts';

/** What was pushed to which socket, in order. */
export function pushedBy(
  sockets: AwsClientStub<ApiGatewayManagementApiClient>,
): { to: string | undefined; message: SocketMessage }[] {
  return sockets.commandCalls(PostToConnectionCommand).map(({ args: [{ input }] }) => ({
    to: input.ConnectionId,
    message: SocketMessage.parse(JSON.parse(textOf(input.Data))),
  }));
}

function textOf(data: unknown): string {
  return data instanceof Uint8Array ? Buffer.from(data).toString() : '';
}
