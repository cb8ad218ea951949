import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { SocketsEnvironment } from '../../schemas/environment.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { environment } from '../runtime/environment.ts';
import { reachable } from '../runtime/local-cloud.ts';

const { SOCKETS_ENDPOINT } = environment(SocketsEnvironment);
const sockets = new ApiGatewayManagementApiClient({ endpoint: reachable(SOCKETS_ENDPOINT) });

/** Pushes a message to one socket; tells when that socket is gone. */
export async function push(connectionId: string, message: SocketMessage): Promise<'sent' | 'gone'> {
  try {
    await sockets.send(
      new PostToConnectionCommand({
        ConnectionId: connectionId,
        Data: new TextEncoder().encode(JSON.stringify(message)),
      }),
    );
    return 'sent';
  } catch (error) {
    if (error instanceof GoneException) return 'gone';
    throw error;
  }
}
