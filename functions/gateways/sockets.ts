import {
  ApiGatewayManagementApiClient,
  ApiGatewayManagementApiServiceException,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { SocketsEnvironment } from '../../schemas/environment.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { environment } from '../runtime/environment.ts';
import { reachable } from '../runtime/local-cloud.ts';

const { SOCKETS_ENDPOINT } = environment(SocketsEnvironment);
// Patience is the caller's; a second try is for connections that broke while the function slept.
const sockets = new ApiGatewayManagementApiClient({ endpoint: reachable(SOCKETS_ENDPOINT), maxAttempts: 2 });

/** Pushes a message to one socket; tells when that socket is gone, or when API Gateway takes no more for now. */
export async function push(connectionId: string, message: SocketMessage): Promise<'sent' | 'gone' | 'busy'> {
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
    if (isThrottled(error)) return 'busy';
    throw error;
  }
}

/** By its status: errors are told apart by name only where their classes differ in more. */
function isThrottled(error: unknown): boolean {
  return error instanceof ApiGatewayManagementApiServiceException && error.$metadata.httpStatusCode === 429;
}
