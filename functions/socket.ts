import type { APIGatewayProxyWebsocketEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { SocketRequest, type SocketMessage } from '../schemas/socket.ts';
import { now } from './runtime/clock.ts';
import { parseInput, parseJson, PayloadTooLargeError, toApiError } from './runtime/errors.ts';
import { describe, log } from './runtime/log.ts';
import { addressOf, Participant } from '../schemas/participant.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { shippedRisk } from './runtime/risk.ts';
import { head, read } from './stores/artefacts.ts';
import { add, remove } from './stores/connections.ts';
import { list as listCursors } from './stores/cursors.ts';
import { readEpoch } from './stores/epoch.ts';
import { addAppeal, getAppeal } from './stores/appeals.ts';
import { countOnce, findScreened, note } from './stores/risks.ts';
import { latest } from './stores/settings.ts';
import { find, get, listEvents, listOfCustomer, save } from './stores/tickets.ts';
import { keptEpoch } from './use-cases/epoch.ts';
import { hotIncident, hotPolicy } from './use-cases/hot-settings.ts';
import { socket } from './use-cases/socket.ts';
import { screenLater } from './use-cases/screen-later.ts';

const answer = socket({
  tickets: { get, find, save, listEvents, listOfCustomer },
  risks: { note, findScreened, addAppeal, getAppeal, countOnce },
  screen: screenLater({ artefacts: { head, read }, shippedRisk, now, log }),
  connections: { add, remove },
  cursors: { list: listCursors },
  epoch: keptEpoch({ readEpoch, now }),
  policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
  incident: hotIncident({ settings: { latest }, now, log }),
  now,
  log,
});

type SocketEvent = APIGatewayProxyWebsocketEventV2 & { requestContext: { authorizer?: unknown } };

/** One frame is at most 32 KB; API Gateway closes the socket on longer ones. */
const MAX_FRAME_BYTES = 32 * 1024;

/** A socket opens, closes, or says something; what is returned is answered on the same socket. */
export const handler = async (event: SocketEvent): Promise<APIGatewayProxyStructuredResultV2> => {
  const { connectionId, routeKey, authorizer } = event.requestContext;
  const participant = Participant.parse(authorizer);
  switch (routeKey) {
    case '$connect':
      await add(addressOf(participant), connectionId, now());
      return { statusCode: 200 };
    case '$disconnect':
      await remove(addressOf(participant), connectionId);
      return { statusCode: 200 };
    default:
      return { statusCode: 200, body: JSON.stringify(await reply(event, participant)) };
  }
};

async function reply(
  { body = '', requestContext }: SocketEvent,
  participant: Participant,
): Promise<SocketMessage> {
  let named: { commandId?: string; ticketId?: string } = {};
  try {
    if (Buffer.byteLength(body) > MAX_FRAME_BYTES) {
      throw new PayloadTooLargeError(`a frame has at most ${MAX_FRAME_BYTES} bytes`);
    }
    const request = parseInput(SocketRequest, parseJson(body));
    named = 'commandId' in request ? { commandId: request.commandId } : ticketOf(request);
    return await answer(request, participant, requestContext.connectionId);
  } catch (error) {
    const apiError = toApiError(error, requestContext.requestId);
    if (apiError.error.code === 'internal') log('error', 'socket message failed', describe(error));
    return { type: 'error', ...named, ...apiError };
  }
}

function ticketOf(request: SocketRequest): { ticketId?: string } {
  return 'ticketId' in request ? { ticketId: request.ticketId } : {};
}
