import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyWebsocketEventV2,
  Context,
  DynamoDBStreamEvent,
  SQSEvent,
} from 'aws-lambda';
import { vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '../../schemas/errors.ts';
import type { Participant } from '../../schemas/participant.ts';
import { SocketMessage } from '../../schemas/socket.ts';
import { invocation } from '../../local/embedded/invocation.ts';

const HttpAnswer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** What a request may carry; a body that is a string goes as it is. */
export interface Carried {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  token?: string;
  /** The body is in base 64. */
  base64?: boolean;
}

export interface Answered {
  status: number;
  text: string;
  body: unknown;
}

type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => unknown;

/** Asks a handler of an HTTP contract, as API Gateway would. */
export async function ask(handler: HttpHandler, routeKey: string, carried: Carried = {}): Promise<Answered> {
  const { statusCode, body } = HttpAnswer.parse(await handler(aRequest(routeKey, carried), invocation));
  return { status: statusCode, text: body, body: JSON.parse(body) };
}

/** Asks, and expects the one error shape back. */
export async function askInVain(handler: HttpHandler, routeKey: string, carried: Carried = {}) {
  const { status, body } = await ask(handler, routeKey, carried);
  return { status, ...ApiError.parse(body).error };
}

/** Everything that is logged from now on, line by line, instead of showing it. */
export function listenToLog(): () => string[] {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  return () => lines;
}

/** A request as API Gateway hands it on. */
export function aRequest(
  routeKey: string,
  { path, query, body, headers = {}, token, base64 = false }: Carried = {},
): APIGatewayProxyEventV2 {
  const [method = 'GET', rawPath = '/'] = routeKey.split(' ');
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(path && { pathParameters: path }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: base64,
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'api.test',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey,
      stage: '$default',
      time: '21/Nov/2026:12:00:00 +0000',
      timeEpoch: 1_795_262_400_000,
    },
  };
}

/** Messages of a work queue; a string goes as it is. */
export function aBatch(...bodies: unknown[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      receiptHandle: 'receipt',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:1:queue',
      awsRegion: 'us-east-1',
    })),
  };
}

/** Records of a table's stream, numbered 100, 101, … */
export function aStream(
  ...records: NonNullable<DynamoDBStreamEvent['Records'][number]['dynamodb']>[]
): DynamoDBStreamEvent {
  return {
    Records: records.map((dynamodb, index) => ({
      eventName: dynamodb.OldImage ? (dynamodb.NewImage ? 'MODIFY' : 'REMOVE') : 'INSERT',
      dynamodb: { SequenceNumber: String(100 + index), ...dynamodb },
    })),
  };
}

type SocketEvent = APIGatewayProxyWebsocketEventV2 & { requestContext: { authorizer?: unknown } };
type SocketHandler = (event: SocketEvent) => Promise<{ statusCode?: number; body?: string }>;

/** Something a socket does, as API Gateway hands it on. */
export function aSocketEvent(
  routeKey: '$connect' | '$disconnect' | '$default' | 'seen' | 'typing',
  authorizer: Participant | undefined,
  body?: unknown,
): SocketEvent {
  return {
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    requestContext: {
      routeKey,
      messageId: 'message-1',
      eventType: routeKey === '$connect' ? 'CONNECT' : routeKey === '$disconnect' ? 'DISCONNECT' : 'MESSAGE',
      extendedRequestId: 'request-1',
      requestTime: '21/Nov/2026:12:00:00 +0000',
      messageDirection: 'IN',
      stage: 'live',
      connectedAt: 1_795_262_400_000,
      requestTimeEpoch: 1_795_262_400_000,
      requestId: 'request-1',
      domainName: 'sockets.test',
      connectionId: 'connection-1',
      apiId: 'api',
      ...(authorizer && { authorizer }),
    },
  };
}

/** Sends a frame and reads what is answered on the same socket. */
export async function say(
  handler: SocketHandler,
  participant: Participant,
  frame: unknown,
): Promise<SocketMessage> {
  const { statusCode, body = '' } = await handler(aSocketEvent('$default', participant, frame));
  if (statusCode !== 200) throw new Error(`the socket answered ${statusCode}`);
  return SocketMessage.parse(JSON.parse(body));
}
