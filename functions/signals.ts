import type { APIGatewayProxyStructuredResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { Participant } from '../schemas/participant.ts';
import { SignalRequest, type SocketMessage } from '../schemas/socket.ts';
import { push } from './gateways/sockets.ts';
import { now, pause, random } from './runtime/clock.ts';
import { parseInput, parseJson, toApiError } from './runtime/errors.ts';
import { describe, log } from './runtime/log.ts';
import { forget, list } from './stores/connections.ts';
import { advance } from './stores/cursors.ts';
import { latest } from './stores/settings.ts';
import { get } from './stores/tickets.ts';
import { hotIncident } from './use-cases/hot-settings.ts';
import { signals } from './use-cases/signals.ts';

const tell = signals({
  tickets: { get },
  cursors: { advance },
  incident: hotIncident({ settings: { latest }, now, log }),
  connections: { list, forget },
  push,
  pause,
  random,
  now,
  log,
});

type SocketEvent = APIGatewayProxyWebsocketEventV2 & { requestContext: { authorizer?: unknown } };

/** Somebody has read, or is writing. What there is to answer is pushed, because these routes go one way. */
export const handler = async (event: SocketEvent): Promise<APIGatewayProxyStructuredResultV2> => {
  const { connectionId, authorizer } = event.requestContext;
  const answer = await answerTo(event, Participant.parse(authorizer));
  if (answer) await push(connectionId, answer);
  return { statusCode: 200 };
};

async function answerTo(
  { body = '', requestContext }: SocketEvent,
  participant: Participant,
): Promise<SocketMessage | undefined> {
  let ticketId: string | undefined;
  try {
    const request = parseInput(SignalRequest, parseJson(body));
    ticketId = request.ticketId;
    return await tell(request, participant);
  } catch (error) {
    const apiError = toApiError(error, requestContext.requestId);
    if (apiError.error.code === 'internal') log('error', 'signal failed', describe(error));
    return { type: 'error', ...(ticketId !== undefined && { ticketId }), ...apiError };
  }
}
