import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod/mini';
import type { MemorySockets } from '../../functions/memory/sockets.ts';
import type { Handlers } from './handlers.ts';
import { authorizerRequest } from './invocation.ts';

/** API Gateway ends every socket after two hours, and those nobody used after ten minutes. */
const LIFETIME_MS = 2 * 3600_000;
const IDLE_MS = 600_000;
const MOST_BYTES = 128 * 1024;

const Authorized = z.object({ context: z.record(z.string(), z.unknown()) });
const Reply = z.object({ body: z.optional(z.string()) });

type Event = Parameters<Handlers['socket']>[0];
type RouteKey = '$connect' | '$default' | '$disconnect';

/** The WebSocket API on this machine, at `/live?token=…`. */
export function attachSockets(server: Server, handlers: Handlers, sockets: MemorySockets): void {
  const wss = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refuse = (status: string) => stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
    authorize(handlers, request)
      .then(async (authorizer) => {
        if (!authorizer) {
          refuse('401 Unauthorized');
          return;
        }
        const connectionId = randomUUID();
        const run = (routeKey: RouteKey, body?: string) => {
          const event = eventOf(connectionId, routeKey, authorizer, body);
          return isSignal(body) ? handlers.signals(event) : handlers.socket(event);
        };
        await run('$connect');
        wss.handleUpgrade(request, stream, head, (socket) => live(socket, connectionId, run, sockets));
      })
      .catch(() => refuse('500 Internal Server Error'));
  });
}

/** The participant behind the token, as the authorizer says; undefined when it lets nobody in. */
async function authorize({ authorizer }: Handlers, request: IncomingMessage) {
  const { searchParams, pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!/^\/live\/?$/.test(pathname)) return undefined;
  try {
    const answer = await authorizer(authorizerRequest({ token: searchParams.get('token') ?? '' }));
    return Authorized.parse(answer).context;
  } catch (error) {
    if (error instanceof Error && error.message === 'Unauthorized') return undefined;
    throw error;
  }
}

function live(
  socket: WebSocket,
  connectionId: string,
  run: (routeKey: RouteKey, body?: string) => Promise<unknown>,
  sockets: MemorySockets,
): void {
  const end = () => socket.close(1001, 'going away');
  const lifetime = setTimeout(end, LIFETIME_MS).unref();
  const idle = setTimeout(end, IDLE_MS).unref();
  const send = (text: string) => {
    idle.refresh();
    socket.send(text);
  };
  sockets.connect(connectionId, (message) => send(JSON.stringify(message)));
  socket.on('message', (data: RawData) => {
    idle.refresh();
    run('$default', textOf(data))
      .then((answer) => {
        const { body } = Reply.parse(answer);
        if (body !== undefined) send(body);
      })
      .catch(() => send(JSON.stringify({ message: 'Internal server error', connectionId })));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(lifetime);
    clearTimeout(idle);
    sockets.drop(connectionId);
    run('$disconnect').catch(() => undefined);
  });
}

/** The routes of their own: what is no part of the history. */
function isSignal(body: string | undefined): boolean {
  try {
    const request: unknown = JSON.parse(body ?? '');
    return (
      typeof request === 'object' &&
      request !== null &&
      'action' in request &&
      (request.action === 'seen' || request.action === 'typing')
    );
  } catch {
    return false;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString();
}

function eventOf(connectionId: string, routeKey: RouteKey, authorizer: unknown, body?: string): Event {
  const now = Date.now();
  const eventType = routeKey === '$connect' ? 'CONNECT' : routeKey === '$default' ? 'MESSAGE' : 'DISCONNECT';
  return {
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
    requestContext: {
      routeKey,
      messageId: randomUUID(),
      eventType,
      extendedRequestId: randomUUID(),
      requestTime: new Date(now).toISOString(),
      messageDirection: 'IN',
      stage: 'live',
      connectedAt: now,
      requestTimeEpoch: now,
      requestId: randomUUID(),
      domainName: 'localhost',
      connectionId,
      apiId: 'embedded',
      authorizer,
    },
  };
}
